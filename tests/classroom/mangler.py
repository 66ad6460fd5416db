"""A student's notebook with right answers, and what can be done to its cells.

A `Work` is a list of blocks: a block is a cell, or the pieces of one, side by side. Every step that
is taken has a seed of its own, so that one can be left out and the others stay what they were.
"""

import copy
import random
import re
import textwrap
from dataclasses import dataclass, field

FUNCTIONS = (
    *("cross_entropy_loss", "immediate_gradient", "step_jacobian", "chain_rule_product"),
    *("weight_gradient", "step_norm_bound", "product_norm_bound", "gradient_regime"),
)
THOUGHT = re.compile(r"thought\d+x")
"""What a student has written and is not to lose; `Work.mark` makes one."""
WRONG = "def {}(*args):\n    return 'what I wrote yesterday'"


@dataclass
class Piece:
    """A cell, or a piece of one."""

    kind: str
    text: str
    metadata: dict = field(default_factory=dict)
    spoiled: bool = False
    """Whether something else will be in the file in its place."""

    @property
    def name(self):
        """The grade_id that it claims."""
        return self.metadata.get("nbgrader", {}).get("grade_id", "")


class Work:
    """One student's notebook: the assignment with right answers, until something is done to it."""

    def __init__(self, release, answers):
        self.title = release[0]["source"]
        self.stubs = {cell["id"]: cell["source"] for cell in release if cell["id"] in FUNCTIONS}
        self.known = [cell["source"] for cell in release if cell["cell_type"] == "code"]
        self.marks, self.blocks = set(), []
        for cell in release:
            piece = Piece(cell["cell_type"], cell["source"], copy.deepcopy(cell["metadata"]))
            piece.text = answers.get(piece.name, piece.text)
            if piece.name.startswith("derive_"):
                piece.text += f"\n\nBecause of {self.mark()}."
            self.blocks.append([piece])

    def mark(self):
        """A word that is not to be lost."""
        self.marks.add(f"thought{len(self.marks)}x")
        return f"thought{len(self.marks) - 1}x"

    def pieces(self):
        """All pieces, in order."""
        return [piece for block in self.blocks for piece in block]

    def place(self, rng):
        """A place for a block."""
        return rng.randrange(len(self.blocks) + 1)

    def add(self, k, text, kind="code"):
        """Put in a cell of the student's own."""
        self.blocks.insert(k, [Piece(kind, text)])

    def some(self, rng, fits):
        """The place of some block that is a whole cell and fits; None if there is none."""
        found = [k for k, block in enumerate(self.blocks) if len(block) == 1 and fits(block[0])]
        return rng.choice(found) if found else None

    def some_answer(self, rng):
        """The place of a cell with an answer, and the name of its function."""
        k = self.some(rng, lambda p: p.kind == "code" and p.name in FUNCTIONS and p.name in p.text)
        return k, self.blocks[k][0].name if k is not None else ""


def move(work, rng):
    block = work.blocks.pop(rng.randrange(len(work.blocks)))
    work.blocks.insert(work.place(rng), block)


def move_an_answer(work, rng):
    k, _ = work.some_answer(rng)
    if k is not None:
        block = work.blocks.pop(k)
        work.blocks.insert(work.place(rng), block)


def shuffle(work, rng):
    rng.shuffle(work.blocks)


def reverse(work, rng):
    work.blocks.reverse()


def duplicate(work, rng):
    work.blocks.insert(work.place(rng), copy.deepcopy(rng.choice(work.blocks)))


def delete(work, rng):
    if len(work.blocks) > 1:
        work.blocks.pop(rng.randrange(len(work.blocks)))


def delete_what_is_given(work, rng):
    mine = [b for b in work.blocks if any(p.name in FUNCTIONS or "thought" in p.text for p in b)]
    work.blocks = mine or work.blocks


