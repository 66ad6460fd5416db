"""The report as files: its page, its data as JSON, and tables for a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from graders.classroom.report.page import page_of
from graders.classroom.report.rows import (
    ClassReport,
    CriterionRow,
    GroupRow,
    MisconceptionRow,
    QuestionRow,
    StudentRow,
)

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet takes for something to compute."""
OF_AN_ANSWER = ("score", "verdict", "failed", "kind")
"""What the table of students has a column for, of each question."""


def write(report: ClassReport, folder: Path) -> Path:
    """Write the files of a report into `folder`, each all or nothing; answer with its page.

    The same files are written whoever is called how, so none is left that tells more.
    """
    record = asdict(report)
    texts = tables(record) | {
        "report.json": json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False) + "\n",
        "report.html": page_of(report),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        half_written = folder / f"{name}.part"
        # CSV brings its own ends of lines, which must not be translated once more.
        half_written.write_text(text, "utf-8", newline="")
        half_written.replace(folder / name)
    return folder / "report.html"


def tables(record: dict[str, Any]) -> dict[str, str]:
    """The tables of a report, which is given as plain data, by the names of their files."""
    questions = record["questions"]
    return {
        "students.csv": _students(record["students"], [row["name"] for row in questions]),
        "questions.csv": _csv(_columns(QuestionRow), questions),
        "criteria.csv": _csv(_columns(CriterionRow), [c for q in questions for c in q["criteria"]]),
        "misconceptions.csv": _csv(_columns(MisconceptionRow), record["misconceptions"]),
        "groups.csv": _csv(_columns(GroupRow), record["groups"]),
    }


def _columns(row: type) -> list[str]:
    """The columns of a table of such rows: every field that is no table of its own."""
    return [field.name for field in fields(row) if field.name not in ("answers", "criteria")]


def _students(rows: list[dict[str, Any]], questions: list[str]) -> str:
    """The table of students: each question has columns, empty where there is no answer."""
    answers = [{answer["question"]: answer for answer in row["answers"]} for row in rows]
    flat = [
        row | {f"{q} {c}": given[q][c] for q in questions if q in given for c in OF_AN_ANSWER}
        for row, given in zip(rows, answers, strict=True)
    ]
    return _csv(_columns(StudentRow) + [f"{q} {c}" for q in questions for c in OF_AN_ANSWER], flat)


def _csv(columns: list[str], rows: Iterable[dict[str, Any]]) -> str:
    """A table as CSV that spreadsheets take for UTF-8, and in which they find no formula."""
    text = io.StringIO(newline="")
    # Every text is quoted: a spreadsheet that splits at semicolons must not find one bare.
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(map(_cell, columns))
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> Any:
    """A value as a spreadsheet's cell, with an apostrophe before what would be a formula."""
    if isinstance(value, list):
        value = "; ".join(value)
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
