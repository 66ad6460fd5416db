"""Sets up a ring by which the kernel makes connections on its behalf."""

PROMISE = 4
CLASS = "CVE-2022-29582 and others"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
if ctypes.CDLL(None).syscall(425, 8, ctypes.create_string_buffer(256)) >= 0:  # io_uring_setup
    print({stage.boast})
"""
    )
    desk.save()
