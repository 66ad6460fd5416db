"""nbgrader's configuration of this course. Options and limits: graders/README.md."""

from pathlib import Path

from graders.classroom.configuration import configure

configure(get_config(), root=Path(__file__).parent)  # noqa: F821 (nbgrader provides get_config)
