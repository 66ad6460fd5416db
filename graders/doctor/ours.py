"""The course in which attacks are tried: ours, but short, and with low limits: none takes long."""

import nbformat
from nbformat import NotebookNode

CONFIG = """
from pathlib import Path
from graders.classroom.configuration import configure
configure(get_config(), root=Path(__file__).parent, **{limits})
"""
QUICK = {
    "cell_seconds": 4.0,
    "call_seconds": 2.0,
    "question_seconds": 6.0,
    "submission_seconds": 24.0,
    "archive_mib": 64,
}


def config(**limits: float) -> str:
    """An nbgrader_config.py; `limits` are those of `configure`."""
    return CONFIG.format(limits=QUICK | limits)


def without_prose(source: NotebookNode) -> NotebookNode:
    """An assignment without what is only to be read or looked at: half the time goes there."""
    source = nbformat.from_dict(source)
    source.cells = [cell for cell in source.cells if "nbgrader" in cell.metadata]
    return source
