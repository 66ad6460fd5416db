"""Whatever a student's process says, only what is declared comes of it: a value, or its fault."""

import contextlib
import random
import socket
import tracemalloc

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from graders.errors import Died, Unreadable
from graders.sandbox import wire
from graders.sandbox.frames import Frames, Room
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.wire import Foreign, crossed
from tests.sandbox.forgery import SEEDS, forged, taken_apart
from tests.sandbox.puppet import check_answer, check_plain, judge

ONE_PIECE = 3 << 20
"""What a socket is asked for at once, and is there before it comes."""
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
"""Half a character is no text that can be printed, and arrives as another."""
arrays = st.sampled_from(sorted(wire.DTYPES)).flatmap(
    lambda dtype: nps.arrays(dtype, nps.array_shapes(min_dims=0, min_side=0, max_side=3))
)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(10**400), 10**400)
    | st.floats()
    | names
    | names.map(Foreign)
    | arrays
    | arrays.filter(lambda array: array.size).map(lambda array: array.flat[0])
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(names, inner, max_size=4)
    ),
    max_leaves=10,
)
forgeries = st.builds(
    lambda said, rng: forged(said, rng),
    st.sampled_from(SEEDS),
    st.randoms(use_true_random=False),
)


def described(value):
    """A value as text that is the same for the same values only, nan and -0 included."""
    if isinstance(value, np.ndarray | np.generic):
        bits = np.asarray(value, np.clongdouble).tolist()
        return f"{type(value).__name__} {value.dtype.str} {value.shape} {bits}"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__} {[described(item) for item in value]}"
    if isinstance(value, dict):
        return f"dict { {key: described(item) for key, item in value.items()} }"
    return repr(value)


def received(said, max_bytes):
    """What is read of some bytes, after which the other side is gone."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(said)
        return Frames(ours).receive(Room(max_bytes))


@given(values)
@settings(deadline=None, max_examples=300)
def test_every_value_of_the_grammar_arrives_as_it_was(value):
    assert described(crossed(value)) == described(value)


@given(values)
@settings(deadline=None)
def test_a_value_that_has_arrived_may_go_back(value):
    assert wire.pack(crossed(value)) == wire.pack(value)


@given(values)
@settings(deadline=None, max_examples=300)
def test_every_value_of_the_grammar_is_right_or_wrong_in_a_few_words(value):
    check_plain(value)
    check_answer(value)


@given(st.binary(max_size=200) | forgeries, st.sampled_from([10, 1000, 1 << 30]))
@settings(deadline=None, max_examples=300)
@example(b"", 10)
@example(wire.HEADER.pack(1 << 31, 1 << 31), 1 << 34)
def test_any_bytes_are_a_value_or_unreadable_or_the_end(said, max_bytes):
    with contextlib.suppress(Unreadable, EOFError):
        check_plain(received(said, max_bytes))


@given(forgeries)
@settings(deadline=None, max_examples=100)
def test_no_frame_takes_more_memory_than_a_hundred_times_its_size(said):
    tracemalloc.start()
    with contextlib.suppress(Unreadable, EOFError):
        received(said, 1 << 30)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 100 * len(said) + ONE_PIECE


@given(st.binary(max_size=200) | forgeries)
@settings(deadline=None, max_examples=300)
def test_whatever_a_process_says_it_is_graded_and_its_page_does_nothing(said):
    judge(said)


@pytest.mark.parametrize("seed", range(200))
def test_forgeries_of_forgeries_are_graded_as_well(seed):
    rng = random.Random(seed)
    judge(forged(forged(rng.choice(SEEDS), rng), rng))


texts = st.text(max_size=30) | st.sampled_from(["<![x>", "<script>", "\x1b[31m", "$\\def\\d{}$"])
mimes = st.sampled_from(["text/html", "text/markdown", "text/latex", "image/svg+xml", "image/png"])
displays = st.dictionaries(mimes | st.text(max_size=9), texts | values, max_size=3)
kinds = st.sampled_from(["stream", "error", "display_data", "execute_result"])
counts = st.integers(-1, 2) | st.booleans() | values
outputs = st.lists(
    st.fixed_dictionaries(
        {"output_type": kinds | kinds | kinds | values},
        optional={
            "name": st.sampled_from(["stdout", "stderr"]) | values,
            "text": texts | values,
            "ename": texts,
            "evalue": texts,
            "traceback": st.lists(texts, max_size=3) | values,
            "data": displays | values,
            "execution_count": counts,
        },
    ),
    max_size=3,
)


@given(outputs, st.just(1) | counts)
@settings(deadline=None, max_examples=300)
def test_any_outputs_are_shown_harmlessly_or_refused(items, count):
    judge(wire.pack({"count": count, "outputs": items, "raised": False}))


@given(values)
@settings(deadline=None, max_examples=25)
def test_a_child_that_is_asked_anything_answers_in_the_grammar_or_ends(zygote, request):
    child = zygote.fork(Limits())
    with contextlib.suppress(Died):
        check_plain(child.ask(request, seconds=5.0, room=Room(MIB)))
    child.kill()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_taken_apart_can_be_put_together(seed):
    frames = taken_apart(seed)

    assert len(frames) in (2, 3)
    assert b"".join(frame.put_together() for frame in frames) == seed
