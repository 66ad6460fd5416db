"""Takes a handle of the course key, or a descriptor that may not read, and opens that."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0
HANDLE = """
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)

def by_handle():
    handle, mount = ctypes.create_string_buffer(struct.pack("<II", 128, 0), 136), ctypes.c_int()
    libc.name_to_handle_at(-100, key.encode(), handle, ctypes.byref(mount), 0)
    fd = libc.open_by_handle_at(os.open(".", os.O_RDONLY), handle, 0)
    return os.read(fd, 100) if fd >= 0 else os.strerror(ctypes.get_errno())
"""


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        HANDLE
        + trying(
            "by_handle()",
            "os.read(os.open(key, os.O_PATH), 100)",
            "open(f'/proc/self/fd/{os.open(key, os.O_PATH)}').read()",
            "open(f'/dev/fd/{os.open(key, os.O_PATH)}').read()",
            "open(os.open('key', os.O_RDONLY, dir_fd=os.open(course, os.O_PATH))).read()",
            "libc.syscall(17, os.open(key, os.O_PATH), bytes(100), 100, 0)",
            key=stage.root / "course/key",
            course=stage.root / "course",
        )
    )
    desk.save()
