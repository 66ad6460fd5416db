"""One question put to one student: what a hidden grader may say.

It reads like this:

    for rnn in exam.rnns(*SEPARATING, count=24):
        want = reference.step_jacobian(rnn.W_hh, rnn.z)
        exam.ask(rnn.W_hh, rnn.z).equals(want, scale=abs(rnn.W_hh).max())
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from graders.compare import Answer
from graders.draws import RNN, Draws, Label
from graders.errors import Raised, WrongAnswer
from graders.kinds import Draw, Kind
from graders.sandbox.functions import Call, Reply
from graders.sandbox.randomness import Seed
from graders.sandbox.student import Student


class Exam:
    """The function of one question, asked in the student's process.

    Arguments cross the boundary as copies: nothing that a student does to them reaches us.
    """

    def __init__(self, question: str, student: Student, draws: Draws) -> None:
        self.question, self._student, self._draws = question, student, draws
        self.asked: tuple = ()
        """The arguments of the last call."""
        self.reply: Reply | None = None
        """What came back of it, if it came back."""

    def rnns(self, *families: str, **sizes: Any) -> Iterator[RNN]:
        """Random networks (`draws.Draws.rnns`)."""
        return self._draws.rnns(*families, **sizes)

    def labels(self, *families: str, **sizes: Any) -> Iterator[Label]:
        """Random labels (`draws.Draws.labels`)."""
        return self._draws.labels(*families, **sizes)

    def drawn(self, kind: Kind, *families: str, **sizes: Any) -> Iterator[Draw]:
        """Random questions of another kind (`draws.Draws.of`)."""
        return self._draws.of(kind, *families, **sizes)

    def generator(self) -> np.random.Generator:
        """Randomness for an edge case that belongs to no family."""
        return self._draws.generator()

    def ask(self, *args: Any) -> Answer:
        """The student's answer to the question about `args`. Raises StudentFault."""
        return Answer(self._call(*args).value)

    def answers(self, *args: Any) -> Answer:
        """The answer to these valid inputs, without which refusals prove nothing."""
        try:
            return self.ask(*args)
        except Raised as fault:
            raise WrongAnswer(
                f"valid input is to be answered before this counts: {fault}"
            ) from fault

    def refuses(self, *args: Any, because: str) -> None:
        """Nothing, if the function raises ValueError; else raises StudentFault."""
        try:
            value = self._call(*args).value
        except Raised as raised:
            if "ValueError" not in raised.kinds:
                raise WrongAnswer(f"{raised}, but should raise ValueError: {because}") from None
        else:
            raise WrongAnswer(
                f"returned a value, but should raise ValueError: {because}",
                evidence={"got": value},
            )

    def leaves_alone(self, *args: Any) -> Answer:
        """The answer, if the call leaves its arguments as they were; else raises StudentFault."""
        reply = self._call(*args)
        if len(reply.args) != len(args):
            raise WrongAnswer("its arguments could not be read after the call")
        for position, (was, now) in enumerate(zip(args, reply.args, strict=True)):
            if not is_same(was, now):
                raise WrongAnswer(
                    f"changed its argument number {position + 1}: work on a copy instead",
                    evidence={"got": now},
                )
        return Answer(reply.value)

    def ask_with_views(self, *args: Any) -> Answer:
        """As `ask`, with arrays that are read-only and not contiguous. Raises StudentFault."""
        return Answer(self._call(*args, views=True).value)

    def repeats(self, *args: Any) -> Answer:
        """The answer, if the same seeds give it again, and nothing else is random."""
        first, other, again = (self._call(*one.args) for one in calls("repeats", args))
        Answer(again.value).repeats(Answer(first.value))
        if first.drew or other.drew or again.drew:
            raise WrongAnswer(
                "used the random numbers that all code shares, those of np.random: "
                "take every one from the generator that is given"
            )
        return Answer(again.value)

    def varies(self, *args: Any) -> Answer:
        """The answer, if other seeds give one that differs in every entry."""
        other, reply = (self._call(*one.args) for one in calls("varies", args))
        answer = Answer(reply.value)
        answer.varies(Answer(other.value))
        return answer

    def _call(self, *args: Any, views: bool = False) -> Reply:
        self.asked, self.reply = args, None
        self.reply = self._student.call(self.question, *args, views=views)
        return self.reply


def calls(manner: str, args: tuple) -> list[Call]:
    """The calls of the student's function that a method of Exam makes, in their order."""
    asked = {"repeats": (args, _reseeded(args), args), "varies": (_reseeded(args), args)}
    return [Call(one, manner == "ask_with_views") for one in asked.get(manner, (args,))]


def _reseeded(args: tuple) -> tuple:
    return tuple(Seed(arg.number + 1) if isinstance(arg, Seed) else arg for arg in args)


def is_same(was: Any, now: Any) -> bool:
    """Whether an argument is as it was before a call."""
    if isinstance(was, Seed):
        return True  # a generator is there to be used
    if isinstance(was, list | tuple):
        return type(was) is type(now) and len(was) == len(now) and all(map(is_same, was, now))
    if isinstance(was, dict):
        return isinstance(now, dict) and is_same([*was.items()], [*now.items()])
    if isinstance(was, np.ndarray):
        return isinstance(now, np.ndarray) and np.array_equal(was, now, equal_nan=True)
    return type(was) is type(now) and was == now
