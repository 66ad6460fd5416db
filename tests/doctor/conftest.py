"""What tests of the doctor share: the assignment, and a corpus that is made up for a test."""

from pathlib import Path

import nbformat
import pytest

SOURCE = Path(__file__).parents[2] / "assignments/rnn_gradients/rnn_gradients.ipynb"


@pytest.fixture(scope="session")
def source():
    """The instructor's notebook."""
    return nbformat.read(SOURCE, as_version=4)


@pytest.fixture
def folder_of_attacks(tmp_path):
    """A function that writes a module into a corpus; the answer is the corpus's folder."""

    def write(name, text):
        (tmp_path / "kind").mkdir(exist_ok=True)
        (tmp_path / "kind" / f"{name}.py").write_text(text)
        return tmp_path

    return write
