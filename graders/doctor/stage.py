"""The stage for attacks: a course with secrets in every corner, and a witness of every harm.

The adversary knows all of it by name. What they must not do is read a token, change a file, reach a
socket, signal the bystander or leave a process behind.
"""

import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from nbgrader.api import Gradebook

from graders.classroom.desk import Desk

VARIABLE = "UNROLLED_STAGE_SECRET"
"""The name of the secret in the grading process's environment."""
ARCHIVES = "course/downloaded"
"""Where archives lie that are to be collected."""
WAITS = "import sys; sys.stdin.read()"


@dataclass
class Stage:
    """What surrounds a submission while it is graded, and what has become of it."""

    root: Path
    """The course's folder."""
    home: Path
    """The home folder of whoever grades, with a key in .ssh/id_stage."""
    bystander: psutil.Popen
    """A process of the same user that has nothing to do with grading."""
    tcp_port: int
    udp_port: int
    abstract_name: str
    """The name of an abstract socket, without the NUL before it."""
    letter_box: Path
    """A socket in the home folder that takes letters from anybody."""
    descriptor: int
    """A file descriptor of the grading process that leads to a secret."""
    tokens: dict[str, str] = field(default_factory=dict)
    """What must stay unread: a token for each secret."""
    sockets: list[socket.socket] = field(default_factory=list, repr=False)
    word: str = field(default_factory=lambda: f"stage{secrets.token_hex(12)}")
    """What an attack prints when it has done what nothing else would show."""

    def archive_of(self, desk: Desk, ending: str = "zip") -> Path:
        """Where a student's archive is to lie, who hands in one instead of a folder."""
        shutil.rmtree(desk.folder)
        folder = self.root / ARCHIVES / desk.folder.name / "archive"
        folder.mkdir(parents=True)
        return folder / f"{desk.folder.parent.name}.{ending}"

    @property
    def boast(self) -> str:
        """The word, as an expression that does not show it."""
        return f"{self.word[::-1]!r}[::-1]"

    def secrets_in(self, text: str) -> list[str]:
        """The secrets of which a text tells."""
        return [name for name, token in self.tokens.items() if token in text]

    def heard(self) -> int:
        """How many messages have reached a socket since this was last asked."""
        return sum(_received(one) for one in self.sockets)

    def files(self) -> dict[str, str]:
        """The files that no submission may change, each with its digest, owner, mode and time."""
        names = ("assignments", "course/release", "course/key", "course/submitted/neighbour")
        inside = [self.root / name for name in (*names, "nbgrader_config.py")]
        paths = (path for top in (self.home, *inside) for path in (top, *top.rglob("*")))
        return {str(path): _digest(path) for path in paths if path.is_file()}

    def left_behind(self) -> list[psutil.Process]:
        """Processes that were started on this stage and should have ended."""
        expected = {self.bystander.pid, *(child.pid for child in psutil.Process().children())}
        return [p for p in psutil.process_iter() if p.pid not in expected and self._is_ours(p)]

    def _is_ours(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error):
            return process.environ().get("HOME", "").startswith(str(self.home.parent))
        return False

    def bystander_is_well(self) -> bool:
        """Whether nobody has stopped or ended the bystander, or slowed it down."""
        with suppress(psutil.NoSuchProcess):
            lives = self.bystander.status() in ("running", "sleeping")
            return lives and _treatment(self.bystander) == _treatment(psutil.Process())
        return False

    def replace_bystander(self) -> None:
        """Let somebody else stand by, if the last one has come to harm."""
        _end(self.bystander)
        self.bystander = _bystander(self.tokens["a command line"])


@contextmanager
def set_up(root: Path, home: Path) -> Iterator[Stage]:
    """A stage around the course in `root`, whose assignment has been generated."""
    with ExitStack() as stack:
        told = secrets.token_hex(16)
        (home / ".ssh").mkdir(parents=True)
        sockets = [stack.enter_context(closing(one)) for one in _sockets(told, home / "letters")]
        key = home / ".ssh" / "id_stage"
        key.write_text(secrets.token_hex(16))
        descriptor = os.open(key, os.O_RDONLY)
        stack.callback(os.close, descriptor)
        os.set_inheritable(descriptor, True)
        tokens = _tokens(root) | {"the home folder": key.read_text()}
        stage = Stage(
            root=root,
            home=home,
            bystander=_bystander(tokens["a command line"]),
            tcp_port=sockets[0].getsockname()[1],
            udp_port=sockets[1].getsockname()[1],
            abstract_name=told,
            letter_box=home / "letters",
            descriptor=descriptor,
            tokens=tokens,
            sockets=sockets,
        )
        stack.callback(lambda: _end(stage.bystander))
        os.environ[VARIABLE] = tokens["the environment"]
        stack.callback(os.environ.pop, VARIABLE)
        yield stage


def _tokens(root: Path) -> dict[str, str]:
    """A token for each secret: planted where that can be, else words that stand nowhere else."""
    planted = ("the gradebook", "another submission", "the environment", "a command line")
    tokens = {name: f"stage{secrets.token_hex(12)}" for name in planted}
    (root / "course/key").write_text(secrets.token_hex(32))
    with Gradebook(f"sqlite:///{root / 'course/gradebook.db'}") as gradebook:
        gradebook.add_student(tokens["the gradebook"])
    other = root / "course/submitted/neighbour/rnn_gradients"
    other.mkdir(parents=True)
    (other / "notes.json").write_text(json.dumps(tokens["another submission"]))
    return tokens | {
        "the course key": (root / "course/key").read_text(),
        "the source assignment": "### BEGIN SOLUTION",
        "the reference": "J (d, d), whose row r is",
        "the graders": "Asks for the Jacobian of one step and accepts",
    }


def _treatment(process: psutil.Process) -> tuple:
    """How the machine treats a process, which others of the same user may change."""
    return process.nice(), process.cpu_affinity(), process.rlimit(psutil.RLIMIT_NOFILE)


def _digest(path: Path) -> str:
    about = path.stat()
    told = f"{about.st_mode:o} {about.st_uid} {about.st_nlink} {about.st_mtime_ns}"
    return f"{told} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _sockets(name: str, letter_box: Path) -> list[socket.socket]:
    kinds = [(socket.AF_INET, socket.SOCK_STREAM), (socket.AF_INET, socket.SOCK_DGRAM)]
    kinds += [(socket.AF_UNIX, socket.SOCK_DGRAM)] * 2
    opened = [socket.socket(*kind) for kind in kinds]
    addresses = ("", 0), ("", 0), f"\0{name}", str(letter_box)
    for one, address in zip(opened, addresses, strict=True):
        one.bind(address)
        one.setblocking(False)
    opened[0].listen()
    return opened


def _received(one: socket.socket) -> int:
    heard = 0
    with suppress(BlockingIOError):
        while True:
            one.accept()[0].close() if one.type == socket.SOCK_STREAM else one.recv(1)
            heard += 1
    return heard


def _bystander(word: str) -> psutil.Popen:
    return psutil.Popen([sys.executable, "-c", WAITS, word], stdin=subprocess.PIPE)


def _end(process: psutil.Popen) -> None:
    with suppress(psutil.NoSuchProcess):
        process.kill()
    process.communicate()
