"""Figures share formulas, and no figure looks otherwise for it."""

from graders.sandbox.student import Student

DRAW = """
_, axes = plt.subplots()
axes.set_title("$10^{-3}$")
plt.show()
"""


def test_other_fonts_for_formulas_are_seen_in_the_next_figure(zygote):
    bold = "plt.rcParams['mathtext.default'] = 'bf'"
    sources = ["import matplotlib.pyplot as plt", DRAW, DRAW, bold, DRAW]

    with Student(zygote, sources) as student:
        cells = student.run()

    first, again, other = (cells[k].outputs[0]["data"]["image/png"] for k in (1, 2, 4))
    assert first == again != other
