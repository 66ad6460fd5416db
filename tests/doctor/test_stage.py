"""The stage for attacks: every secret is where it is said to be, and every harm is seen."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook

from graders.doctor.stage import VARIABLE, set_up
from graders.grader import GRADERS

PROJECT = GRADERS.parent


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory):
    """An empty gradebook, for which nbgrader starts `alembic` by name."""
    path = tmp_path_factory.mktemp("course") / "gradebook.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
        Gradebook(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def course(tmp_path, gradebook):
    """The folder of a course."""
    (tmp_path / "root/course").mkdir(parents=True)
    shutil.copy(gradebook, tmp_path / "root/course")
    return tmp_path / "root"


@pytest.fixture
def stage(course):
    with set_up(course, course.parent / "home") as stage:
        yield stage


def students_of(stage):
    with sqlite3.connect(stage.root / "course/gradebook.db") as gradebook:
        return str(gradebook.execute("SELECT id FROM student").fetchall())


def neighbours_of(stage):
    return (stage.root / "course/submitted/neighbour/rnn_gradients/notes.json").read_text()


@pytest.mark.parametrize(
    ("secret", "place"),
    [
        ("the course key", lambda stage: (stage.root / "course/key").read_text()),
        ("the gradebook", students_of),
        ("another submission", neighbours_of),
        ("the environment", lambda stage: os.environ[VARIABLE]),
        ("a command line", lambda stage: " ".join(stage.bystander.cmdline())),
        ("the home folder", lambda stage: (stage.home / ".ssh/id_stage").read_text()),
        ("the home folder", lambda stage: os.pread(stage.descriptor, 100, 0).decode()),
        ("the reference", lambda _: (PROJECT / "reference/rnn_gradients.py").read_text("utf-8")),
        (
            "the graders",
            lambda _: (GRADERS / "rnn_gradients/test_step_jacobian.py").read_text("utf-8"),
        ),
        (
            "the source assignment",
            lambda _: (PROJECT / "assignments/rnn_gradients/rnn_gradients.ipynb").read_text(
                "utf-8"
            ),
        ),
    ],
)
def test_every_secret_is_where_it_is_said_to_be(stage, secret, place):
    assert secret in stage.secrets_in(place(stage))


def test_a_text_without_secrets_tells_of_none(stage):
    assert stage.secrets_in("x" * 1000) == []


def test_the_boast_does_not_show_the_word(stage):
    assert stage.word not in stage.boast
    assert eval(stage.boast) == stage.word


def test_messages_are_counted_once(stage):
    udp, letters = (
        socket.socket(family, socket.SOCK_DGRAM) for family in (socket.AF_INET, socket.AF_UNIX)
    )
    with socket.create_connection(("127.0.0.1", stage.tcp_port)), udp, letters:
        udp.sendto(b"x", ("127.0.0.1", stage.udp_port))
        letters.sendto(b"x", f"\0{stage.abstract_name}")
        letters.sendto(b"x", str(stage.letter_box))

        assert stage.heard() == 4
        assert stage.heard() == 0


def change_its_text(path):
    path.write_text("other")


def change_its_mode(path):
    path.chmod(0o777)


def change_its_time(path):
    os.utime(path, (0, 0))


def remove(path):
    path.unlink()


def link_it(path):
    os.link(path, path.parent / "link")


@pytest.mark.parametrize(
    "change", [change_its_text, change_its_mode, change_its_time, remove, link_it]
)
def test_a_change_of_a_file_is_seen(stage, change):
    before = stage.files()
    assert stage.files() == before

    change(stage.home / ".ssh/id_stage")

    assert stage.files() != before


def test_a_process_that_was_left_behind_is_found(stage):
    environment = os.environ | {"HOME": str(stage.home)}
    script = "sleep 600 > /dev/null 2>&1 & echo $!"
    started = subprocess.run(
        ["sh", "-c", script], env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    pid = int(started.stdout)

    assert [process.pid for process in stage.left_behind()] == [pid]
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL])
def test_a_signalled_bystander_is_not_well(stage, number):
    assert stage.bystander_is_well()

    stage.bystander.send_signal(number)
    psutil.wait_procs([stage.bystander], timeout=0.5)

    assert not stage.bystander_is_well()


def test_another_bystander_takes_the_place_of_one_that_came_to_harm(stage):
    stage.bystander.send_signal(signal.SIGKILL)

    stage.replace_bystander()

    assert stage.bystander_is_well()


def test_nothing_is_left_of_a_stage(course):
    with set_up(course, course.parent / "home") as stage:
        pass

    assert VARIABLE not in os.environ
    assert not stage.bystander.is_running() or stage.bystander.status() == "zombie"
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(stage.descriptor)
