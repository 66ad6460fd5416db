"""Leaves files whose names hold line breaks, escapes, options, commands and no text at all."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
names = [b"line\\nbreak", b"\\x1b]0;owned\\x07", b"-rf", b"$(touch x)", b"\\xff\\xfe", b"n" * 255]
for name in names:
    open(name, "w").close()
"""
    )
    desk.save()
