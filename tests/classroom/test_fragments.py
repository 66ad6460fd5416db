"""A file that is no notebook any more still holds cells."""

import json
import time

import pytest

from graders.classroom.fragments import fragments

CELL = {"cell_type": "code", "source": "x = {'}'}", "metadata": {"a": {"b": []}}, "outputs": []}
OTHER = CELL | {"source": "y = 2", "outputs": [{"output_type": "stream", "text": "{"}]}
WHOLE = json.dumps({"cells": [CELL, OTHER, CELL], "metadata": {"kernelspec": {}}}, indent=1)


def test_what_is_whole_before_a_file_breaks_off_is_found():
    second = WHOLE.index("y = 2")
    third = WHOLE.rindex("x = {")

    assert fragments(WHOLE[:second], 10) == [CELL]
    assert fragments(WHOLE[:third], 10) == [CELL, OTHER]
    assert fragments(WHOLE[:20], 10) == []


@pytest.mark.parametrize("between", ["<<<<<<< HEAD\n", "=======\n", '"', ",", "\0"])
def test_what_was_put_between_cells_is_passed_over(between):
    text = WHOLE.replace("\n  {", f"\n{between}  {{")

    assert text != WHOLE
    assert fragments(text, 10) == [CELL, OTHER, CELL]


def test_what_follows_a_notebook_is_passed_over():
    assert fragments(WHOLE + "}", 10) == [CELL, OTHER, CELL]


def test_a_cell_that_is_nested_too_deep_costs_only_itself():
    deep = json.dumps(CELL).replace('"b": []', f'"b": {"[" * 9000}{"]" * 9000}')

    assert fragments(f'{{"cells": [{json.dumps(OTHER)}, {deep}, {json.dumps(OTHER)}]}}', 10) == [
        OTHER,
        OTHER,
    ]


def test_there_is_an_end_to_cells():
    assert len(fragments(f"[{json.dumps(CELL)}" * 50, 10)) == 11


@pytest.mark.parametrize(
    "text",
    [
        "{" * 1_000_000,
        '{"a":"' * 1_000_000,
        '{"a":' * 200_000,
        "{}" * 500_000,
        '{"k":[' * 500 + "1," * 500_000,
        '{"k":["' * 500 + "x" * 1_000_000,
        '{"k":' * 500 + "[1," * 300_000,
    ],
    ids=[
        "braces",
        "broken texts",
        "objects",
        "empty objects",
        "a long list",
        "a long text",
        "deep",
    ],
)
def test_no_text_takes_long_to_look_through(text):
    began = time.process_time()

    assert fragments(text, 1000) == []
    assert time.process_time() - began < 10
