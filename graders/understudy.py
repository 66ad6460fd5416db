"""Somebody who answers in the place of a student: a function of ours, in this process."""

from collections.abc import Callable
from typing import Any

from graders.errors import Raised, Unreadable
from graders.quiet import quiet
from graders.sandbox import randomness, wire
from graders.sandbox.functions import Call, Reply
from graders.sandbox.views import as_views


class Understudy:
    """Stands in for a Student: a function of ours, called in this process.

    Its answers are what would have arrived, had they crossed the trust boundary.
    """

    def __init__(self, answer: Callable) -> None:
        self._answer = answer

    def call_all(self, name: str, calls: list[Call]) -> list[Reply]:
        """Nothing: in this process one call after the other costs no more."""
        return []

    def call(self, name: str, *args: Any, views: bool = False) -> Reply:
        """The answer to copies of `args`. Raises Raised."""
        args, seeds = randomness.plain(args)
        given = as_views(args) if views else wire.crossed(args)
        given = randomness.with_generators(given, seeds)
        before = randomness.shared() if seeds else ()
        with quiet():
            try:
                value = self._answer(*given)
            except (Exception, SystemExit) as error:  # whatever a student's code may raise
                raise _raised(error) from None
            drew = bool(seeds) and randomness.shared() != before
            return _arrived(value, given, seeds, drew)


def _arrived(value: Any, given: tuple, seeds: list[int], drew: bool) -> Reply:
    after = tuple(wire.crossed(arg) if k in seeds else arg for k, arg in enumerate(given))
    try:
        # As deep as an answer that comes from a student.
        return Reply(wire.crossed({"value": value})["value"], after, drew)
    except Unreadable:
        raise
    except Exception:  # an integer too long for text, a dict that changes while it is read
        return Reply(wire.Foreign("value that cannot be sent"))


def _raised(error: BaseException) -> Raised:
    try:
        words = str(error)
    except Exception:  # a student's own class may raise anything
        words = ""
    return Raised([kind.__name__ for kind in type(error).__mro__], words)
