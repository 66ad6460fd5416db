"""The closed grammar: what goes in comes out, and nothing else ever does."""

import array
import collections
import contextlib
import enum
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from graders.errors import Unreadable
from graders.sandbox.wire import HEADER, Foreign, pack, unpack, unpack_frame

plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
arrays = nps.arrays(
    st.sampled_from([np.float64, np.int32, np.bool_, np.complex128, np.float32]),
    nps.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
)
values = st.recursive(
    plain | arrays,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


def crossed(value):
    """What arrives when `value` is sent."""
    frame = pack(value)
    text, _ = HEADER.unpack(frame[: HEADER.size])
    return unpack(frame[HEADER.size :][:text], frame[HEADER.size + text :])


def same(one, other):
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype != bool)
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


def assert_plain(value):
    """Nothing but the grammar's own types, all the way down."""
    if isinstance(value, list | tuple):
        for item in value:
            assert_plain(item)
    elif isinstance(value, dict):
        assert_plain([*value.keys(), *value.values()])
    else:
        kinds = (type(None), bool, int, float, str, np.ndarray, Foreign)
        assert type(value) in kinds or isinstance(value, np.generic)


@given(values)
@settings(deadline=None)
def test_every_value_of_the_grammar_arrives_as_it_was(value):
    assert same(value, crossed(value))


@given(st.binary(max_size=60), st.binary(max_size=40))
@settings(deadline=None)
def test_random_bytes_are_unreadable_or_plain_data(text, blob):
    with contextlib.suppress(Unreadable):
        assert_plain(unpack(text, blob))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tuple", "dict", "array", "scalar", "foreign", "pickle"]), inner
        )
    ),
)


@given(json_values, st.binary(max_size=40))
@settings(deadline=None, max_examples=300)
def test_forged_tags_are_unreadable_or_plain_data(node, blob):
    with contextlib.suppress(Unreadable):
        assert_plain(unpack(json.dumps(node).encode(), blob))


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ({"array": ["<f8", [2], 8]}, "reaches beyond its frame"),
        ({"array": ["<f8", [2**24, 2**24], 0]}, "reaches beyond its frame"),
        ({"array": ["<f8", [2**62, 2**62], 0]}, "too many or too long dimensions"),
        ({"array": ["<f8", [-1], 0]}, "impossible dtype, shape or offset"),
        ({"array": ["|O8", [1], 0]}, "impossible dtype, shape or offset"),
        ({"array": ["<f8", [True], 0]}, "impossible dtype, shape or offset"),
        ({"pickle": "gASV"}, "a tag that the grammar lacks"),
        ({"tuple": [], "dict": {}}, "a tag that the grammar lacks: tuple, dict"),
        ({}, "a tag that the grammar lacks: none"),
    ],
)
def test_a_forged_node_is_refused_in_words(node, words):
    with pytest.raises(Unreadable, match=words):
        unpack(json.dumps(node).encode(), b"\0" * 16)


def test_a_value_nested_too_deeply_is_refused():
    with pytest.raises(Unreadable, match="nested too deeply"):
        unpack(b"[" * 40 + b"]" * 40, b"")


def nested(depth, wrap):
    value = 1.0
    for _ in range(depth):
        value = wrap(value)
    return value


@pytest.mark.parametrize("wrap", [lambda x: [x], lambda x: (x,), lambda x: {"x": x}])
def test_what_may_be_sent_may_be_read_however_deep_it_is(wrap):
    assert crossed(nested(31, wrap)) == nested(31, wrap)
    assert "Foreign(type_name='a structure nested too deeply')" in repr(crossed(nested(99, wrap)))


def test_an_array_may_not_claim_so_many_dimensions_that_to_multiply_them_takes_minutes():
    with pytest.raises(Unreadable, match="too many or too long dimensions"):
        unpack(json.dumps({"array": ["<f8", [9] * 99_000, 0]}).encode(), b"")


def test_nesting_beyond_pythons_own_limit_is_refused():
    with pytest.raises(Unreadable, match="malformed frame"):
        unpack(b"[" * 200_000 + b"]" * 200_000, b"")


