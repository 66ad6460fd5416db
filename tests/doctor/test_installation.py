"""What the doctor says of what is installed."""

from importlib import metadata
from pathlib import Path

from graders.doctor.findings import Health
from graders.doctor.installation import examine_installation

ROOT = Path(__file__).parents[2]


def test_what_is_pinned_is_installed_here():
    first, second = examine_installation(ROOT)

    assert "nbgrader 0.9.6" in first.told
    assert second.health is Health.GOOD
    assert second.told.endswith("the versions that the kit was tested with")


def test_other_versions_are_named_and_what_is_not_installed_is_not(tmp_path):
    numpy = metadata.version("numpy")
    (tmp_path / "constraints.txt").write_text("numpy==1.0\nno-such-package==2.0\nrich==0.1\n")

    _, found = examine_installation(tmp_path)

    assert found.health is Health.NOTICE
    assert found.told.startswith(f"packages differ from the tested ones: numpy {numpy} for 1.0, r")
    assert "make setup" in found.advice


def test_not_more_than_a_few_are_named(tmp_path):
    names = sorted({one.name for one in metadata.distributions()})[:9]
    (tmp_path / "constraints.txt").write_text("\n".join(f"{name}==0.0.0" for name in names))

    _, found = examine_installation(tmp_path)

    assert found.told.endswith(" and 4 more")


def test_a_folder_without_pins_is_not_compared(tmp_path):
    _, found = examine_installation(tmp_path)

    assert found.told.startswith(f"there is no constraints.txt in {tmp_path}")
