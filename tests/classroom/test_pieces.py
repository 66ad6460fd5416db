"""Cells that were split are one cell again, and others are left alone."""

import pytest

from graders.classroom.handed_in import Cell
from graders.classroom.pieces import join_pieces


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        (["def f():", "    pass"], ["def f():\n    pass"]),
        (["def f():\n    '''a", "b'''", "    pass"], ["def f():\n    '''a\nb'''\n    pass"]),
        (["def f():", "", "    pass"], ["def f():\n\n    pass"]),
        (["x = 1", "y = 2"], ["x = 1", "y = 2"]),
        (["x = 1", "f(", ")"], ["x = 1", "f(\n)"]),
        (["f(", "x = 1", "y"], ["f(", "x = 1", "y"]),
        (["(", "(", "(", ")))"], ["(\n(\n(\n)))"]),
        (["(", "(", "(", "(", "))))"], ["(", "(", "(", "(", "))))"]),
    ],
)
def test_pieces_that_are_python_only_together_are_joined(pieces, joined):
    cells = [Cell("code", piece) for piece in pieces]

    join_pieces(cells)

    assert [cell.source for cell in cells] == joined


def test_pieces_of_different_cells_are_not_joined():
    cells = [Cell("code", "def f():", "f"), Cell("code", "    pass", "g")]

    assert join_pieces(cells) == []


def test_text_is_no_piece_of_code():
    cells = [Cell("code", "def f():"), Cell("markdown", "    pass")]

    assert join_pieces(cells) == []


def test_text_between_pieces_comes_to_stand_below():
    kinds = {"def f():": "code", "to be done": "markdown", "later": "raw", "    pass": "code"}
    cells = [Cell(kind, source) for source, kind in kinds.items()]

    join_pieces(cells)

    assert [cell.source for cell in cells] == ["def f():\n    pass", "to be done", "later"]


def test_pieces_far_apart_are_not_joined():
    cells = [Cell("code", "def f():"), *[Cell("raw", "") for _ in range(5)], Cell("code", "    2")]

    assert join_pieces(cells) == []


def test_code_that_is_indented_as_a_whole_runs_in_a_notebook():
    cells = [Cell("code", "  def f(x):\n    return x\n\n  f(1)"), Cell("markdown", "    code")]

    join_pieces(cells)

    assert [cell.source for cell in cells] == ["def f(x):\n  return x\n\nf(1)", "    code"]