def split(work, rng):
    k = work.some(rng, lambda piece: "\n" in piece.text)
    if k is None:
        return
    lines = work.blocks[k][0].text.split("\n")
    count = min(rng.choice([2, 2, 3, 4]), len(lines))
    cuts = [0, *sorted(rng.sample(range(1, len(lines)), count - 1)), len(lines)]
    pieces = [copy.deepcopy(work.blocks[k][0]) for _ in range(count)]
    keep = rng.choice([[*range(count)], [0], [count - 1], []])
    for number, piece in enumerate(pieces):
        piece.text = "\n".join(lines[cuts[number] : cuts[number + 1]])
        piece.metadata = piece.metadata if number in keep else {}
    work.blocks[k] = pieces


def interrupt(work, rng):
    """Split a cell, and write something between its pieces."""
    split(work, rng)
    k = rng.randrange(len(work.blocks))
    if len(work.blocks[k]) > 1:
        work.blocks[k].insert(1, Piece("markdown", f"To be done: {work.mark()}."))


def merge(work, rng):
    k = work.some(rng, lambda piece: True)
    if k is None:
        return
    [one] = work.blocks[k]
    j = work.some(rng, lambda piece: piece.kind == one.kind and piece is not one)
    if j is not None:
        [other] = work.blocks[j]
        one.text += "\n\n" + other.text
        one.metadata = rng.choice([one, other]).metadata
        del work.blocks[j]


def everything_in_one_cell(work, rng):
    code = [p for p in work.pieces() if p.kind == "code" and p.name in FUNCTIONS]
    for piece in code if rng.random() < 0.5 else []:
        piece.metadata = {}
    k = rng.choice([0, len(work.blocks)])
    work.add(k, "\n\n".join(piece.text for piece in code))
    for piece in code:
        piece.text = rng.choice(["", work.stubs.get(piece.name, "")])


def retype(work, rng):
    k = work.some(rng, lambda piece: True)
    if k is not None:
        work.blocks[k][0].kind = rng.choice(["markdown", "raw", "code", "heading"])


def strip(work, rng):
    for piece in rng.choice(work.blocks):
        piece.metadata = {}


def strip_all(work, rng):
    for piece in work.pieces():
        piece.metadata = {}


def rename(work, rng):
    names = ["no-such-cell", "prose 0", "", "test_", "F" * 5000, "a\nb", "\udcff", "../x"]
    for piece in rng.choice(work.blocks):
        piece.metadata = {"nbgrader": {"grade_id": rng.choice(names)}}


def clash(work, rng):
    metadata = rng.choice(work.pieces()).metadata
    for piece in rng.choice(work.blocks):
        piece.metadata = copy.deepcopy(metadata)


def edit_what_is_given(work, rng):
    k = work.some(rng, lambda piece: piece.name.startswith(("test_", "given_", "prompt_")))
    if k is not None:
        [piece] = work.blocks[k]
        comment = "# " if piece.kind == "code" else ""
        added = f"{comment}{work.mark()}"
        piece.text = rng.choice([f"{piece.text}\n{added}", f"{added}\n\n{piece.text}"])


def ruin_what_is_given(work, rng):
    k = work.some(rng, lambda piece: piece.name.startswith(("test_", "given_", "prompt_")))
    if k is not None:
        lines = work.blocks[k][0].text.split("\n")
        lines[rng.randrange(len(lines))] = rng.choice(["", "pass", "import antigravity", "1/0"])
        work.blocks[k][0].text = rng.choice(["\n".join(lines), "pass", ""])


def write_over_a_copy(work, rng):
    """Copy a cell that was given, with its metadata, and write something else into the copy."""
    k = work.some(rng, lambda piece: piece.name.startswith(("test_", "given_", "prompt_")))
    if k is not None:
        kind, metadata = work.blocks[k][0].kind, copy.deepcopy(work.blocks[k][0].metadata)
        text = rng.choice(["x = 1  # {}", "print('{}')", "def helper():\n    return '{}'"])
        work.blocks.insert(work.place(rng), [Piece(kind, text.format(work.mark()), metadata)])


def answer_in_a_cell_of_ones_own(work, rng):
    k, name = work.some_answer(rng)
    if k is not None:
        text, work.blocks[k][0].text = work.blocks[k][0].text, work.stubs[name]
        work.add(work.place(rng), text)


