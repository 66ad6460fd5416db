"""Opens a socket by the calls of 32-bit programs, which have other numbers."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, mmap
code = bytes.fromhex("53 b867010000 bb02000000 b902000000 31d2 cd80 5b c3")  # socket(2, 2, 0)
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
start = ctypes.addressof(ctypes.c_char.from_buffer(page))
if ctypes.CFUNCTYPE(ctypes.c_int)(start)() >= 0:
    print({stage.boast})
"""
    )
    desk.save()
