"""What students leave in the exchange, where they may write: nbgrader's collect takes it in."""

import os

import pytest
from nbgrader.coursedir import CourseDirectory

from graders.classroom.collection import Collect

SENT = "rnn_gradients+2026-11-01 12:00:00 UTC"
NOTEBOOK = "rnn_gradients.ipynb"


@pytest.fixture(scope="module")
def collected(new_classroom):
    """A course after `nbgrader collect`, and what the command said."""
    classroom = new_classroom()
    inbound = classroom.root / "course/exchange/unrolled/inbound"
    inbound.mkdir(parents=True)

    def sent(name):
        folder = inbound / name
        folder.mkdir()
        (folder / NOTEBOOK).write_text(name)
        return folder

    ada = sent(f"ada+{SENT}+a")
    eve = sent(f"eve+{SENT}+e")
    (eve / NOTEBOOK).unlink()
    (eve / NOTEBOOK).symlink_to(ada / NOTEBOOK)
    (eve / "[k]ey").symlink_to(classroom.root / "course/gradebook.db")
    (eve / "all").symlink_to(inbound)
    os.mkfifo(eve / "pipe")
    (eve / "notes").mkdir()
    (eve / "notes/mine.txt").write_text("mine")
    (inbound / f"fay+{SENT}+f").symlink_to(ada)
    (inbound / f"ian+{SENT}+i").symlink_to("nowhere")
    (inbound / f"jim+{SENT}+j").write_text("no folder")
    sent("gus+rnn_gradients+yesterday+g")
    (sent(f"hal+{SENT}+h") / "large").write_bytes(bytes(2000))
    with (sent(f"kim+{SENT}+k") / "sparse").open("wb") as file:
        file.truncate(1 << 40)
    sent(f"zoe+{SENT}+z")
    limit = "--CourseDirectory.max_dir_size=1"
    return classroom.root / "course/submitted", classroom.nbgrader(
        "collect", "rnn_gradients", limit
    )


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def test_no_link_is_followed_and_no_pipe_is_read(collected):
    assert files(collected[0] / "eve/rnn_gradients") == ["notes/mine.txt"]


@pytest.mark.parametrize("student", ["fay", "ian", "jim"])
def test_a_submission_that_is_no_folder_is_nobodys(collected, student):
    assert not (collected[0] / student).exists()


def test_a_folder_that_has_become_a_link_meanwhile_is_not_followed(tmp_path):
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / NOTEBOOK).write_text("a neighbour's")
    (tmp_path / "sent").symlink_to("others")
    collect = Collect(coursedir=CourseDirectory(root=str(tmp_path)))

    collect.do_copy(str(tmp_path / "sent"), str(tmp_path / "submitted"))

    assert not (tmp_path / "submitted").exists()


def test_a_file_of_a_terabyte_of_holes_is_not_filled(collected):
    assert not (collected[0] / "kim/rnn_gradients").exists()
    assert "+k was not collected: Directory size is too big" in collected[1].stderr


@pytest.mark.parametrize("student", ["ada", "gus", "zoe"])
def test_everybody_else_is_collected(collected, student):
    assert files(collected[0] / student / "rnn_gradients") == [NOTEBOOK]


def test_what_was_not_collected_is_told(collected):
    told = collected[1].stderr

    assert f"needs a human: {collected[0].parent}/exchange/unrolled/inbound/fay" in told
    assert "was not collected: it is no folder" in told
    assert "was not collected: Directory size is too big" in told
    assert "+yesterday+g has no time that can be read" in told


def test_the_run_ends_well(collected):
    assert collected[1].returncode == 0
