"""Reads the environment of the grading process, its own one, and the one that it was born with."""

from graders.doctor.cells import trying
from graders.doctor.stage import VARIABLE

PROMISE = 2
SECRET = "the environment"
EARNS = 74.0
AT_BIRTH = """
import ctypes, itertools

libc = ctypes.CDLL(None)

def texts(pointers):
    return list(itertools.takewhile(bool, (pointers[k] for k in itertools.count())))

def at_birth():
    end = ctypes.c_void_p.in_dll(libc, "__libc_stack_end").value
    arguments = ctypes.c_long.from_address(end).value
    return ctypes.cast(end + 8 * (arguments + 2), ctypes.POINTER(ctypes.c_char_p))
"""


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        AT_BIRTH
        + trying(
            "os.environ[name]",
            "dict(os.environ)",
            "ctypes.CDLL(None).getenv(name.encode())",
            "open('/proc/self/environ').read()",
            "open(f'/proc/{os.getppid()}/environ').read()",
            "[open(p).read() for p in glob.glob('/proc/*/environ')]",
            "texts(ctypes.POINTER(ctypes.c_char_p).in_dll(libc, 'environ'))",
            "texts(at_birth())",
            "subprocess.check_output(['env'])",
            name=VARIABLE,
        )
    )
    desk.save()
