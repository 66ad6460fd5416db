"""A student as a grader meets them: a notebook that has been run, and functions to call."""

import re
import time
from dataclasses import dataclass
from typing import Any, Self

from graders.errors import (
    Died,
    NotDefined,
    OutOfTime,
    Raised,
    StudentFault,
    TimedOut,
    Unreadable,
)
from graders.sandbox import outputs, wire
from graders.sandbox.frames import Room
from graders.sandbox.functions import MAX_CHARACTERS, Call, Reply, is_given_up
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.parent import Child, Zygote


@dataclass
class Cell:
    """One code cell of a notebook: its source, and what running it put out."""

    source: str
    outputs: list[dict[str, Any]]
    count: int | None = None
    stopped: str = ""
    """Why this cell had to be stopped and is left out when the notebook is run again."""
    page_bytes: int = 0
    """What the outputs come to on a page."""


class Student:
    """The functions of one notebook, called in a process that is not ours.

    When that process dies or hangs, the next call gets a fresh one in which the notebook has been
    run again, so that one question's crash costs no other question anything.
    """

    def __init__(self, zygote: Zygote, sources: list[str], limits: Limits | None = None) -> None:
        self._zygote, self._limits = zygote, limits or Limits()
        self.cells = [_cell(source) for source in sources]
        self._child: Child | None = None
        self._due: list[Cell] = []
        self._page_bytes = self._limits.page_mib * MIB
        self._ends = time.monotonic() + self._limits.submission_seconds
        self.begin_question()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def run(self) -> list[Cell]:
        """Run the notebook's cells from the top; the answer is the cells with their outputs."""
        self._start()
        while self._due:
            if not self._finish(self._due.pop(0)):
                self._start()  # anew, without the cell that had to be stopped
        for cell in self.cells if self._child is None else []:
            if cell.source.strip() and cell.count is None and not cell.stopped:
                _stop(cell, TimedOut("was not run: the notebook has used up its time"))
        return self.cells

    def begin_question(self) -> None:
        """Give the next question its own time, and its own patience."""
        self._question_seconds = self._limits.question_seconds
        self._timeouts_left = self._limits.question_timeouts
        self._one_by_one, self._shared_room = False, None

    def begin_explanation(self) -> None:
        """Give what is asked once the verdict stands a time of its own, and no patience."""
        self._question_seconds, self._timeouts_left = self._limits.explanation_seconds, 1
        self._one_by_one = False

    def share_room(self) -> None:
        """Give all answers from now on, which somebody keeps, together the room of one message."""
        self._shared_room = self._new_room()

    def call(self, name: str, *args: Any, views: bool = False) -> Reply:
        """Call the notebook's function `name`; `views` makes its arrays read-only and strided.

        An argument that is a `randomness.Seed` arrives as a generator that was made over there.
        Raises a StudentFault: NotDefined, Raised, TimedOut, Died or Unreadable.
        """
        if self._question_seconds <= 0 or not self._timeouts_left or not self._runs():
            raise OutOfTime("was not called any more: this question has used up its time")
        began = time.monotonic()
        try:
            request = Call(args, views).request(name)
            return self._reply(name, self._child.ask(request, self._call_seconds(), self._room()))
        except (TimedOut, Died, Unreadable) as fault:
            self._timeouts_left -= isinstance(fault, TimedOut)
            self._drop()
            raise
        finally:
            self._question_seconds -= time.monotonic() - began

    def call_all(self, name: str, calls: list[Call]) -> list[Reply | StudentFault]:
        """What several calls come to, made one after the other while nobody waits for them.

        Each has its own time, and all together the room of one message. What is found ends before a
        call that does not come to an end: that one is to be made by itself, if it is still wanted,
        and so are all that follow until the next question begins.
        """
        if self._one_by_one or self._question_seconds <= 0 or not (calls and self._runs()):
            return []
        found, child, room = [], self._child, self._room()
        request = {"calls": [wire.pack_within(call.request(name)) for call in calls]}
        try:
            child.tell(request, self._call_seconds())
            while len(found) < len(calls):
                began = time.monotonic()
                answer = child.hear(self._call_seconds(), room)
                if is_given_up(answer):
                    self._one_by_one = True
                    break
                found.append(self._reply_or_fault(name, answer))
                self._question_seconds -= time.monotonic() - began
        except (TimedOut, Died, Unreadable):
            self._one_by_one = True
            self._drop()
        return found

    def _room(self) -> Room:
        return self._shared_room or self._new_room()

    def _new_room(self) -> Room:
        return Room(self._limits.reply_mib * MIB)

    def _call_seconds(self) -> float:
        return min(self._limits.call_seconds, self._question_seconds, self._left())

    def _reply_or_fault(self, name: str, answer: Any) -> Reply | StudentFault:
        try:
            return self._reply(name, answer)
        except (NotDefined, Raised) as fault:
            return fault.kept()

    def _reply(self, name: str, answer: Any) -> Reply:
        try:
            return Reply.read(answer)
        except NotDefined as missing:
            raise NotDefined(f"{missing}{self._reason_for_lack_of(name)}") from None

    def _reason_for_lack_of(self, name: str) -> str:
        for cell in self.cells:
            if cell.stopped and _assigns(cell.source, name):
                return f": the cell that should define it {cell.stopped.rstrip('.')}"
            errors = [item for item in cell.outputs if item["output_type"] == "error"]
            if errors and _assigns(cell.source, name):
                kind, said = (errors[-1][key][:MAX_CHARACTERS] for key in ("ename", "evalue"))
                said = re.sub(r"<ipython-input[^>]*>, ", "", said)
                return f": the cell that should define it has a {kind}: {said}"
        return ""

    def _start(self) -> None:
        """Have the cells run from the top in a new process, if there is none, and time for it."""
        if self._child is None and self._left() > 0:
            self._child = self._zygote.fork(self._limits)
            self._due = [cell for cell in self.cells if cell.source.strip() and not cell.stopped]
            sources = [wire.pack_within(cell.source) for cell in self._due]
            self._child.tell({"cells": sources}, self._limits.cell_seconds)

    def _finish(self, cell: Cell) -> bool:
        """Wait for a cell that is run; whether it came to an end."""
        seconds = min(self._limits.cell_seconds, self._left())
        if seconds <= 0:
            self._drop()
            return False
        try:
            shown, cell.count = outputs.read(self._child.hear(seconds, self._new_room()))
        except StudentFault as fault:
            self._drop()
            _stop(cell, fault)
            return False
        self._show(cell, shown)
        return True

    def _show(self, cell: Cell, shown: list[dict[str, Any]]) -> None:
        """Keep what a cell put out, as far as the notebook's page has room for it."""
        self._page_bytes += cell.page_bytes
        cell.page_bytes = outputs.page_bytes(shown)
        if cell.page_bytes > self._page_bytes:
            shown, cell.page_bytes = [outputs.no_room()], 0
        cell.outputs, self._page_bytes = shown, self._page_bytes - cell.page_bytes

    def _runs(self) -> bool:
        """Whether there is a process in which the notebook has been run, or time for another."""
        self.run()
        return self._child is not None and self._left() > 0

    def _left(self) -> float:
        return self._ends - time.monotonic()

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child, self._due = None, []


def _cell(source: str) -> Cell:
    cell = Cell(source, [])
    if not wire.is_read(wire.pack(source), wire.MAX_TEXT_BYTES):
        _stop(cell, Unreadable("was not run: it is too long"))
    return cell


def _stop(cell: Cell, fault: StudentFault) -> None:
    cell.stopped = f"{fault}."
    cell.outputs = [outputs.error(type(fault).__name__, f"This cell {fault}.")]


def _assigns(source: str, name: str) -> bool:
    """Whether code looks as if it should define `name`; it need not be Python."""
    return bool(re.search(rf"^[ \t]*def[ \t]+{name}\b|^{name}[ \t]*=", source, re.MULTILINE))