def answer_in_another_cell(work, rng):
    k, name = work.some_answer(rng)
    j = work.some(rng, lambda piece: piece.kind == "code" and piece.name != name)
    if k is not None and j is not None:
        text = work.blocks[k][0].text
        work.blocks[k][0].text = rng.choice(["", work.stubs[name]])
        work.blocks[j][0].text += "\n\n" + text


def answer_twice(work, rng):
    k, name = work.some_answer(rng)
    if k is None:
        return
    wrong, [piece] = WRONG.format(name), work.blocks[k]
    how = rng.choice(["same cell", "own cell", "old cell", "stub"])
    if how == "same cell":
        piece.text = f"{wrong}\n\n{piece.text}"
    elif how == "stub":
        piece.text = rng.choice(["{0}\n\n{1}", "{1}\n\n{0}"]).format(piece.text, work.stubs[name])
    else:
        old = Piece("code", wrong, copy.deepcopy(piece.metadata) if how == "old cell" else {})
        work.blocks.insert(rng.randrange(len(work.blocks)), [old])


def unwrite(work, rng):
    name = rng.choice(FUNCTIONS)
    metadata = {"nbgrader": {"grade_id": name}} if rng.random() < 0.5 else {}
    work.blocks.insert(work.place(rng), [Piece("code", work.stubs[name], metadata)])


def answer_in_another_way(work, rng):
    k, name = work.some_answer(rng)
    if k is None:
        return
    text = work.blocks[k][0].text
    inner, mine = textwrap.indent(text, "    "), text.replace(f"def {name}(", f"def my_{name}(")
    work.blocks[k][0].text = rng.choice(
        [
            f"class Answers:\n    @staticmethod\n{inner}\n\n{name} = Answers.{name}",
            f"class Answers:\n{inner.replace('(', '(self, ', 1)}\n\n{name} = Answers().{name}",
            f"{mine}\n\n{name} = lambda *args: my_{name}(*args)",
            f"{mine}\n{name}, spare = my_{name}, None",
            f"import functools\n@functools.cache\ndef maker():\n{inner}\n    return {name}\n"
            f"{name} = maker()",
            f"if True:\n{inner}",
            f"try:\n{inner}\nexcept ImportError:\n    {name} = None",
            f"import numpy as np\nfrom functools import *\n\n{text}\n\nprint({name}.__name__)",
            f"{mine}\n\nfrom functools import partial\n{name} = partial(my_{name})",
            f"def build():\n    global {name}\n{inner}\nbuild()",
            f"{text}\n\n\nif __name__ == '__main__':\n    print({name})",
            f"import sys\nprint(sys.version)\n{text}\nassert {name}, 'there'\n1 / 0",
        ]
    )


def lean_on_a_cell_of_ones_own(work, rng):
    """Have an answer need another cell, when it is defined or when it is called."""
    k, name = work.some_answer(rng)
    if k is None:
        return
    [piece], helper = work.blocks[k], f"helper_{len(work.marks)}"
    needs = rng.choice(["decorator", "default", "call"])
    if needs == "decorator":
        piece.text = f"@{helper}\n{piece.text}"
    else:
        piece.text = piece.text.replace(f"def {name}(", f"def my_{name}(")
        head, by = ("*args", helper) if needs == "call" else (f"*args, by={helper}", "by")
        piece.text += f"\n\ndef {name}({head}):\n    return {by}(my_{name})(*args)"
    source = f"def {helper}(function):\n    return function  # {work.mark()}"
    work.add(rng.choice([k, rng.randrange(k + 1)]), source)


def write_something(work, rng):
    mark = work.mark()
    text, kind = rng.choice(
        [
            (f"# {mark}", "code"),
            (f"x = 1  # {mark}", "code"),
            (f"raise ValueError('{mark}')", "code"),
            (f"def ({mark}:", "code"),
            (f"for _ in range(3):  # {mark}", "code"),
            (f"    print('{mark}')", "code"),
            (f"print(\n'''{mark}\n'''\n)", "code"),
            (f"<script>alert('{mark}')</script>", "markdown"),
            (f"# {mark}", "markdown"),
            (f"{mark}\n" * 300, "raw"),
        ]
    )
    work.add(work.place(rng), text, kind)


