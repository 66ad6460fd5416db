"""What arrives of a value, and what views of it are, without anybody to send it to."""

import socket

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from graders.errors import Unreadable
from graders.sandbox.frames import Frames, Room
from graders.sandbox.views import as_views
from graders.sandbox.wire import Foreign, crossed

dtypes = st.sampled_from([float, np.int32, bool, np.complex64, np.float16])
arrays = dtypes.flatmap(
    lambda dtype: nps.arrays(
        dtype, nps.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=4)
    )
)
values = st.recursive(
    arrays | st.none() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=6,
)


def same(one, other):
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return type(other) is dict and same([*one.items()], [*other.items()])
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    return type(one) is type(other) and one == other


def arrays_in(value):
    """The arrays of a value, however deep in lists, tuples and dicts they are."""
    if isinstance(value, dict):
        return arrays_in([*value.values()])
    if isinstance(value, list | tuple):
        return [array for item in value for array in arrays_in(item)]
    return [value] if isinstance(value, np.ndarray) else []


@given(values)
@settings(deadline=None)
def test_what_crosses_is_what_a_socket_would_bring(value):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Frames(theirs).send(value)

        assert same(crossed(value), Frames(ours).receive(Room(1 << 20)))


@given(values)
@settings(deadline=None)
def test_what_crosses_is_a_copy(value):
    for was, now in zip(arrays_in(value), arrays_in(crossed(value)), strict=True):
        assert now.flags.writeable
        assert not np.shares_memory(was, now)


def test_what_the_grammar_lacks_crosses_as_the_name_of_its_type():
    assert crossed([object(), {1: 2}, (1j,)]) == [
        Foreign("object"),
        Foreign("dict"),
        (Foreign("complex"),),
    ]


def test_what_would_not_be_read_does_not_cross():
    with pytest.raises(Unreadable, match="of too many parts"):
        crossed([0] * 200_000)


@given(values)
@settings(deadline=None)
def test_views_have_the_same_values(value):
    assert same(value, as_views(value))


@given(values)
@settings(deadline=None)
def test_views_are_read_only_and_leave_what_they_show_alone(value):
    for was, now in zip(arrays_in(value), arrays_in(as_views(value)), strict=True):
        assert was.flags.writeable
        assert not now.flags.writeable
        assert not np.shares_memory(was, now)


@given(nps.arrays(float, nps.array_shapes(min_dims=1, max_dims=3, min_side=2, max_side=4)))
@settings(deadline=None)
def test_views_are_not_contiguous(array):
    view = as_views(array)

    assert not view.flags.c_contiguous
    assert not view.flags.f_contiguous


def test_a_view_of_an_array_without_dimensions_is_one_too():
    view = as_views(np.array(2.0))

    assert same(view, np.array(2.0))
    assert not view.flags.writeable
