"""What it is that a mutant is equivalent to the reference."""

import re
from dataclasses import dataclass

from graders.audit.mutations import Mutation


@dataclass(frozen=True)
class Equivalent:
    """Mutants that may keep their points."""

    why: str
    before: str
    """The line of the reference."""
    afters: tuple[str, ...]
    """What stands there in the mutants."""
    questions: tuple[str, ...] = ()
    """The questions that they answer; all, if none is named."""

    def covers(self, question: str, mutation: Mutation) -> bool:
        """Whether this is about a mutation, as an answer to a question."""
        return (
            question in (self.questions or (question,))
            and _fits(mutation.before, self.before)
            and any(_fits(mutation.after, after) for after in self.afters)
        )


def _fits(line: str, pattern: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), line) is not None
