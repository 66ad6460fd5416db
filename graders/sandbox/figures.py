"""What matplotlib does for its first figure, done once in a zygote and not once per student."""

from matplotlib import rcParams
from matplotlib.mathtext import MathTextParser

FIRST_FIGURE = """
import matplotlib.pyplot as plt
_, (left, right) = plt.subplots(1, 2)
left.semilogy([1e-24, 1])
left.set_yticks([10.0 ** k for k in range(-24, 0)])
right.loglog([1, 1e12], [1, 1e12])
right.set_yticks([10.0 ** k for k in range(12)])
right.set_title("fonts, formatters and powers of ten")
right.legend(["$n$"])
"""
"""A cell that draws what many figures have in common: fonts, and the numbers on axes."""


def share_formulas() -> None:
    """Let the figures of a process share the formulas that matplotlib has typeset.

    It keeps them, but for one figure only: typesetting `10^{-3}` and its like again is a third of
    what a figure with logarithmic axes takes. Other fonts for formulas make other formulas.
    """
    settings = [name for name in rcParams if name.startswith("mathtext.")]
    begin = MathTextParser.__init__

    def begin_with_settings(parser: MathTextParser, output: str) -> None:
        begin(parser, output)
        parser.shares = (parser._output_type, *(rcParams[name] for name in settings))

    MathTextParser.__init__ = begin_with_settings
    MathTextParser.__eq__ = lambda one, other: one.shares == other.shares
    MathTextParser.__hash__ = lambda one: hash(one.shares)
