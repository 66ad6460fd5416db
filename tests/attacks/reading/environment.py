"""Reads the environment of the grading process, its own one, and the one that it was born with."""

from graders.doctor.cells import trying
from graders.doctor.stage import VARIABLE

PROMISE = 2
SECRET = "the environment"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "os.environ[name]",
            "dict(os.environ)",
            "ctypes.CDLL(None).getenv(name.encode())",
            "open('/proc/self/environ').read()",
            "open(f'/proc/{os.getppid()}/environ').read()",
            "[open(p).read() for p in glob.glob('/proc/*/environ')]",
            "[ctypes.string_at(p) for p in (ctypes.c_char_p * 40).in_dll(libc, 'environ') if p]",
            "ctypes.string_at(ctypes.c_void_p.in_dll(libc, '__libc_stack_end').value, 4000)",
            "subprocess.check_output(['env'])",
            name=VARIABLE,
            libc="",
        ).replace("libc = ''", "libc = ctypes.CDLL(None)")
    )
    desk.save()
