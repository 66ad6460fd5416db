"""A student's process that says whatever it is told to, and all that may come of it."""

import contextlib
import json
import socket
import threading

import nbformat
import numpy as np

from graders.classroom.harmless import make_harmless
from graders.classroom.markup import acts
from graders.compare import Answer
from graders.diagnosis import same_value
from graders.errors import Died, NotDefined, Raised, StudentFault, TimedOut, Unreadable, WrongAnswer
from graders.marks import told
from graders.sandbox import wire
from graders.sandbox.functions import Call
from graders.sandbox.limits import Limits
from graders.sandbox.parent import Child
from graders.sandbox.student import Student
from graders.sandbox.wire import Foreign
from graders.shown import show

SOURCE = "def f(x):\n    return x"
NOWHERE = "/nonexistent"
MAX_FAULT_CHARACTERS = 3000
DECLARED = {NotDefined, Raised, TimedOut, Died, Unreadable}
PLAIN = {type(None), bool, int, float, str, np.ndarray, Foreign}
SCALARS = {np.dtype(name).type for name in wire.DTYPES}
SHOWN = {"text/html", "text/plain", "image/png", "image/jpeg"}
EYE = np.eye(2)
DEMANDS = (
    lambda answer: answer.equals(EYE),
    lambda answer: answer.equals(1.0),
    lambda answer: answer.error(EYE, scale=0.0),
    lambda answer: answer.array(0, 2),
    lambda answer: answer.says("vanishing"),
    lambda answer: answer.is_one_of("vanishing", "exploding"),
    lambda answer: answer.item(0, of=2, name="the first").equals(1.0),
    lambda answer: answer.item(1, of=2, name="the second").says("exploding"),
)


class Puppet:
    """Stands where a zygote would: each of its children has said the same bytes and hung up."""

    def __init__(self, said):
        self._said, self._talks = said, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for talk in self._talks:
            talk.join()

    def fork(self, limits):
        """A child, as `Zygote.fork`."""
        ours, theirs = socket.socketpair()
        self._talks.append(threading.Thread(target=self._talk, args=(theirs,)))
        self._talks[-1].start()
        return Child(self, 0, ours, NOWHERE, limits)

    def bury(self, pid):
        """What became of a child, as `Zygote.bury`."""
        return {"status": pid, "found": ""}

    def _talk(self, connection):
        """Say it all, and listen until the other side has heard enough."""
        with connection, contextlib.suppress(OSError):
            connection.sendall(wire.pack({"ready": True}) + self._said)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 16):
                pass


def judge(said):
    """Grade a student whose process says these bytes; fail if anything undeclared comes of it."""
    with Puppet(said) as puppet, Student(puppet, [SOURCE], Limits()) as student:
        check_page(student.run())
        try:
            check_reply(student.call("f", EYE))
        except StudentFault as fault:
            check_fault(fault)
    with Puppet(said) as puppet, Student(puppet, [SOURCE], Limits()) as student:
        for found in student.call_all("f", [Call((EYE,)), Call((EYE,), views=True)]):
            check_fault(found) if isinstance(found, StudentFault) else check_reply(found)


def check_reply(reply):
    """Fail if there is anything in a reply that no grader can bear."""
    for value in (reply.value, reply.args):
        check_plain(value)
        check_answer(value)


def check_fault(fault):
    """Fail if a fault is not one of those that a call is said to have, or has many words."""
    assert type(fault) in DECLARED
    assert len(str(fault)) <= MAX_FAULT_CHARACTERS


def check_plain(value):
    """Fail if there is anything in a value but the grammar's own types, however deep."""
    if type(value) in (list, tuple):
        for item in value:
            check_plain(item)
    elif type(value) is dict:
        check_plain([*value, *value.values()])
    else:
        assert type(value) in PLAIN | SCALARS
        assert not isinstance(value, np.ndarray) or value.dtype.str in wire.DTYPES


def check_answer(value):
    """Fail if a grader's demand on an answer ends in anything but a verdict with few words."""
    for demand in DEMANDS:
        with contextlib.suppress(WrongAnswer):
            try:
                demand(Answer(value))
            except WrongAnswer as wrong:
                words = json.dumps([wrong.problem, wrong.expected, told(wrong)])
                assert len(words) <= 2 * MAX_FAULT_CHARACTERS
                raise
    assert len(show(value)) <= MAX_FAULT_CHARACTERS
    assert same_value(value, EYE, 1.0) in (True, False)


def check_page(cells):
    """Fail if what cells put out makes no notebook, or one that does something to its reader."""
    code = [
        nbformat.v4.new_code_cell(
            cell.source,
            outputs=[nbformat.from_dict(output) for output in cell.outputs],
            execution_count=cell.count,
        )
        for cell in cells
    ]
    notebook = nbformat.v4.new_notebook(cells=code)
    make_harmless(notebook)
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode()
    for output in (output for cell in code for output in cell.outputs):
        assert set(output.get("data", {})) <= SHOWN
        assert not acts(output.get("data", {}).get("text/html", ""))
