"""What the doctor found, in plain words, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    """How good or bad a finding is; its value is the sign before it."""

    GOOD = "✓"
    NOTICE = "!"
    BAD = "✗"


STYLES = {Health.GOOD: "green", Health.NOTICE: "yellow", Health.BAD: "red"}


@dataclass(frozen=True)
class Finding:
    """One thing that is as it should be, or is not."""

    health: Health
    told: str
    """What was found, as a sentence without its full stop."""
    advice: str = ""
    """What to do; nothing, if all is well."""


def good(told: str) -> Finding:
    """Something that is as it should be."""
    return Finding(Health.GOOD, told)


def notice(told: str, advice: str) -> Finding:
    """Something that grading can do without."""
    return Finding(Health.NOTICE, told, advice)


def bad(told: str, advice: str) -> Finding:
    """Something without which grading fails, or is not safe."""
    return Finding(Health.BAD, told, advice)


def lines(finding: Finding) -> Iterator[tuple[str, str]]:
    """A finding as lines for a terminal, each with its style; the advice stands below."""
    yield f" {finding.health.value} {finding.told}", STYLES[finding.health]
    if finding.advice:
        yield f"   → {finding.advice}", ""
