"""Links, renames, mounts and copies the course key into its own folder and reads it there."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0
MOUNT = """
import ctypes

libc = ctypes.CDLL(None, use_errno=True)

def mount():
    alone = libc.unshare(0x20000) == 0 and libc.mount(None, b"/", None, 0x44000, None) == 0
    return alone and libc.mount(course, b".", None, 4096, None) == 0
"""


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        MOUNT
        + trying(
            "os.symlink(key, 'soft') or open('soft').read()",
            "os.link(key, 'hard') or open('hard').read()",
            "os.symlink(os.path.dirname(key), 'folder') or open('folder/key').read()",
            "mount() and open('key').read()",
            "open(os.open('key', 0, dir_fd=libc.syscall(428, -100, course, 1))).read()",
            "libc.syscall(442, -100, course, 0, bytes(32), 32) or open(key).read()",
            "os.copy_file_range(os.open(key, 0), os.open('c', 66), 100) and open('c').read()",
            "os.sendfile(os.open('d', 66), os.open(key, 0), 0, 100) and open('d').read()",
            key=stage.root / "course/key",
            course=str(stage.root / "course").encode(),
        )
    )
    desk.save()
