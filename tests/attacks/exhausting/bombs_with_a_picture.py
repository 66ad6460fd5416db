"""Displays a picture of a few bytes that says it has ten gigapixels."""

PROMISE = 6
CLASS = "decompression bomb"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import base64, struct, zlib
from IPython.display import display

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

header = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 1, 0, 0, 0, 0))
rows = chunk(b"IDAT", zlib.compress(bytes(12_501) * 1000, 9))
picture = b"\\x89PNG\\r\\n\\x1a\\n" + header + rows + chunk(b"IEND", b"")
display({"image/png": base64.b64encode(picture).decode()}, raw=True)
"""
    )
    desk.save()