def write_nothing(work, rng):
    work.add(work.place(rng), rng.choice(["", " ", "\n\n", "#"]), rng.choice(["code", "markdown"]))


def derive_elsewhere(work, rng):
    k = work.some(rng, lambda piece: piece.name.startswith("derive_"))
    if k is not None:
        [piece] = work.blocks[k]
        text, piece.text = piece.text, rng.choice([work.title, "", piece.text.split("\n")[0]])
        work.add(work.place(rng), text, rng.choice(["markdown", "code", "raw"]))


def speak_to_ipython(work, rng):
    k = work.some(rng, lambda piece: piece.kind == "code" and not piece.text.startswith("%%"))
    if k is not None:
        [piece] = work.blocks[k]
        piece.text = rng.choice(
            [
                f"%matplotlib inline\n{piece.text}",
                f"!pip install numpy\n{piece.text}\n!ls",
                f"%%time\n{piece.text}",
                f"%%capture out\n{piece.text}",
                f"{piece.text}\n?np.dot",
                f"{piece.text}\nfiles = !ls",
                f"{piece.text}\n%timeit -n1 -r1 1 + 1",
                f"#@title A form {{ run: 'auto' }}\n{piece.text}",
                f"# %% [markdown]\n{piece.text}",
                f"%load_ext autoreload\n%autoreload 2\n{piece.text}",
            ]
        )


def decorate_the_text(work, rng):
    k = work.some(rng, lambda piece: True)
    if k is not None:
        [piece] = work.blocks[k]
        piece.text = rng.choice(
            [
                f"{piece.text}\n# café ‖W‖ 作业 🎓",
                f"\n\n{piece.text}\n\n\n",
                piece.text.replace("\n", "  \n"),
                f"{piece.text}\n# {'x' * 20_000}",
            ]
        )


def clean_up(work, rng):
    """What a student does at the end of a notebook, and what their answers have to survive."""
    name = rng.choice(FUNCTIONS)
    text = rng.choice(
        [
            *(f"del {name}", f"del {name}, try_W", f"print('bye')\ndel {name}"),
            *("%reset -f", "%reset", "get_ipython().run_line_magic('reset', '-f')"),
            *("get_ipython().magic('reset -f')", "globals().clear()", f"%xdel {name}"),
            f"%reset_selective -f {name}",
        ]
    )
    work.add(rng.choice([len(work.blocks), work.place(rng)]), text)


def name_something_badly(work, rng):
    """At the end, give another meaning to a name that answers above rely on."""
    work.add(len(work.blocks), f"{rng.choice(['np', 'len', 'float', 'zip'])} = {rng.choice('013')}")


STEPS = (
    *(move, move_an_answer, shuffle, reverse, duplicate, delete, delete_what_is_given),
    *(
        split,
        split,
        interrupt,
        merge,
        everything_in_one_cell,
        retype,
        strip,
        strip_all,
        rename,
        clash,
    ),
    *(edit_what_is_given, ruin_what_is_given, answer_in_a_cell_of_ones_own, answer_in_another_cell),
    *(answer_twice, unwrite, answer_in_another_way, lean_on_a_cell_of_ones_own, write_something),
    *(write_nothing, derive_elsewhere, speak_to_ipython, decorate_the_text, clean_up),
    *(name_something_badly, write_over_a_copy),
)


def some_steps(rng):
    """A few steps, each with its seed."""
    count = rng.choice([0, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12])
    return [(rng.choice(STEPS), rng.randrange(10**9)) for _ in range(count)]


def mangled(release, answers, steps):
    """The work to which these steps were done."""
    work = Work(release, answers)
    for step, seed in steps:
        step(work, random.Random(seed))
    return work
