"""Nils moves, copies, splits, retypes and deletes cells; all of his answers are right."""

import copy

LOST = {}
NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    cells = desk.notebook.cells
    # A copy of one answer, and the imports deleted.
    cells.append(copy.deepcopy(desk.cell("step_jacobian")))
    cells[-1].id = "a-copy"
    cells.remove(desk.cell("given_imports"))
    # An answer split in two in the middle of a function, and one that became text.
    split = desk.cell("chain_rule_product")
    head, tail = split.source.rsplit("\n", 1)
    rest = copy.deepcopy(split)
    split.source, rest.source, rest.id, rest.metadata = head, tail, "the-rest", {}
    cells.insert(cells.index(split) + 1, rest)
    text = desk.cell("immediate_gradient")
    text.cell_type = "markdown"
    for key in ("outputs", "execution_count"):
        del text[key]
    # The last answer moved to the front, a test edited and another one deleted.
    moved = desk.cell("gradient_regime")
    cells.remove(moved)
    cells.insert(0, moved)
    desk.cell("test_step_norm_bound").source = "pass"
    cells.remove(desk.cell("test_product_norm_bound"))
    desk.save()
