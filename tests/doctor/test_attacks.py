"""The corpus: modules that are read as attacks, and what is said of those that are none."""

import re

import pytest

from graders.doctor.attacks import corpus
from graders.errors import AuthorFault

WHOLE = '''"""Opens a door
without a key.

It is told in two lines, and then there is more.
"""

PROMISE = 2
CLASS = "Kratzke: evasion"
WRONG = ("step_jacobian",)
SECRET = "the course key"
EARNS = 57.0


def work(desk, stage):
    return desk, stage
'''


def test_a_module_is_an_attack(folder_of_attacks):
    (attack,) = corpus(folder_of_attacks("opens_a_door", WHOLE))

    assert (attack.name, attack.promise, attack.kind) == ("opens_a_door", 2, "Kratzke: evasion")
    assert attack.tries == "Opens a door without a key."
    assert (attack.wrong, attack.secret, attack.earns) == (("step_jacobian",), "the course key", 57)
    assert attack.work("desk", "stage") == ("desk", "stage")


def test_what_an_attack_leaves_out_does_not_matter(folder_of_attacks):
    text = '"""Does little."""\n\nPROMISE = 8\n\n\ndef work(desk, stage): ...\n'
    (attack,) = corpus(folder_of_attacks("does_little", text))

    assert (attack.kind, attack.wrong, attack.secret, attack.earns) == ("", (), "", None)


def test_attacks_come_by_promise_and_name(folder_of_attacks):
    for name, promise in (("c", 1), ("a", 2), ("b", 1), ("_words", 1)):
        folder = folder_of_attacks(name, WHOLE.replace("PROMISE = 2", f"PROMISE = {promise}"))

    assert [attack.name for attack in corpus(folder)] == ["b", "c", "a"]


def test_a_folder_without_attacks_is_the_authors_fault(tmp_path):
    told = f"there is no attack in {tmp_path}, but there should be one per */*.py file"

    with pytest.raises(AuthorFault, match=re.escape(told)):
        corpus(tmp_path)


@pytest.mark.parametrize("promise", ["", "PROMISE = 11"])
def test_an_attack_that_breaks_no_promise_is_the_authors_fault(folder_of_attacks, promise):
    folder = folder_of_attacks("aimless", WHOLE.replace("PROMISE = 2", promise))

    with pytest.raises(AuthorFault, match=r"aimless.py has no PROMISE, but should name one of \[1"):
        corpus(folder)
