"""The one line of a course's nbgrader_config.py."""

import os
import re
import sys
import warnings
from functools import partial
from pathlib import Path

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
import nbgrader.server_extensions.formgrader.formgrader as formgrader
from jinja2 import Environment
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader import preprocessors
from traitlets.config import Config

from graders.classroom import autograde, collection, handback, intake, steps
from graders.classroom.course import limits_from
from graders.classroom.feedback import Reveal
from graders.classroom.terminal import log_visibly


def configure(
    c: Config, root: str | Path, *, reveal: str = "problem", db_url: str = "", **limits: float
) -> None:
    """Configure nbgrader for a course in `root`: the one line of its nbgrader_config.py.

    `reveal` is "verdict", "problem" or "everything"; `db_url` is SQLAlchemy's, by default SQLite
    in course/; `limits` are those of `graders.sandbox.limits.Limits`, such as `call_seconds`, and
    of archives, such as `archive_mib`.
    """
    archives = {name: limits.pop(name) for name in intake.LIMITS if name in limits}
    limits_from(limits)  # a wrong name is said now, not when the first submission is graded
    root = Path(root).resolve()
    course = root / "course"
    (course / "cache").mkdir(parents=True, exist_ok=True)
    _make_exchange(course / "exchange")
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.course_id = "unrolled"
    c.CourseDirectory.source_directory = "assignments"
    c.CourseDirectory.db_url = db_url or f"sqlite:///{course / 'gradebook.db'}"
    for step in ("release", "submitted", "autograded", "feedback", "solution"):
        c.CourseDirectory[f"{step}_directory"] = f"course/{step}"
    c.CourseDirectory.source_with_tests_directory = "course/source_with_tests"
    c.Exchange.root, c.Exchange.cache = str(course / "exchange"), str(course / "cache")
    c.ZipCollectApp.downloaded_directory = "course/downloaded"
    c.ZipCollectApp.extractor_plugin = intake.Extractor
    c.ZipCollectApp.collector_plugin = intake.Collector
    c.Extractor.limits = archives
    # One archive per student, named like the student. Dot files are Jupyter's and macOS's own.
    # The whole path, for a folder within an archive may be called `extracted` as well.
    c.FileNameCollectorPlugin.named_regexp = (
        re.escape(f"{course}/downloaded/")
        + r"[^/]+/extracted/(?P<student_id>[^/]+)/(?:[^./][^/]*/)*(?P<file_id>[^./][^/]*)$"
    )
    c.ClearSolutions.text_stub = "*Write your answer here.*"
    c.Course.reveal, c.Course.limits = Reveal(reveal), limits
    _use_our_steps(c)
    log_visibly()
    # nbgrader makes SQLAlchemy say this some twenty times per student; it means nothing.
    warnings.filterwarnings("ignore", message="Object of type <Submitted")
    find_programs_beside_python()


def _use_our_steps(c: Config) -> None:
    """Put our steps into nbgrader's pipeline, by its configuration where that suffices."""
    c.Autograde.exporter_class = steps.SubmissionExporter
    c.Autograde.sanitize_preprocessors = [
        steps.Rescue,
        preprocessors.ClearOutput,
        preprocessors.DeduplicateIds,
        preprocessors.OverwriteKernelspec,
        steps.RestoreCells,
        preprocessors.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        steps.Grade,
        preprocessors.IgnorePattern,
        ClearMetadataPreprocessor,
        preprocessors.LimitOutput,
        steps.SaveScores,
        preprocessors.AssignLatePenalties,
        preprocessors.CheckCellMetadata,
    ]
    # Marking schemes stand in the locked cell above an answer, where the TA reads them.
    c.ClearMarkScheme.enforce_metadata = False
    c.GenerateFeedback.preprocessors = [
        preprocessors.GetGrades,
        handback.HideSecrets,
        CSSHTMLHeaderPreprocessor,
    ]
    c.ExchangeFactory.collect = collection.Collect
    c.HTMLExporter.preprocessors = [steps.EscapeNames]
    c.ExchangeFactory.release_feedback = handback.ReleaseFeedback
    # Which class grades is no option of nbgrader's: its command and formgrader's button name it.
    nbgrader.apps.autogradeapp.Autograde = autograde.Autograde
    nbgrader.apps.api.Autograde = autograde.Autograde
    # Formgrader's pages say names and addresses again, and leave it to Jinja to escape them.
    formgrader.Environment = partial(Environment, autoescape=True)


def _make_exchange(folder: Path) -> None:
    """Make the folder over which students and instructors exchange files.

    Everybody may write there, as nbgrader wants it; what students may see it keeps to itself.
    """
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o777)


def find_programs_beside_python() -> None:
    """Let nbgrader find `alembic`, which it starts by name, in an environment not activated."""
    folder, path = str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)
    if folder not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([folder, path])
