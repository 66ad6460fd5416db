"""The course: where its files are, and what its instructor has set."""

import os
import secrets
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets import Bytes, Dict, UseEnum, default
from traitlets.config import LoggingConfigurable, PyFileConfigLoader

from graders.classroom import database
from graders.classroom.engine import Rules
from graders.classroom.feedback import Reveal
from graders.errors import AuthorFault, MachineFault
from graders.sandbox.limits import Limits


class Course(LoggingConfigurable):
    """The course that nbgrader's configuration describes."""

    reveal = UseEnum(Reveal, Reveal.PROBLEM, help="How much students are shown.").tag(config=True)
    limits = Dict(help="Limits of one submission that differ from the defaults.").tag(config=True)
    key = Bytes(help="What the random draws are seeded from; made once, kept in course/key.")

    @default("key")
    def _read_or_make_key(self) -> bytes:
        path = self.folder / "key"
        try:
            if path.exists() and not path.stat().st_size:
                path.unlink()  # whoever was about to write it was killed
            with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(secrets.token_hex(32).encode())
        except FileExistsError:
            pass
        except OSError as error:
            raise MachineFault(f"cannot keep the course key in {path}: {error}") from error
        return path.read_bytes()

    @property
    def rules(self) -> Rules:
        """What grading needs to know of the course."""
        return Rules(self.key, limits_from(self.limits), self.reveal)

    @property
    def folder(self) -> Path:
        """Where everything that is generated is kept."""
        return Path(self._files.root) / "course"

    @property
    def autograded(self) -> Path:
        """Where graded notebooks are kept."""
        return Path(self._files.root) / self._files.autograded_directory

    @property
    def id(self) -> str:
        """What nbgrader calls the course."""
        return self._files.course_id

    @property
    def db_url(self) -> str:
        """Where the gradebook is, as SQLAlchemy's URL."""
        return self._files.db_url

    def gradebook(self) -> Gradebook:
        """The gradebook, to be closed in the end; it is made if there is none."""
        return database.opened(self.db_url, self.id)

    def results_file(self, assignment: str, student: str) -> Path:
        """Where the results of one submission are kept."""
        return self.folder / "results" / assignment / f"{student}.json"

    def graded(self, assignment: str, student: str) -> NotebookNode:
        """A student's notebook as it was graded. Raises AuthorFault if it was not."""
        path = self.autograded / student / assignment / f"{assignment}.ipynb"
        if Path(student).name != student or not path.exists():
            raise AuthorFault(
                f"{path} is missing: has {student} handed in {assignment}, and was "
                f"`nbgrader autograde {assignment}` run?"
            )
        return nbformat.read(path, as_version=4)

    def release(self, assignment: str) -> NotebookNode:
        """The notebook that students were given."""
        folder = self._files.format_path(self._files.release_directory, ".", assignment)
        path = Path(folder) / f"{assignment}.ipynb"
        if not path.exists():
            raise AuthorFault(
                f"{path} is missing: run `nbgrader generate_assignment {assignment}` first"
            )
        return nbformat.read(path, as_version=4)

    @property
    def _files(self) -> CourseDirectory:
        return CourseDirectory(parent=self)


def course_in(root: Path) -> Course:
    """The course that nbgrader_config.py in `root` describes. Raises AuthorFault without one."""
    if not (root / "nbgrader_config.py").exists():
        raise AuthorFault(
            f"there is no nbgrader_config.py in {root}: run this from the course's folder"
        )
    return Course(config=PyFileConfigLoader("nbgrader_config.py", str(root)).load_config())


def limits_from(settings: dict[str, Any]) -> Limits:
    """The default limits with `settings` in their places. Raises AuthorFault for a wrong name."""
    unknown = settings.keys() - Limits.__dataclass_fields__.keys()
    if unknown:
        known = ", ".join(Limits.__dataclass_fields__)
        raise AuthorFault(f"nbgrader_config.py sets {sorted(unknown)}, but limits are: {known}")
    return Limits(**settings)
