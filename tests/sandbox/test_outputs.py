"""What a cell put out is built anew from the parts that nbformat knows, or refused."""

import numpy as np
import pytest

from graders.errors import Unreadable
from graders.sandbox import outputs

STREAM = {"output_type": "stream", "name": "stdout", "text": "x"}


def result(**about):
    return {"output_type": "execute_result", "data": {}, "execution_count": 1} | about


def error(**about):
    return {"output_type": "error", "ename": "E", "evalue": "", "traceback": []} | about


def read(*items, count=1):
    return outputs.read({"count": count, "outputs": list(items), "raised": False})


def test_what_nbformat_knows_is_read():
    shown, count = read(STREAM, error(traceback=["line"]), result(data={"text/plain": "1"}))

    assert count == 1
    assert [item["output_type"] for item in shown] == ["stream", "error", "execute_result"]


@pytest.mark.parametrize("count", [True, -1, 10**9, 1.0, "1", None])
def test_a_count_is_a_whole_number(count):
    with pytest.raises(Unreadable, match="outputs that are no outputs"):
        read(count=count)


@pytest.mark.parametrize(
    "item",
    [
        result(execution_count=True),
        result(execution_count=10**4000),
        result(data=[]),
        error(traceback=["line", 1]),
        error(traceback=[["line"]]),
        error(evalue=None),
        STREAM | {"name": "stdin"},
        {"output_type": "update_display_data", "data": {}},
        "stream",
        {"output_type": np.array(["stream"])},
        STREAM | {"name": np.array([])},
    ],
)
def test_what_nbformat_does_not_know_is_refused(item):
    with pytest.raises(Unreadable, match="an output that nbformat does not know"):
        read(item)


def test_what_is_shown_is_text_under_a_name_of_a_format():
    [item], _ = read(result(data={"text/plain": "1", "text/html": 1, "no format": "x"}))

    assert item["data"] == {"text/plain": "1"}


def test_only_so_many_outputs_are_kept():
    shown, _ = read(*[STREAM] * (outputs.MAX_OUTPUTS + 1))

    assert len(shown) == outputs.MAX_OUTPUTS
