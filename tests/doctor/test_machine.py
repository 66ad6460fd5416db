"""What the doctor says of a machine: it has tried it."""

from dataclasses import replace

from graders.doctor.findings import Health
from graders.doctor.machine import TRIES, examine_machine, judged
from graders.sandbox.limits import Limits

HARMS = TRIES.count("lambda")
TRUSTED = replace(Limits(), confined=False)


def health_of(findings):
    return {finding.told: finding.health for finding in findings}


def test_on_this_machine_every_harm_is_tried_and_refused():
    found = health_of(examine_machine(Limits()))

    tried = {told: health for told, health in found.items() if told.startswith("tried")}
    assert len(tried) == HARMS == 10
    assert set(tried.values()) == {Health.GOOD}
    assert "tried just now: student code cannot open a connection (PermissionError)" in tried
    assert "tried just now: student code cannot fork (PermissionError)" in tried
    assert any("has Landlock version" in told for told in found)


def test_of_a_class_that_is_trusted_it_says_what_student_code_can_do():
    found = health_of(examine_machine(TRUSTED))

    for harm in ("read other files", "write outside of its folder", "open a connection", "fork"):
        assert found[f"tried just now: student code can {harm}"] is Health.NOTICE


def test_a_kernel_that_is_too_old_is_named_with_what_to_do():
    first, *others = examine_machine(Limits(), ask_abi=lambda: 2)

    assert first.health is Health.BAD
    assert "has version 2 of Landlock, which lets files be truncated" in first.told
    assert "Linux 6.2 or newer" in first.advice
    assert any(finding.told.endswith("student code can fork") for finding in others)


def test_a_machine_on_which_no_notebook_runs_is_said_to_be_one():
    found = examine_machine(replace(TRUSTED, cell_seconds=1e-6))

    (alarm,) = [finding for finding in found if finding.health is Health.BAD]
    assert alarm.told.startswith("a notebook could not be tried: ")
    assert alarm.advice == "mend that first: no grading works"


def test_harm_that_a_confined_process_can_do_is_an_alarm():
    (found,) = judged({"fork": ""}, Limits())

    assert found.health is Health.BAD
    assert found.told == "tried just now: student code can fork"


def test_little_memory_is_noticed():
    found = [*examine_machine(replace(Limits(), memory_mib=1 << 30))]

    (told,) = [finding for finding in found if "free memory" in finding.told]
    assert told.health is Health.NOTICE
    assert "grade fewer at once" in told.advice
