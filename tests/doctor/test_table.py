"""What became of the attacks, told in tables."""

from io import StringIO

from rich.console import Console

from graders.doctor import table
from graders.doctor.attacks import Attack
from graders.doctor.trial import Verdict

OPENS = Attack("opens", 2, "Opens a | door.", "Kratzke: evasion", print)
DISPLAYS = Attack("displays", 1, "Displays points.", "", print)
FOUND = [Verdict(DISPLAYS, [], 57.0), Verdict(OPENS, [], 74.0)]
ALONE = [Verdict(DISPLAYS, ["earned 10", "stopped"], 64.0), Verdict(OPENS, [], 64.0)]


def lines(what):
    console = Console(file=StringIO(), width=120)
    console.print(what)
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines() if line.strip()]


def test_attacks_are_counted_by_promise():
    told = lines(table.of_promises(FOUND))

    assert told[0] == "promise attacks withstood"
    assert told[2:] == ["1 No score can be forged. 1 1", "2 Nothing can be read. 1 1"]


def test_beside_it_stands_what_nbgrader_alone_withstands():
    told = lines(table.of_promises(FOUND, ALONE))

    assert told[0] == "promise attacks withstood by nbgrader alone"
    assert told[2:] == ["1 No score can be forged. 1 1 0", "2 Nothing can be read. 1 1 1"]


def test_each_attack_that_did_harm_has_a_line():
    assert table.broken(FOUND) == []
    assert table.broken(ALONE) == ["displays (promise 1): earned 10; stopped"]


def test_a_document_has_a_row_for_each_attack():
    assert table.as_markdown(FOUND, ALONE).splitlines() == [
        "| attack | promise | tries | class | Unrolled | nbgrader alone |",
        "| --- | --- | --- | --- | --- | --- |",
        "| `displays` | 1 | Displays points. | – | withstood | earned 10; stopped |",
        "| `opens` | 2 | Opens a / door. | Kratzke: evasion | withstood | withstood |",
    ]


def test_it_can_do_without_nbgrader():
    assert table.as_markdown(FOUND).splitlines()[2:] == [
        "| `displays` | 1 | Displays points. | – | withstood |",
        "| `opens` | 2 | Opens a / door. | Kratzke: evasion | withstood |",
    ]
