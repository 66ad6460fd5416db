"""The unit of work: a script goes in, everything that is to be kept of it comes out."""

import pickle
from copy import deepcopy
from dataclasses import replace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from graders.classroom.engine import Rules
from graders.classroom.handed_in import Cell, HandedIn
from graders.classroom.handout import Handout
from graders.classroom.marking import Marker, Script
from graders.classroom.scores import Score

STUB = "def step_jacobian(W_hh, z):\n    raise NotImplementedError()"
ANSWER = (
    "import numpy as np\n\ndef step_jacobian(W_hh, z):\n"
    "    return np.diag(1 - np.tanh(z) ** 2) @ W_hh"
)


def cell(name, source, **about):
    known = {"grade_id": name, "grade": False, "solution": False, "locked": False, "points": 10}
    return new_code_cell(source, id=name, metadata={"nbgrader": known | about})


@pytest.fixture
def marker():
    """Somebody who marks a homework of one question; its checks have a hidden part."""
    shown = new_notebook(
        cells=[
            cell("step_jacobian", STUB, solution=True),
            cell("test_step_jacobian", "shown", grade=True, locked=True),
        ]
    )
    complete = deepcopy(shown)
    complete.cells[1].source = "shown\nhidden"
    complete.metadata.kernelspec = {"name": "python3", "display_name": "Python"}
    return Marker(Handout("rnn_gradients", shown, complete, ()), Rules(b"key"))


@pytest.fixture
def script():
    return Script("ada", HandedIn([Cell("code", ANSWER, "step_jacobian")]))


def test_an_answer_that_refuses_nothing_is_worth_nine_of_ten(marker, script):
    marked = marker.mark(script)

    assert marked.student == marked.results.student == "ada"
    assert marked.entries.scores == {"test_step_jacobian": Score(9.0)}
    assert marked.entries.comments == {"step_jacobian": None}


def test_the_notebook_is_complete(marker, script):
    notebook = nbformat.reads(marker.mark(script).notebook, as_version=4)

    assert [one.source for one in notebook.cells[1:]] == [ANSWER, "shown\nhidden"]
    assert notebook.metadata.kernelspec.name == "python3"
    nbformat.validate(notebook)


def test_marking_changes_nothing_of_what_it_is_given(marker, script):
    before = pickle.dumps((marker, script))

    assert marker.mark(script) == marker.mark(script)
    assert pickle.dumps((marker, script)) == before


def test_who_marks_and_what_is_marked_can_be_sent_anywhere(marker, script):
    sent_marker, sent_script = pickle.loads(pickle.dumps((marker, script)))

    assert pickle.loads(pickle.dumps(sent_marker.mark(sent_script))) == marker.mark(script)


def test_a_script_that_we_cannot_read_waits_for_a_ta_with_the_reason(marker, script):
    broken = replace(script, handed_in=HandedIn([None], ["It was a PDF."]))

    marked = marker.mark(broken)

    mended, reason = marked.results.needs_human[0], marked.results.needs_human[-1]
    assert mended == "It was a PDF."
    assert reason.startswith("step_jacobian could not be checked: TypeError: ")
    assert marked.entries.scores == {"test_step_jacobian": Score(None)}
