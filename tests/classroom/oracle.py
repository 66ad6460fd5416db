"""Which functions of a notebook are right, found out by running it and asking them.

It knows of a mangled notebook what was meant by it, and so what should come out of it.
"""

import builtins
import contextlib
import io
import re
from functools import lru_cache

import numpy as np
from IPython.core.inputtransformer2 import TransformerManager

from reference import rnn_gradients as reference
from tests.classroom.mangler import FUNCTIONS

W_HH = np.array([[0.5, -0.3, 0.7], [0.2, 0.8, -0.6], [-0.9, 0.4, 0.1]])
ZS, HS = np.linspace(-1, 2, 12).reshape(4, 3), np.linspace(-0.9, 0.8, 15).reshape(5, 3)
QUESTIONS = {
    "cross_entropy_loss": (np.array([0.0, 1.0, 0.0]), np.array([0.2, 0.5, 0.3])),
    "immediate_gradient": (ZS[1], HS[0], 1, 2),
    "step_jacobian": (W_HH, ZS[1]),
    "chain_rule_product": ([W_HH, W_HH @ W_HH, W_HH + 1], 3),
    "weight_gradient": (W_HH, ZS, HS, 0, 1),
    "step_norm_bound": (W_HH, ZS[1]),
    "product_norm_bound": (W_HH, ZS),
    "gradient_regime": (W_HH,),
}
WANTED = {name: getattr(reference, name)(*args) for name, args in QUESTIONS.items()}
FORGETTING = re.compile(r"(?m)^(?:del |%reset|%xdel|globals\(\)|get_ipython\(\)\.\w+\('reset).*$")
SHADOWING = re.compile(r"(?m)^(?:np|len|float|zip) = .*$")


class Shell:
    """What a cell finds as `get_ipython()`; magics do nothing but to run their cell."""

    def __init__(self, names):
        self._names = names

    def run_line_magic(self, name, line="", **_):
        """Only %reset does something: it would spoil everything, and must not be reached."""
        if name in ("reset", "reset_selective", "xdel"):
            self._names.clear()

    def magic(self, words):
        self.run_line_magic(words.split()[0])

    def run_cell_magic(self, name, line, cell):
        run(cell, self._names)

    def getoutput(self, *_, **__):
        return []

    def __getattr__(self, name):
        return lambda *_, **__: None


def run(source, names):
    """Run one cell, as a notebook does: what it raises ends it, and nothing else."""
    usual = {"__builtins__": builtins, "__name__": "__main__", "display": print}
    names |= usual | {"get_ipython": lambda: Shell(names)}
    quiet = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with quiet[0], quiet[1], contextlib.suppress(Exception, SystemExit):
        exec(_code(source), names)
    return names


@lru_cache(maxsize=1000)
def _code(source):
    return compile(TransformerManager().transform_cell(source), "<cell>", "exec")


def is_right(name, names):
    """Whether a function is there and answers as the reference does."""
    try:
        answer, wanted = names[name](*QUESTIONS[name]), WANTED[name]
        if isinstance(wanted, str):
            return answer == wanted
        return np.shape(answer) == np.shape(wanted) and bool(np.allclose(answer, wanted))
    except Exception:  # a student's function may raise anything
        return False


def right_in(sources):
    """The functions that are right when these cells have run."""
    names = {}
    for source in sources:
        run(source, names)
    return {name for name in FUNCTIONS if is_right(name, names)}


def right_for_the_student(work, given):
    """The functions that are right in a student's own notebook, if it is run as it was meant.

    That is from top to bottom, with what was `given` known from the beginning, split cells whole,
    stubs passed over, and nothing deleted at the end. Code that became text counts if there is no
    other. Of functions that are mentioned in what is spoiled nothing is said.
    """
    names, texts = {}, []
    for source in given:
        run(source, names)
    for block in work.blocks:
        if any(piece.spoiled for piece in block):
            continue
        source = "\n".join(piece.text for piece in block if piece.kind == block[0].kind)
        for known in work.known:
            source = source.replace(known, "\n")
        source = FORGETTING.sub("", source)
        if SHADOWING.search(source) and all(is_right(name, names) for name in FUNCTIONS):
            source = SHADOWING.sub("", source)
        if block[0].kind == "code":
            run(source, names)
        elif len(block) == 1 and block[0].name in ("", *FUNCTIONS):
            texts.append(source)
    for source in texts:
        missing = {*FUNCTIONS} - names.keys()
        trial = run(source, dict(names)) if any(f"def {name}" in source for name in missing) else {}
        names |= {name: trial[name] for name in missing if name in trial}
    spoiled = " ".join(piece.text for piece in work.pieces() if piece.spoiled)
    return {name for name in FUNCTIONS if name not in spoiled and is_right(name, names)}
