"""Nils moves, copies, splits, retypes and deletes cells; all of his answers are right."""

import copy

NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    cells = desk.notebook.cells
    copied, split, turned, *_, edited, deleted, moved = desk.questions
    # A copy of one answer, and the imports deleted.
    cells.append(copy.deepcopy(desk.cell(copied)))
    cells[-1].id = "a-copy"
    cells.remove(desk.cell("given_imports"))
    # An answer split in two in the middle of a function, and one that became text.
    start = desk.cell(split)
    head, tail = start.source.rsplit("\n", 1)
    rest = copy.deepcopy(start)
    start.source, rest.source, rest.id, rest.metadata = head, tail, "the-rest", {}
    cells.insert(cells.index(start) + 1, rest)
    text = desk.cell(turned)
    text.cell_type = "markdown"
    for key in ("outputs", "execution_count"):
        del text[key]
    # The last answer moved to the front, a test edited and another one deleted.
    last = desk.cell(moved)
    cells.remove(last)
    cells.insert(0, last)
    desk.cell(f"test_{edited}").source = "pass"
    cells.remove(desk.cell(f"test_{deleted}"))
    desk.save()
