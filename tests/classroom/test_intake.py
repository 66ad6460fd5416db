"""What was handed in reaches its student's folder by `nbgrader zip_collect`, and no more."""

import os
import re
import shutil
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import pytest

from graders.classroom.unpacking import ArchiveLimits

HW = "rnn_gradients"
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "graders" / "README.md").read_text()
MIB = 1 << 20
LOOK = "look into it, or ask for another one"
NOT_CLEAR = "something else has the same name but for its ending"


class Intake:
    """A course, what is put into its folder of archives, and what nbgrader makes of it."""

    def __init__(self, classroom, **options):
        self._classroom = classroom
        self._archives = classroom.root / "course" / "downloaded" / HW / "archive"
        self._archives.mkdir(parents=True)
        words = "".join(f", {name}={value}" for name, value in options.items())
        config = (ROOT / "nbgrader_config.py").read_text().replace(".parent)", f".parent{words})")
        (classroom.root / "nbgrader_config.py").write_text(config)

    def place(self, path):
        """A path in the folder of archives."""
        place = self._archives / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def zip(self, path, *names, content=""):
        """Put a zip archive into the folder; what is in its files is `content`, or their names."""
        with zipfile.ZipFile(self.place(path), "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.writestr(name, content or name)

    def collect(self):
        """Run the command, which has to succeed; keep what it says needs a human."""
        self.said = self._classroom.nbgrader("zip_collect", HW).stderr
        self.needs = re.findall(r"needs a human: (.*)", self.said)
        return self

    def submitted(self):
        """What has been handed in: what is in whose files."""
        folder = self._classroom.root / "course" / "submitted"
        found = {}
        for path in folder.rglob("*.ipynb*"):
            found.setdefault(path.parts[-3], {})[path.name] = path.read_text()
        return found


@pytest.fixture(scope="module")
def new_intake(new_classroom, tmp_path_factory):
    """A function that makes a course of its own to hand archives in to."""
    course = new_classroom()

    def new_intake(**options):
        root = tmp_path_factory.mktemp("intake")
        return Intake(replace(course, root=root), **options)

    return new_intake


@pytest.fixture(scope="module")
def collected(new_intake):
    """A class that hands in whatever there is."""
    intake = new_intake()
    intake.zip("ada.zip", "hw/rnn_gradients.ipynb", "hw/plot.png", "__MACOSX/._hw.ipynb")
    intake.zip("anna.ZIP", "a/hw.ipynb", "hw.ipynb", "b/hw.ipynb", "hw (2).ipynb")
    intake.zip("ben/upload.zip", "hw.ipynb")
    intake.place("carl/hw.ipynb.txt").write_text("{}")
    intake.place("carl/thoughts.docx").write_text("")
    for path in ("carl/link.ipynb", "dora.zip"):
        intake.place(path).symlink_to("/etc/passwd")
    os.mkfifo(intake.place("emil.zip"))
    intake.zip("eve.zip", "../../x.ipynb", *[f"\x1b[{k}J.ipynb" for k in range(4)], "ok.ipynb")
    intake.place("fred.zip").write_text("junk")
    intake.zip("gus\n.zip", "hw.ipynb")
    intake.zip("h*.zip", "hw.ipynb")
    intake.zip("ida.zip", "answers.docx")
    intake.zip("jo.zip", "hw.ipynb")
    shutil.copy(intake.place("jo.zip"), intake.place("jo.tar.gz"))
    intake.place("kim.ipynb").write_text("{}")
    intake.place("lee.rar").write_text("")
    intake.zip("mia.zip", "course/downloaded/rnn_gradients/extracted/ada/rnn_gradients.ipynb")
    intake.zip("zoë.zip", "hw.ipynb")
    return intake.collect()


def test_notebooks_reach_the_folders_of_their_students(collected):
    assert collected.submitted() == {
        "ada": {"rnn_gradients.ipynb": "hw/rnn_gradients.ipynb"},
        "anna": {
            "hw.ipynb": "hw.ipynb",
            "hw (2).ipynb": "hw (2).ipynb",
            "hw (3).ipynb": "a/hw.ipynb",
            "hw (4).ipynb": "b/hw.ipynb",
        },
        "ben": {"hw.ipynb": "hw.ipynb"},
        "carl": {"hw.ipynb.txt": "{}"},
        "eve": {"ok.ipynb": "ok.ipynb"},
        "jo": {"hw.ipynb": "hw.ipynb"},
        "mia": {
            "rnn_gradients.ipynb": "course/downloaded/rnn_gradients/extracted/ada/"
            "rnn_gradients.ipynb"
        },
        "zoë": {"hw.ipynb": "hw.ipynb"},
    }


def test_what_was_left_out_is_told_in_a_line_per_archive(collected):
    hidden = "(its name holds characters that cannot be seen)"
    assert sorted(collected.needs) == [
        f"carl/link.ipynb was not taken: it is a link, or no file; {LOOK}",
        f"dora.zip was not taken: it is a link, or no file; {LOOK}",
        f"emil.zip was not taken: it is a link, or no file; {LOOK}",
        f"eve.zip was not taken as a whole: `\\x1b[0J.ipynb` {hidden}, "
        f"`\\x1b[1J.ipynb` {hidden}, `\\x1b[2J.ipynb` {hidden}, 2 more; {LOOK}",
        f"fred.zip was not taken as a whole: it is no whole zip or tar archive: truncated header; "
        f"{LOOK}",
        f"gus\\n.zip was not taken: its name holds characters that cannot be seen; {LOOK}",
        f"ida.zip: there is no notebook in it; {LOOK}",
        f"jo.zip was not taken: {NOT_CLEAR}; {LOOK}",
        "kim.ipynb is nobody's: put it into a folder or archive named like its student",
        f"lee.rar: there is no notebook in it; {LOOK}",
        "the work of h* was not taken: nbgrader takes names with * ? [ ] for patterns; rename it",
    ]


def test_what_needs_a_human_is_said_last(collected):
    last = collected.said.splitlines()[-len(collected.needs) :]

    assert all("needs a human: " in line for line in last)


def test_nothing_hidden_reaches_the_terminal(collected):
    assert "\x1b[0J" not in collected.said
    assert "Traceback" not in collected.said


@pytest.fixture(scope="module")
def bounded(new_intake):
    """A class whose archives are too large for what its instructor allows."""
    intake = new_intake(archive_mib=2, archive_file_mib=1, archive_files=3, archives_mib=4)
    intake.zip("ada.zip", "1.ipynb", "2.ipynb", content=bytes(MIB))
    intake.zip("ben.zip", "1.ipynb", "2.ipynb", "3.ipynb", content=bytes(MIB - 1000))
    intake.zip("carl.zip", *[f"{k}.ipynb" for k in range(4)])
    intake.zip("dora.zip", "1.ipynb", content=bytes(MIB + 1))
    intake.zip("emil.zip", "1.ipynb", "2.ipynb", content=bytes(MIB - 1000))
    intake.zip("fay.zip", "1.ipynb", content=bytes(MIB))
    intake.place("gus/1.ipynb").write_bytes(bytes(MIB + 1))
    return intake.collect()


def test_archives_are_bounded_one_by_one_and_together(bounded):
    advice = f"in nbgrader_config.py, {LOOK}"
    assert bounded.needs == [
        f"ben.zip was not taken: it unpacks to more than 2 MiB; raise archive_mib {advice}",
        f"carl.zip was not taken: it holds more than 3 files; raise archive_files {advice}",
        f"dora.zip was not taken as a whole: `1.ipynb` (it is larger than 1 MiB); {LOOK}",
        "fay.zip was not taken: all archives together unpack to more than 4 MiB; "
        f"raise archives_mib {advice}",
        f"gus/1.ipynb was not taken: it is larger than 1 MiB; raise archive_file_mib {advice}",
    ]


def test_who_exceeds_a_limit_takes_no_room_from_others(bounded):
    assert {student: len(files) for student, files in bounded.submitted().items()} == {
        "ada": 2,
        "emil": 2,
    }


def test_the_guide_lists_every_limit_of_archives_with_its_default():
    table = re.findall(r"\| `(archives?_\w+)` \| ([\d.]+) \w+ \|", GUIDE)

    assert dict(table) == {field.name: str(field.default) for field in fields(ArchiveLimits)}
