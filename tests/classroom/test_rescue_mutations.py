"""Whatever is done to a notebook, in whatever order, what comes out is whole and holds the answers.

The notebook is mangled block by block: a block is a cell, or the pieces of one, side by side.
"""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from graders.classroom.handed_in import Cell

FUNCTIONS = ("f", "g", "h")
STUB = "def {0}(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"


def delete(blocks, k, j, how):
    del blocks[k]


def move(blocks, k, j, how):
    blocks.insert(j, blocks.pop(k))


def duplicate(blocks, k, j, how):
    blocks.insert(j, copy.deepcopy(blocks[k]))


def strip(blocks, k, j, how):
    for cell in blocks[k]:
        cell.name = ""


def strip_all(blocks, k, j, how):
    for at in range(len(blocks)):
        strip(blocks, at, j, how)


def rename(blocks, k, j, how):
    for cell in blocks[k]:
        cell.name = "no-such-cell"


def clash(blocks, k, j, how):
    for cell in blocks[k]:
        cell.name = blocks[j][0].name


def retype(blocks, k, j, how):
    if len(blocks[k]) == 1:
        [cell] = blocks[k]
        cell.kind = "raw" if cell.kind == "markdown" else "markdown"


def split(blocks, k, j, how):
    [cell, *more] = blocks[k]
    if cell.kind == "code" and not more:
        lines = cell.source.split("\n")
        cut = 1 + j % len(lines)
        first, last = copy.deepcopy(cell), copy.deepcopy(cell)
        first.source, last.source = "\n".join(lines[:cut]), "\n".join(lines[cut:])
        first.name = "" if how == "last" else cell.name
        last.name = "" if how == "first" else cell.name
        blocks[k] = [first, last]


def merge(blocks, k, j, how):
    if j != k and len(blocks[k]) == len(blocks[j]) == 1:
        [one], [other] = blocks[k], blocks[j]
        if one.kind == other.kind:
            one.source += "\n\n" + other.source
            one.name = other.name if how == "last" else one.name
            del blocks[j]


def edit(blocks, k, j, how):
    if len(blocks[k]) == 1 and blocks[k][0].name.startswith(("test_", "given_")):
        blocks[k][0].source += "\npass"


def rewrite(blocks, k, j, how):
    duplicate(blocks, k, j, how)
    for cell in blocks[j]:
        cell.source = cell.source.replace("right", "different")


def unwrite(blocks, k, j, how):
    name = FUNCTIONS[k % len(FUNCTIONS)]
    blocks.insert(j, [Cell("code", STUB.format(name), name if how == "both" else "")])


MUTATIONS = (
    *(delete, move, duplicate, rewrite, unwrite, edit),
    *(strip, strip_all, rename, clash, retype, split, merge),
)


def said_by(block):
    """What each function of a block of code returns when the block runs without its stubs."""
    names, source = {}, "\n".join(cell.source for cell in block)
    for name in FUNCTIONS:
        source = source.replace(STUB.format(name), "")
    try:
        exec(source, names)
    except Exception:
        return {}
    return {name: str(names[name](0)) for name in FUNCTIONS if name in names}


def expected(blocks, name):
    """What a function returned for the student: its last definition counts, a stub does not."""
    code = [block for block in blocks if block[0].kind == "code"]
    retyped = [b for b in blocks if b[0].kind != "code" and b[0].name == name]
    said = [said_by(b)[name] for b in code if name in said_by(b)]
    said = said or [said_by(b)[name] for b in retyped if name in said_by(b)]
    return said[-1] if said else None


places = st.integers(0, 10**6)
steps = st.tuples(
    st.sampled_from(MUTATIONS), places, places, st.sampled_from(["both", "first", "last"])
)


@given(st.lists(steps, max_size=12), st.sets(st.sampled_from(FUNCTIONS)))
@settings(deadline=None, max_examples=300)
def test_a_mangled_notebook_is_whole_again(new_homework, steps, misplaced):
    homework = new_homework()
    for name in FUNCTIONS:
        homework[f"derive_{name}"].source += f"\nBecause of {name}."
        if name in misplaced:
            homework.add(homework.answer(name), before="given_tools")
            homework[name].source = homework.stub(name)
    blocks = [[cell] for cell in homework.cells]
    for mutate, k, j, how in steps:
        if blocks:
            mutate(blocks, k % len(blocks), j % len(blocks), how)
    homework.cells = [cell for block in blocks for cell in block]
    everything = "\n".join(cell.source for cell in homework.cells)

    found = homework.hand_in()

    assert found.asked == [c.id for c in homework.release.cells if "nbgrader" in c.metadata]
    assert all(note.endswith(".") and "\n" not in note for note in found.notes)
    wanted = [expected(blocks, name) for name in FUNCTIONS]
    answers = found.answers.split(" · ")
    assert [a for a, want in zip(answers, wanted, strict=True) if want] == [*filter(None, wanted)]
    restored = "\n".join(cell.source for cell in found.cells.values())
    for name in FUNCTIONS:
        assert f"Because of {name}." not in everything or f"Because of {name}." in restored

    homework.cells = [
        Cell(cell.cell_type, cell.source, cell.metadata.get("nbgrader", {}).get("grade_id", ""))
        for cell in found.cells.values()
    ]
    again = homework.hand_in()

    assert (again.asked, again.answers) == (found.asked, found.answers)
    assert len(again.ids) == len(found.ids)