def test_too_many_parts_are_refused_before_any_is_made():
    with pytest.raises(Unreadable, match="too many parts"):
        unpack(b"[" + b"[]," * 2_000_000 + b"no json", b"")


def test_commas_in_texts_part_nothing():
    text = 'a, "quoted", and a \\ before the end \\' * 50_000

    assert crossed([text, [text]]) == [text, [text]]


def test_an_integer_too_long_to_read_is_refused():
    with pytest.raises(Unreadable, match="malformed frame"):
        unpack(b"9" * 10_000, b"")


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (b"\0" * 7, "got 7 bytes, which are no frame"),
        (b"\xff" * 8, "got 4294967295 bytes of text, but at most 8388608 are read"),
        (b"\2\0\0\0" + b"\0" * 4 + b"[", "got a malformed frame"),
    ],
)
def test_a_frame_within_a_frame_is_read_with_the_same_care(frame, words):
    with pytest.raises(Unreadable, match=words):
        unpack_frame(frame)


class Liar(np.ndarray):
    """An array that claims to equal everything."""

    def __eq__(self, other):
        return True


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (np.eye(2).view(Liar), np.eye(2)),
        (np.asmatrix([[1.0, 2.0]]), np.array([[1.0, 2.0]])),
        (np.ma.array([1.0, 2.0], mask=[False, True]), np.array([1.0, np.nan])),
        (np.ma.array([1, 2]), np.array([1, 2])),
        (np.float64(2.5), np.float64(2.5)),
        (np.int64(3), np.int64(3)),
        (np.str_("vanishing"), "vanishing"),
        (type("Word", (str,), {})("vanishing"), "vanishing"),
        (np.eye(2, dtype=">f8"), np.eye(2)),
        (np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.arange(6.0).reshape(2, 3)),
    ],
)
def test_subclasses_arrive_as_plain_values(value, arrives):
    assert same(arrives, crossed(value))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (object(), "object"),
        (lambda: 1, "function"),
        (np.array([object()]), "ndarray of dtype object"),
        (np.array(["a", "b"]), "ndarray of dtype <U1"),
        ({1: 2}, "dict"),
        ({1, 2}, "set"),
        (1j, "complex"),
        (b"bytes", "bytes"),
    ],
)
def test_what_the_grammar_lacks_arrives_as_the_name_of_its_type(value, name):
    assert crossed(value) == Foreign(name)


def test_arrays_may_not_claim_the_same_bytes_twice():
    twice = [{"array": ["<f8", [2], 0]}] * 2

    with pytest.raises(Unreadable, match="reaches beyond its frame"):
        unpack(json.dumps(twice).encode(), b"\0" * 16)


def test_an_array_without_entries_may_not_claim_any_length():
    with pytest.raises(Unreadable, match="too long dimensions"):
        unpack(json.dumps({"array": ["<f8", [10**9, 0], 0]}).encode(), b"")


def test_a_frame_may_not_have_any_number_of_parts():
    with pytest.raises(Unreadable, match="of too many parts"):
        unpack(json.dumps([0] * 200_000).encode(), b"")


class Colour(str, enum.Enum):  # noqa: UP042 (its str() is not its value, which is the point)
    RED = "red"


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (Colour.RED, "red"),
        (np.array("vanishing"), "vanishing"),
        (collections.deque([1.0, 2.0]), np.array([1.0, 2.0])),
        (array.array("d", [1.0, 2.0]), np.array([1.0, 2.0])),
        (memoryview(np.eye(2)), np.eye(2)),
    ],
)
def test_what_numpy_takes_for_an_array_arrives_as_one(value, arrives):
    assert same(arrives, crossed(value))


def test_the_name_of_a_type_arrives_printable():
    value = type("A", (), {"__qualname__": "\ud800"})()

    assert crossed(value) == Foreign("?")


def test_a_text_with_half_a_character_arrives_printable():
    assert crossed("\ud800") == "?"
