"""The results of a class, read from the folder where grading leaves them."""

import json
import math
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from graders.errors import AuthorFault
from graders.results import Question, Results


@dataclass(frozen=True)
class Submissions:
    """What is in the folder: results, files that hold none, and the age of the newest."""

    graded: list[Results]
    unreadable: dict[str, str]
    """Why a file cannot be read, by the student after whom it is called."""
    newest: datetime


def read(folder: Path, assignment: str) -> Submissions:
    """The results of an assignment. Raises AuthorFault if there are none.

    A file that is broken, or belongs to somebody else, is told of and stops nobody.
    """
    graded, unreadable = [], {}
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        found = _read(path, assignment)
        if isinstance(found, Results):
            graded.append(found)
        else:
            unreadable[path.stem] = found
    if not graded:
        why = f", only {len(unreadable)} files that cannot be read" if unreadable else ""
        raise AuthorFault(
            f"{folder} holds no results{why}: run `nbgrader autograde {assignment}` first"
        )
    # Not `stat`: a link may lead nowhere.
    newest = max(path.lstat().st_mtime for path in paths)
    return Submissions(graded, unreadable, datetime.fromtimestamp(newest))


def _read(path: Path, assignment: str) -> Results | str:
    """The results in a file, or why there are none."""
    try:
        results = Results.read(path)
        sound = _is_sound(results)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        return f"is not JSON: {error}"
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return f"holds no results: {type(error).__name__}: {error}"
    if not sound:
        return "holds no results: something in it is of the wrong kind"
    mine = (results.assignment, results.student) == (assignment, path.stem)
    return results if mine else "holds the results of somebody else, or of another assignment"


def _is_sound(results: Results) -> bool:
    """Whether everything that is counted or shown is of the kind that grading writes."""
    about = [results.assignment, results.student, results.sandbox]
    lists = results.repairs, results.stopped_cells
    names = [question.name for question in results.questions]
    return (
        all(isinstance(sentences, list) for sentences in lists)
        and _are_texts(chain(about, *lists))
        and _are_numbers([results.seconds])
        and all(map(_is_sound_question, results.questions))
        and len(set(names)) == len(names)
    )


def _is_sound_question(question: Question) -> bool:
    criteria, told = question.criteria, question.diagnosis
    texts = [(c.name, c.sentence, c.problem, c.fault) for c in criteria]
    names = {criterion.name for criterion in criteria}
    diagnosis = (told.name, told.student, told.staff) if told else ()
    return (
        _are_texts(chain([question.name], *texts, diagnosis))
        and _are_numbers([question.max_score, *(c.points for c in criteria)])
        and len(names) == len(criteria)
    )


def _are_texts(values: chain) -> bool:
    return all(isinstance(value, str) for value in values)


def _are_numbers(values: list) -> bool:
    """Whether all are numbers that can be added up: JSON as Python reads it knows NaN."""
    return all(isinstance(v, int | float) and 0 <= v < math.inf for v in values)
