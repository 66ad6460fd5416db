"""Results as data: what one submission earned, and why. `docs` of the keys: graders/README.md."""

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

SCHEMA = 1


class Verdict(StrEnum):
    """What became of a criterion or a question."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_CHECK = "could not check"


@dataclass(frozen=True)
class Diagnosis:
    """The one known misconception that a question's answers are those of."""

    name: str
    student: str
    """What to tell the student: where to look, not what to write."""
    staff: str
    """What to tell the staff: the mistake itself."""


@dataclass(frozen=True)
class Counterexample:
    """Small inputs on which the answer is wrong, as a student can paste them into the notebook."""

    code: str
    problem: str
    """What is wrong with what was returned, as in `Criterion`."""
    returned: str = ""
    expected: str = ""


@dataclass
class Criterion:
    """One sentence about a question, and whether it is true of the student's answer."""

    name: str
    sentence: str
    points: float
    verdict: Verdict
    problem: str = ""
    """What was found, in words that give no answer away."""
    expected: str = ""
    """What should have been found; for students only when everything is revealed."""
    evidence: dict[str, Any] = field(default_factory=dict)
    """The draw (family, sizes, seed) and what was got and wanted."""
    fault: str = ""
    """Whose mistake of which kind it was: a class of graders/errors.py, such as "TimedOut"."""
    counterexample: Counterexample | None = None

    @property
    def score(self) -> float:
        """The points earned."""
        return self.points if self.verdict is Verdict.PASSED else 0.0


@dataclass
class Question:
    """One question: its criteria, and the points that its cell is worth in the notebook."""

    name: str
    max_score: float
    bonus: bool = False
    criteria: list[Criterion] = field(default_factory=list)
    diagnosis: Diagnosis | None = None
    rests_on: list[str] = field(default_factory=list)
    """Questions that failed too, and whose functions this one calls."""

    @property
    def verdict(self) -> Verdict:
        """Could-not-check outweighs failed, which outweighs passed."""
        verdicts = {criterion.verdict for criterion in self.criteria}
        if not verdicts or Verdict.COULD_NOT_CHECK in verdicts:
            return Verdict.COULD_NOT_CHECK
        return Verdict.FAILED if Verdict.FAILED in verdicts else Verdict.PASSED

    @property
    def score(self) -> float:
        """The points earned, in the measure of the notebook's cell."""
        whole = sum(criterion.points for criterion in self.criteria)
        earned = sum(criterion.score for criterion in self.criteria)
        return self.max_score * earned / whole if whole else 0.0


@dataclass
class Results:
    """All that is known of one submission after grading."""

    assignment: str
    student: str
    questions: list[Question] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    """What had to be mended in the notebook before it could be run, in words."""
    stopped_cells: list[str] = field(default_factory=list)
    """Cells that had to be stopped, in words."""
    sandbox: str = "confined"
    """What kept the student's code apart: "confined", or "off" for a class that is trusted."""
    seconds: float = field(default=0.0, compare=False)
    """Wall time of grading: the one number here that differs from run to run."""
    schema: int = SCHEMA

    @property
    def score(self) -> float:
        """The points earned by machine-graded questions, bonus included."""
        return sum(question.score for question in self.questions)

    @property
    def max_score(self) -> float:
        """The points that machine-graded questions are worth, bonus left out."""
        return sum(question.max_score for question in self.questions if not question.bonus)

    @property
    def needs_human(self) -> list[str]:
        """Why somebody should look at this submission; empty when nobody has to."""
        unchecked = [
            f"{question.name} could not be checked: {criterion.problem}"
            for question in self.questions
            for criterion in question.criteria
            if criterion.verdict is Verdict.COULD_NOT_CHECK
        ]
        return [*self.repairs, *unchecked]

    def write(self, path: Path) -> None:
        """Write the results as JSON, all or nothing: the fields, and what follows from them."""
        path.parent.mkdir(parents=True, exist_ok=True)
        record = asdict(self) | {
            "score": self.score,
            "max_score": self.max_score,
            "needs_human": self.needs_human,
        }
        for data, question in zip(record["questions"], self.questions, strict=True):
            data |= {"score": question.score, "verdict": question.verdict}
        half_written = path.with_suffix(".part")
        half_written.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
        half_written.replace(path)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what `write` wrote."""
        record = json.loads(path.read_text(encoding="utf-8"))
        kept = {name: record[name] for name in cls.__dataclass_fields__ if name in record}
        return cls(**kept | {"questions": [_question(data) for data in record["questions"]]})


def _question(data: dict[str, Any]) -> Question:
    criteria = [_criterion(criterion) for criterion in data["criteria"]]
    diagnosis = data.get("diagnosis") and Diagnosis(**data["diagnosis"])
    rests_on = data.get("rests_on", [])
    return Question(data["name"], data["max_score"], data["bonus"], criteria, diagnosis, rests_on)


def _criterion(data: dict[str, Any]) -> Criterion:
    example = data.get("counterexample") and Counterexample(**data["counterexample"])
    verdict = Verdict(data["verdict"])
    return Criterion(**data | {"verdict": verdict, "counterexample": example})
