"""Draws a figure of four gigapixels."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import matplotlib.pyplot as plt
plt.figure(figsize=(640, 640), dpi=100)
plt.plot([1, 2, 3])
plt.show()
"""
    )
    desk.save()
