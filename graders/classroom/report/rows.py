"""The class report as data: one row for each thing that it tells. Its keys: graders/README.md.

Rates and shares are numbers from 0 to 1, scores are points, times are seconds. A number that cannot
be told is None. Students are called as the roster calls them.
"""

from dataclasses import dataclass, field

SCHEMA = 1


@dataclass(frozen=True)
class Bin:
    """How many submissions have `low` points or more, but fewer than `high`.

    The last bin of a distribution includes its `high`.
    """

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Distribution:
    """How the points of a class are spread."""

    of: str
    """What the points are for: "functions", which the machine grades, or "everything"."""
    submissions: int
    """Those that are completely graded in this respect; the others are left out."""
    max_score: float
    mean: float | None
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    full_marks: float | None
    """The share that earned `max_score` or more."""
    bins: list[Bin]


@dataclass(frozen=True)
class CriterionRow:
    """One criterion, over the class. Submissions where it could not be checked are left out."""

    question: str
    name: str
    sentence: str
    points: float
    checked: int
    unchecked: int
    passed: int
    pass_rate: float | None
    difficulty: float | None
    """The mean share of the points: of a criterion, which is passed or not, the pass rate."""
    discrimination: float | None


@dataclass(frozen=True)
class QuestionRow:
    """One question, over the class. Submissions where it could not be checked are left out."""

    name: str
    bonus: bool
    max_score: float
    checked: int
    unchecked: int
    passed: int
    partly: int
    """Failed, with some points."""
    nothing: int
    """Failed, without a point."""
    pass_rate: float | None
    difficulty: float | None
    """The mean share of the points: 1 is as easy as can be."""
    discrimination: float | None
    criteria: list[CriterionRow]


@dataclass(frozen=True)
class MisconceptionRow:
    """One known misconception, and who has it."""

    question: str
    name: str
    staff: str
    student: str
    count: int
    share: float
    """Of the submissions in which the question was checked."""
    students: list[str]


@dataclass(frozen=True)
class GroupRow:
    """Submissions, two or more, that fail one question in the same way."""

    question: str
    failed: list[str]
    """The criteria that all of them fail; they fail no other."""
    kind: str
    """The misconception, or the kinds of fault in words."""
    diagnosed: bool
    staff: str
    problem: str
    """What was found of the first of the criteria, as it was found most often."""
    count: int
    students: list[str]


@dataclass(frozen=True)
class SlowRow:
    """One of the submissions that took longest to grade."""

    student: str
    seconds: float


@dataclass(frozen=True)
class CrashRow:
    """A submission whose code had to be stopped, or stopped its process."""

    student: str
    questions: list[str]
    """Each question during which that happened, and what did."""
    stopped_cells: list[str]


@dataclass(frozen=True)
class CellRow:
    """A cell of the gradebook that people grade, and how far they are."""

    cell: str
    awaiting: int
    graded: int
    rest: int
    """Submissions in which nobody has to grade it: it was left empty."""


@dataclass(frozen=True)
class UncheckedRow:
    """A question that could not be checked, for one reason."""

    question: str
    reason: str
    students: list[str]


@dataclass(frozen=True)
class RepairRow:
    """A submission that had to be mended before it could be graded."""

    student: str
    repairs: list[str]


@dataclass(frozen=True)
class UnreadableRow:
    """A file among the results that holds none."""

    file: str
    reason: str


@dataclass(frozen=True)
class AnswerCell:
    """One student's answer to one question."""

    question: str
    score: float
    max_score: float
    verdict: str
    failed: list[str]
    """The criteria that failed."""
    kind: str
    """The misconception, or the kinds of fault in words."""


@dataclass(frozen=True)
class StudentRow:
    """One submission."""

    student: str
    score: float
    """For functions, as far as they could be checked."""
    max_score: float
    total: float | None
    """For everything that is graded so far, late penalty taken off; from the gradebook."""
    total_max: float | None
    penalty: float | None
    awaits: list[str]
    """The cells that await a TA; from the gradebook."""
    seconds: float
    repairs: int
    stopped_cells: int
    answers: list[AnswerCell]


@dataclass(frozen=True)
class ClassReport:
    """All that is reported of a class and one assignment."""

    assignment: str
    names: bool
    """Whether students are called by their names, or numbered."""
    graded: str
    """When the newest of the results was written: local time."""
    gradebook: str
    """Why nothing is told from the gradebook; empty if it could be read."""
    submissions: int
    enrolled: int | None
    """Students in the gradebook."""
    ungraded: int | None
    """Submissions in the gradebook that have no results."""
    awaiting: int
    """Submissions of which a question or a derivation awaits a TA."""
    unconfined: int
    """Submissions that were graded without confinement."""
    median_seconds: float | None
    distributions: list[Distribution]
    questions: list[QuestionRow]
    misconceptions: list[MisconceptionRow]
    groups: list[GroupRow]
    slowest: list[SlowRow]
    crashes: list[CrashRow]
    cells: list[CellRow]
    unchecked: list[UncheckedRow]
    repaired: list[RepairRow]
    unreadable: list[UnreadableRow]
    students: list[StudentRow] = field(repr=False)
    schema: int = SCHEMA
