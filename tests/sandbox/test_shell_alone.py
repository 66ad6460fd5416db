"""Where a notebook's outputs here are not those of Jupyter, and what they are instead."""

import pytest

from graders.sandbox.limits import Limits
from graders.sandbox.student import Student


@pytest.fixture
def outputs(zygote):
    """A function that runs cells in the sandbox and gives the outputs of each."""

    def run(*sources):
        with Student(zygote, list(sources), Limits()) as student:
            return [cell.outputs for cell in student.run()]

    return run


def texts(items):
    return [item["text"] if "text" in item else item["data"]["text/plain"] for item in items]


def test_text_stays_in_the_order_in_which_it_was_written(outputs):
    [items] = outputs("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')")

    assert texts(items) == ["a\n", "b\n", "c\n"]


def test_what_updates_an_earlier_cells_display_is_shown_once_where_it_is_updated(outputs):
    first, second = outputs(
        "h = display(1, display_id=True)",
        "for k in range(3):\n    h.update(k)\n    print(k, end='')",
    )

    assert (texts(first), texts(second)) == (["1"], ["2", "012"])


def test_a_display_may_be_updated_for_ever(outputs):
    [items] = outputs(
        "h = display('', display_id=True)\n"
        "for k in range(100): h.update(f'{k}' * 100_000)\n"
        "print('the end')"
    )

    assert [len(text) for text in texts(items)] == [200_002, 8]


def test_a_growing_display_has_an_end_too(outputs):
    [items] = outputs(
        "h = display('', display_id=True)\n"
        "for k in range(50): h.update('x' * 100_000 * k)\n"
        "print('the end')"
    )

    assert 4 << 20 < sum(map(len, texts(items))) < 5 << 20


@pytest.mark.parametrize("sign", ["\\x1b", "‖"])
def test_what_is_longer_on_its_way_than_on_the_page_costs_no_function(zygote, sign):
    source = f"print('{sign}' * 4_000_000)\ndef f(): return 1"
    with Student(zygote, [source]) as student:
        [cell] = student.run()

        assert "is left out" in cell.outputs[0]["text"]
        assert student.call("f").value == 1


@pytest.mark.parametrize("ask", ["input('name? ')", "import getpass; getpass.getpass()"])
def test_nobody_can_be_asked(outputs, ask):
    [[item]] = outputs(ask)

    assert item["ename"] == "StdinNotImplementedError"
    assert item["evalue"] == "input() cannot be used in a notebook that is graded"


@pytest.mark.parametrize("leave", ["exit", "quit()", "exit()"])
def test_a_notebook_goes_on_after_exit(outputs, leave):
    assert texts(outputs(leave, "print('on')")[1]) == ["on\n"]


def test_a_loop_of_ones_own_may_be_run_since_none_is_running(outputs):
    [items] = outputs("import asyncio\nasync def co(): return 5\nasyncio.run(co())")

    assert texts(items) == ["5"]


def test_an_error_that_cannot_say_what_it_is_has_no_words(outputs):
    [items] = outputs("class E(Exception):\n    def __str__(self): raise self\nraise E()")

    assert {(item["ename"], item["evalue"]) for item in items} == {("E", "")}


def test_a_half_character_is_shown_as_none(outputs):
    assert texts(outputs(r"print('\ud800')")[0]) == ["?\n"]


def test_data_that_is_no_text_is_not_shown(outputs):
    [[item]] = outputs("from IPython.display import JSON\nJSON({'a': 1})")

    assert list(item["data"]) == ["text/plain"]


def test_what_goes_past_python_to_the_terminal_is_lost(outputs):
    assert outputs("import os\nos.write(1, b'x');") == [[]]


def test_an_empty_cell_is_not_run(zygote):
    with Student(zygote, ["1", " ", "2"]) as student:
        assert [cell.count for cell in student.run()] == [1, None, 2]
