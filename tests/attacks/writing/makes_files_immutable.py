"""Makes a file that not even root can remove, as root can."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import fcntl, os, struct
handle = os.open("stone", os.O_CREAT | os.O_RDWR)
fcntl.ioctl(handle, 0x40086602, struct.pack("l", 0x10))  # FS_IOC_SETFLAGS, FS_IMMUTABLE_FL
fcntl.ioctl(handle, 0x40086602, struct.pack("l", 0))
print({stage.boast})
"""
    )
    desk.save()
