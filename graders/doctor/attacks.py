"""Known attacks, each put on the stage, graded like any submission, and judged by what it did.

An attack is a module of a few lines: its docstring says what it tries, PROMISE which promise it
would break, CLASS what the literature calls it, and `work(desk, stage)` does it. WRONG names the
questions that it answers wrongly; for them, no more may be had than two points for appearances.
SECRET is the token of the stage that it is after, and EARNS what our grading gives it. RIGHT says
that all its answers are right, and must be paid like anybody's.

The literature: Kratzke, Smart Like a Fox, CSEDU 2019, doi 10.5220/0007424800150026 (overfitting,
evasion, redirection, injection); TRACE, arXiv 2601.20103; EvilGenie, arXiv 2511.21654.
"""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graders.classroom.desk import Desk
from graders.doctor.stage import Stage
from graders.errors import AuthorFault

PROMISES = {
    1: "No score can be forged.",
    2: "Nothing can be read.",
    3: "Nothing outside the submission's own folder can be written.",
    4: "No network.",
    5: "Nothing outlives the submission, and nothing else is signalled.",
    6: "Time, memory and output are bounded.",
    7: "The staff's browser and terminal are safe.",
    8: "The batch survives.",
    9: "Intake is bounded.",
    10: "Mangled notebooks are rescued.",
}
HARMLESS = 2.0
"""Points that a wrong answer may earn: one for its shape, one for what it refuses."""
MAX_SECONDS, MAX_MIB = 40.0, 20.0
"""What grading one attack, and what is shown of it, may come to."""


@dataclass(frozen=True)
class Attack:
    """One way to harm a course."""

    name: str
    promise: int
    tries: str
    """What it tries, in a sentence."""
    kind: str
    """Its class in the literature, or ""."""
    work: Callable[[Desk, Stage], None]
    wrong: tuple[str, ...] = ()
    """Questions that are answered wrongly."""
    secret: str = ""
    """What it would read, as the stage calls it, or ""."""
    earns: float | None = None
    """The score that our grading gives it; None where it does not matter."""
    right: bool = False
    """Whether all answers are right, wherever they stand."""


def corpus(folder: Path) -> list[Attack]:
    """The attacks whose modules are in `folder`, by promise. Raises AuthorFault without any."""
    found = [_attack(path) for path in sorted(folder.glob("*/*.py")) if path.stem[0] != "_"]
    if not found:
        raise AuthorFault(
            f"there is no attack in {folder}, but there should be one per */*.py file"
        )
    return sorted(found, key=lambda attack: attack.promise)


def _attack(path: Path) -> Attack:
    spec = importlib.util.spec_from_file_location(f"attack_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if getattr(module, "PROMISE", None) not in PROMISES:
        raise AuthorFault(f"{path} has no PROMISE, but should name one of {[*PROMISES]}")
    return Attack(
        name=path.stem,
        promise=module.PROMISE,
        tries=module.__doc__.strip().partition("\n\n")[0].replace("\n", " "),
        kind=getattr(module, "CLASS", ""),
        work=module.work,
        wrong=getattr(module, "WRONG", ()),
        secret=getattr(module, "SECRET", ""),
        earns=getattr(module, "EARNS", None),
        right=getattr(module, "RIGHT", False),
    )
