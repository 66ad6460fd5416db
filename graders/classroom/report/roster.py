"""What the report calls students, and how much of their own words it repeats."""

import builtins
import hmac
import re
import unicodedata
from collections.abc import Iterable

from graders.classroom.feedback import legible

MAX_CHARACTERS = 300
WHOLE_WORDS = 4
"""Names shorter than this are hidden where they stand alone: "an" is no part of "cannot"."""
QUOTED = re.compile(r"`([^`]*)`?")
"""What is between backticks: a name of ours, or a file's name or a line of code of a student's."""
RAISED = re.compile(r"raised (\w+)(?: at `.*`)?(?:: .*)?$")
"""An exception, where it was raised, and what it said."""
BEGINS = re.compile(r"(The cell that begins `).*(`)")
"""How a student's own cell is called: by its first line, in which there may be backticks."""


def line(text: str) -> str:
    """`text` as one line: of bounded length, printable, and without folders of ours."""
    return _cut(_normal(text))


class Roster:
    """The students of a class, by their names, in alphabetical order."""

    def __init__(self, students: Iterable[str]) -> None:
        ranked = sorted(set(students), key=self._rank)
        self._numbers = {student: number for number, student in enumerate(ranked, 1)}

    def number(self, student: str) -> int:
        """The place of a student in the order of the report, from 1 on."""
        return self._numbers[student]

    def call(self, student: str) -> str:
        """What the report calls a student."""
        return line(student)

    def quote(self, text: str) -> str:
        """`text` as the report may repeat it, on one line."""
        return line(text)

    def _rank(self, student: str) -> tuple:
        return student.casefold(), student


class HiddenRoster(Roster):
    """The students of a class, numbered in an order that only the course's key can tell.

    Whatever in a text is the name of one of `students` or `people`, in any case, is cut out; so is
    what students wrote themselves and we put between backticks, but for names as code has them.
    """

    def __init__(self, students: Iterable[str], people: Iterable[str], key: bytes) -> None:
        self._key = key
        super().__init__(students)
        names = {_normal(name) for name in [*self._numbers, *people]} - {""}
        self._names = [(n.casefold(), _pattern(n)) for n in sorted(names, key=len, reverse=True)]

    def call(self, student: str) -> str:
        """The pseudonym of a student."""
        return f"student {self.number(student)}"

    def quote(self, text: str) -> str:
        """`text` as the report may repeat it, on one line, without what tells who wrote it."""
        text = BEGINS.sub(r"\1…\2", RAISED.sub(_without_words, _normal(text)))
        text = QUOTED.sub(lambda found: f"`{_if_a_name(found[1])}`", text)
        folded = text.casefold()
        for name, pattern in self._names:
            # A plain search first: one that ignores case is slow, and mostly finds nothing.
            text = pattern.sub("…", text) if name in folded else text
        return _cut(text)

    def _rank(self, student: str) -> tuple:
        # Nobody who knows all the names can compute the order, but a second report repeats it.
        return (hmac.digest(self._key, student.encode("utf-8", "surrogatepass"), "sha256"),)


def _normal(text: str) -> str:
    return legible(" ".join(unicodedata.normalize("NFC", text).split()))


def _without_words(found: re.Match) -> str:
    """An exception without what it said, and without its name if a student has made it up."""
    known = isinstance(getattr(builtins, found[1], None), type)
    return f"raised {found[1]}" if known else "raised an exception of its own"


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CHARACTERS else text[:MAX_CHARACTERS] + " …"


def _if_a_name(quoted: str) -> str:
    return quoted if quoted.isidentifier() else "…"


def _pattern(name: str) -> re.Pattern:
    alone = len(name) < WHOLE_WORDS
    before, after = (r"(?<![^\W_])", r"(?![^\W_])") if alone else ("", "")
    return re.compile(before + re.escape(name) + after, re.IGNORECASE)
