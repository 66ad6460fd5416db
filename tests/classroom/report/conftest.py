"""Synthetic classes of any size: the same number of students gives the same class."""

import random
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from nbgrader.api import (
    Base,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import create_engine, insert
from traitlets.config import Config

from graders.classroom.configuration import configure
from graders.classroom.course import Course
from graders.results import Criterion, Diagnosis, Question, Results, Verdict

HOMEWORK = "rnn_gradients"
DERIVATIONS = {"derive_loss": 4.0, "derive_jacobian": 6.0, "derive_norm_bounds": 8.0}
CRITERIA = {
    "shape": (1.0, "Returns an array of the right shape."),
    "values": (5.0, "Is right on random networks."),
    "edges": (2.0, "Is right for one unit, for z = 0 and for saturated units."),
    "unmodified": (1.0, "Leaves its arguments as they were, and accepts read-only arrays."),
    "errors": (1.0, "Raises ValueError for shapes that do not fit and for nan or inf."),
}
# Of each question: points, whether it is a bonus, how hard it is (0 to 1), what goes wrong in it.
QUESTIONS = {
    "cross_entropy_loss": (
        (8.0, False, 0.12),
        {"log2": "The logarithm to base 2.", "all_classes": "Sums over all classes, not only y's."},
    ),
    "immediate_gradient": (
        (10.0, False, 0.35),
        {"total": "The total derivative: the old state is not held fixed."},
    ),
    "step_jacobian": (
        (10.0, False, 0.45),
        {
            "W_diag": "The diagonal on the wrong side: W_hh diag(tanh'(z)).",
            "transposed": "The transpose of J (denominator layout).",
            "no_square": "tanh' taken as 1 - tanh: the square is forgotten.",
        },
    ),
    "chain_rule_product": (
        (12.0, False, 0.5),
        {"reversed": "The factors in the order of time: J_1 J_2 … J_n."},
    ),
    "weight_gradient": (
        (10.0, True, 0.7),
        {"last_step": "The last step only: the sum over time is missing."},
    ),
    "step_norm_bound": (
        (8.0, False, 0.4),
        {"radius": "The spectral radius of W_hh in place of its spectral norm."},
    ),
    "product_norm_bound": ((10.0, False, 0.55), {"one_step": "The bound of one step, not of n."}),
    "gradient_regime": ((6.0, False, 0.25), {}),
}
FAULTS = {
    "Raised": ("raised NotImplementedError at `raise NotImplementedError()`", 6),
    "NotDefined": ("the notebook does not define it", 1),
    "TimedOut": ("did not finish within 2 s and was stopped", 1),
    "Died": ("ended the Python process (signal SIGSEGV)", 1),
}
FIRST = ["ada", "ben", "chen", "dora", "emil", "fatima", "gus", "hana", "ivan", "jo", "kim", "mia"]
LAST = ["abe", "berg", "cruz", "diaz", "eder", "fox", "garg", "haas", "ito", "jung", "khan", "mora"]


def student_id(number):
    """The id of the student with this number; of 144 names the second round has a 2, and so on."""
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    again = number // (len(FIRST) * len(LAST))
    return f"{first}.{last}{again + 1 if again else ''}"


@dataclass
class Luck:
    """What makes one student's answers differ from another's."""

    chance: random.Random
    ability: float = field(init=False)

    def __post_init__(self):
        self.ability = min(max(self.chance.gauss(0.62, 0.22), 0.0), 1.0)

    def submission(self, student):
        """What grading finds of this student."""
        results = Results(HOMEWORK, student, [self.question(name) for name in QUESTIONS])
        faults = {c.fault for q in results.questions for c in q.criteria}
        results.seconds = round(self.chance.uniform(0.3, 0.9) + 4.2 * ("TimedOut" in faults), 3)
        if self.chance.random() < 0.03:
            results.repairs = [f"`hw {student}.ipynb` was graded in its stead."]
        if "Died" in faults:
            results.stopped_cells = ["The cell that begins `x = 1` ended the Python process."]
        return results

    def question(self, name):
        """How this student fares with one question."""
        (points, bonus, hard), mistakes = QUESTIONS[name]
        chance, known = self.chance, self.ability - hard + self.chance.gauss(0.25, 0.22)
        question = Question(name, points, bonus)
        if chance.random() < 0.002:
            question.criteria = criteria(["values"], "", "OSError: No space left on device")
            question.criteria[1].verdict = Verdict.COULD_NOT_CHECK
        elif known < -0.25:
            fault = chance.choices([*FAULTS], [often for _, often in FAULTS.values()])[0]
            question.criteria = criteria([*CRITERIA], fault, FAULTS[fault][0])
        elif known < 0.15 and mistakes:
            mistake = chance.choices([*mistakes], range(len(mistakes), 0, -1))[0]
            question.criteria = criteria(["values", "edges"], "WrongAnswer", "off by 0.22")
            question.diagnosis = Diagnosis(mistake, "Look again.", mistakes[mistake])
        elif known < 0.35:
            failed = chance.choice([["edges"], ["errors"], ["unmodified"], ["edges", "errors"]])
            question.criteria = criteria(failed, "WrongAnswer", "off by 0.01")
        else:
            question.criteria = criteria([])
        return question


def criteria(failed, fault="", problem=""):
    """The criteria of a question, of which some failed."""
    return [
        Criterion(name, sentence, points, Verdict.FAILED, problem, fault=fault)
        if name in failed
        else Criterion(name, sentence, points, Verdict.PASSED)
        for name, (points, sentence) in CRITERIA.items()
    ]


def class_of(count):
    """The results of a class of `count` students."""
    chance = random.Random(count)
    return [Luck(chance).submission(student_id(number)) for number in range(count)]


def course_in(root):
    """The course that our configuration makes of a folder."""
    config = Config()
    configure(config, root)
    return Course(config=config)


def write_results(course, results):
    """Leave results where grading leaves them."""
    for one in results:
        one.write(course.results_file(one.assignment, one.student))


def write_gradebook(course, results, graded=lambda number: False):
    """Enter results into a new gradebook, as grading does; TAs have graded some derivations.

    `graded` says of the number of a student whether they have. Every tenth was late.
    """
    url = f"sqlite:///{course.folder / 'gradebook.db'}"
    # Made before nbgrader would make it, which takes seconds for the number of its version.
    Base.metadata.create_all(create_engine(url))
    with Gradebook(url, "unrolled") as book:
        assignment = book.add_assignment(HOMEWORK).id
        notebook = book.add_notebook(HOMEWORK, HOMEWORK).id
        cells = {cell: _cell(book, cell, worth) for cell, worth in _worth().items()}
        for number, one in enumerate(results):
            first, _, last = one.student.partition(".")
            student = {"id": one.student, "first_name": first, "last_name": last}
            handed_in = {"assignment_id": assignment, "student_id": one.student}
            read = {"assignment_id": f"a{number}", "notebook_id": notebook}
            late = 5.0 if number % 10 == 7 else None
            book.db.execute(insert(Student), student)
            book.db.execute(insert(SubmittedAssignment), {"id": f"a{number}", **handed_in})
            book.db.execute(
                insert(SubmittedNotebook),
                {"id": f"n{number}", "late_submission_penalty": late, **read},
            )
            grades = _grades(one, graded(number) and number % 3)
            rows = [{"notebook_id": f"n{number}", "cell_id": cells[c], **g} for c, g in grades]
            book.db.execute(insert(Grade), rows)
        book.db.commit()


def _worth():
    """The points of the cells that are graded; those of a bonus are extra credit."""
    questions = {
        f"test_{name}": (not about[1]) * about[0] for name, (about, _) in QUESTIONS.items()
    }
    return questions | DERIVATIONS


def _cell(book, cell, worth):
    kind = "markdown" if cell in DERIVATIONS else "code"
    return book.add_grade_cell(cell, HOMEWORK, HOMEWORK, max_score=worth, cell_type=kind).id


def _grades(results, lost):
    """What is entered into each cell; derivations lost so many points, or await a TA: False."""
    awaits = lost is False
    for question in results.questions:
        score = 0.0 if question.bonus else question.score
        extra = question.score if question.bonus else None
        yield f"test_{question.name}", _grade(score, None, extra, False)
    for cell, worth in DERIVATIONS.items():
        yield cell, _grade(None, None if awaits else worth - lost, None, awaits)


def _grade(auto_score, manual_score, extra_credit, awaits):
    return {
        "auto_score": auto_score,
        "manual_score": manual_score,
        "extra_credit": extra_credit,
        "needs_manual_grade": awaits,
    }


@pytest.fixture
def course(tmp_path):
    """A course in a folder of its own, without results and without a gradebook."""
    return course_in(tmp_path)


@pytest.fixture(scope="session")
def school():
    """What makes classes: `class_of`, `criteria`, and where their results and grades are kept."""
    return SimpleNamespace(
        class_of=class_of,
        course_in=course_in,
        write_results=write_results,
        write_gradebook=write_gradebook,
    )
