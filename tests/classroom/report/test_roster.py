"""What students are called, and what is repeated of their words."""

import re

import pytest

from graders.classroom.report.roster import MAX_CHARACTERS, HiddenRoster, Roster, line

CLASS = [f"student-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


def hidden(*people, key=b"key"):
    return HiddenRoster(people, [], key)


def test_students_are_ordered_as_in_a_list_of_names():
    roster = Roster(["ben", "Ada", "chen"])

    assert sorted(["ben", "Ada", "chen"], key=roster.number) == ["Ada", "ben", "chen"]
    assert roster.call("Ada") == "Ada"


def test_hidden_students_are_numbered_from_1_on():
    roster = hidden(*CLASS)

    assert {roster.call(student) for student in CLASS} == {f"student {n}" for n in range(1, 27)}


def test_the_numbers_do_not_follow_the_alphabet():
    numbers = [hidden(*CLASS).number(student) for student in CLASS]

    assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))


def test_the_numbers_are_the_same_again_and_with_another_key_others():
    first, again, other = hidden(*CLASS), hidden(*CLASS[::-1]), hidden(*CLASS, key=b"other")

    assert [first.number(s) for s in CLASS] == [again.number(s) for s in CLASS]
    assert [first.number(s) for s in CLASS] != [other.number(s) for s in CLASS]


@pytest.mark.parametrize(
    "text",
    [
        "ask Ada.L about it",
        "ADA.L wrote this",
        "~/ada.l/x",
        "xada.ly",
        "by ada.l2",
        "a\x00da.l ada.l",
    ],
)
def test_an_id_is_cut_out_wherever_it_stands(text):
    assert "ada.l" not in hidden("ada.l", "ben").quote(text).casefold()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("an error", "… error"),
        ("cannot", "cannot"),
        ("by AN, by an_2", "by …, by …_2"),
        ("entry [1, 0]", "entry [1, 0]"),
    ],
)
def test_a_short_id_is_cut_out_where_it_stands_alone(text, shown):
    assert hidden("an").quote(text) == shown


def test_the_longer_of_two_ids_is_cut_out_whole():
    assert hidden("anna", "annamaria").quote("by annamaria") == "by …"


def test_names_and_addresses_are_cut_out_too():
    roster = HiddenRoster(["s1"], ["Zoë", "Müller", "zm@x.edu"], b"key")

    assert roster.quote("ZOË Müller (zm@x.edu), Zoe\u0308") == "… … (…), …"


def test_a_name_with_spaces_is_found_however_it_is_spaced():
    assert hidden("Zoë Müller").quote("by Zoë\n  Müller") == "by …"


def test_what_a_student_wrote_between_backticks_is_cut_out_but_for_names_of_code():
    said = "`hw of a friend.ipynb` stood for `step_jacobian`; raised KeyError at `x = 1  # by me"

    assert hidden("ada").quote(said) == "`…` stood for `step_jacobian`; raised KeyError at `…`"
    assert Roster(["ada"]).quote(said) == said.replace("1  #", "1 #")


def test_a_line_is_one_line_of_what_can_be_seen():
    assert line("a\n\tb\x1b[31m\u202e\ud800") == "a b\ufffd[31m\ufffd\ufffd"


def test_a_line_tells_no_folder_of_ours():
    assert line("in /home/ta/course/x.py") == "in …/x.py"


def test_a_flood_is_cut_off():
    assert line("x" * 10**6) == "x" * MAX_CHARACTERS + " …"


def test_a_name_is_a_line_too():
    assert Roster(["a\nb"]).call("a\nb") == "a b"


def test_no_pseudonym_tells_an_id_that_is_a_number():
    roster = hidden("7", "8", "9")

    assert re.fullmatch(r"student [123]", roster.call("8"))
