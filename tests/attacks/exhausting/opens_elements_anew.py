"""Opens elements of text that never end, all of which a browser opens anew in each paragraph."""

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
from IPython.display import HTML, display

for k in range(12):
    display(HTML("<p>" + "".join(f"<b title={k}{n}>" for n in range(1500)) + "<p>x" * 1500))
"""
    )
    desk.save()
