"""An item as code: run in a notebook, it calls the function with the very same arguments."""

import functools

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from graders.draws import Draws, draw_rnn
from graders.grader import load, questions_of
from graders.paper import Item
from graders.pasteable import code_of, size_of
from graders.sandbox.randomness import Seed

QUESTIONS = questions_of("rnn_gradients")
WEIGHT_GRADIENT = ("W_hh", "zs", "hs", "i", "j")
DTYPES = ("bool", "int8", "int32", "int64", "uint8", "uint64", "float16", "float32", "float64")

arrays = st.sampled_from(DTYPES).flatmap(
    lambda dtype: nps.arrays(dtype, nps.array_shapes(min_dims=0, max_dims=3, min_side=0))
)
flat = st.builds(
    np.full,
    st.sampled_from([(16,), (20,), (5, 4), (2, 2, 4)]),
    st.floats() | st.integers(-(2**63), 2**63 - 1) | st.booleans(),
)
entries = st.floats() | st.sampled_from([0.0, -0.0, 0.5, np.nan, np.inf])
matrices = nps.arrays(float, nps.array_shapes(min_dims=2, max_dims=2, max_side=6), elements=entries)
numbers = st.booleans() | st.integers() | st.floats()
scalars = numbers | st.sampled_from([np.int64, np.uint8, np.float32, np.bool_]).flatmap(
    lambda kind: nps.from_dtype(np.dtype(kind))
)
one_array = arrays | flat | matrices
lists = st.lists(one_array, max_size=3) | st.lists(numbers, max_size=20)
dicts = st.dictionaries(st.text(max_size=3), one_array, max_size=8)
arguments = st.lists(one_array | scalars | lists | lists.map(tuple) | dicts | st.text(), max_size=4)


def received(code, question="f"):
    """The arguments that the function gets when the code is pasted into a notebook."""
    calls = []
    exec(code, {"np": np, question: lambda *args: calls.append(args)})
    (args,) = calls
    return args


def pasted(*args, parameters=(), manner="ask"):
    return received(code_of(Item(manner, args), "f", parameters))


def same(one, other):
    """Whether two arguments are the same to the last bit; which nan it is does not matter."""
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return isinstance(other, dict) and same([*one.items()], [*other.items()])
    if not isinstance(one, np.ndarray | np.generic | float):
        return type(one) is type(other) and one == other
    if isinstance(one, float):  # NumPy's is one too, and a student sees no difference
        other = np.asarray(other)
    elif type(one) is not type(other):
        return False
    a, b = np.asarray(one), np.asarray(other)
    equal = np.array_equal(a, b, equal_nan=True) and a.dtype == b.dtype
    return equal and np.array_equal(np.signbit(a[a == 0.0]), np.signbit(b[b == 0.0]))


@given(arguments)
@example([np.full(16, -0.0), np.append(np.zeros(15), -0.0)])
@example([np.full((4, 4), np.nan), [np.nan, -np.inf], np.inf, np.float64("nan")])
@example([np.array([1, 2]), np.array([True]), np.empty((0, 2), int), np.empty((2, 0), bool)])
@example([np.float32(0.1), np.int64(-1), "nan of inf", [], ([1.0],)])
@settings(deadline=None)
def test_the_function_is_called_with_the_very_arguments(args):
    assert same(args, [*pasted(*args)])


@given(arguments)
@settings(deadline=None)
def test_the_names_of_the_parameters_change_nothing(args):
    assert same(args, [*pasted(*args, parameters=WEIGHT_GRADIENT)])


@given(matrices, st.booleans(), matrices)
@example(np.array([[-0.0]]), True, np.array([[1.0]]))
@settings(deadline=None)
def test_states_are_the_very_same_whether_they_follow_from_the_steps_or_not(zs, follow, other):
    hs = np.concatenate([np.ones((1, zs.shape[1])), np.tanh(zs)]) if follow else other
    for one in (hs, hs + 0.0):  # where zs has a -0.0, the second one does not follow
        args = pasted(np.eye(2), zs, one, parameters=WEIGHT_GRADIENT)

        assert same([zs, one], [*args[1:]])


def test_states_that_follow_from_the_steps_are_said_to():
    zs = np.array([[0.5, 2.0]])
    hs = np.concatenate([[[0.5, -1.0]], np.tanh(zs)])
    item = Item("ask", (np.eye(2), zs, hs, 0, np.int64(1)))

    assert code_of(item, "weight_gradient", WEIGHT_GRADIENT) == (
        "my_W_hh = np.array([[1.0, 0.0], [0.0, 1.0]])\n"
        "my_zs = np.array([[0.5, 2.0]])\n"
        "my_hs = np.vstack([[0.5, -1.0], np.tanh(my_zs)])\n"
        "weight_gradient(my_W_hh, my_zs, my_hs, 0, np.int64(1))"
    )


def test_a_dict_has_as_many_arrays_on_a_line_as_have_room():
    P = {f"{a}_{k}": np.zeros(shape) for k in "fi" for a, shape in (("W", (1, 1)), ("b", 1))}

    assert code_of(Item("ask_with_views", (P, 1.0)), "f", ("P",)) == (
        "my_P = {'W_f': np.array([[0.0]]), 'b_f': np.array([0.0]), 'W_i': np.array([[0.0]]),\n"
        "        'b_i': np.array([0.0])}\n"
        "for array in my_P.values(): array.flags.writeable = False\n"
        "f(my_P, 1.0)"
    )


def test_a_seed_is_pasted_as_the_generator_that_it_stands_for():
    (d, rng, gain) = pasted(3, Seed(7), 0.5, parameters=("d", "rng", "gain"))

    assert (d, gain) == (3, 0.5)
    assert rng.random() == np.random.default_rng(7).random()


def test_an_argument_that_may_be_left_out_is_left_out():
    assert code_of(Item("ask", (0.5,)), "f", ("x", "tol")) == "f(0.5)"
    assert code_of(Item("ask", (0.5, 0.1)), "f", ("x", "tol")) == "f(0.5, 0.1)"


def test_arguments_without_a_name_are_numbered():
    assert code_of(Item("ask", (np.zeros(1), np.ones(1), 2)), "f", ("x",)) == (
        "my_x = np.array([0.0])\nmy_argument_1 = np.array([1.0])\nf(my_x, my_argument_1, 2)"
    )


def test_a_large_array_of_one_number_is_written_shorter():
    assert code_of(Item("ask", (np.full((70, 2), 0.1),)), "f", ("zs",)) == (
        "my_zs = np.full((70, 2), 0.1)\nf(my_zs)"
    )


@pytest.mark.parametrize("d", [1, 2, 3])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_what_is_small_has_short_lines(d, n):
    W_hh, zs = np.full((d, d), -0.25), np.full((n, d), 400.5)
    by_hand = Item("ask_with_views", (W_hh, zs, [W_hh] * n, 0, 1e-06))

    code = code_of(by_hand, "product_norm_bound", ("W_hh", "zs", "jacobians", "i", "tol"))

    assert max(map(len, code.splitlines())) <= 100


def test_a_long_row_is_spread_over_lines():
    rnn = draw_rnn("gauss1", 7, 8, 8)

    code = code_of(Item("ask", (rnn.W_hh, [rnn.W_hh, rnn.zs])), "f", ())

    assert max(map(len, code.splitlines())) <= 100
    assert same([rnn.W_hh, [rnn.W_hh, rnn.zs]], [*received(code)])


@given(st.lists(one_array | st.lists(one_array, max_size=3), min_size=1, max_size=3))
@settings(deadline=None)
def test_what_was_asked_with_views_is_read_only_again(args):
    for arg in pasted(*args, manner="ask_with_views"):
        assert not [a for a in (arg if isinstance(arg, list) else [arg]) if a.flags.writeable]
    for arg in pasted(*args, manner="leaves_alone"):
        assert all(a.flags.writeable for a in (arg if isinstance(arg, list) else [arg]))


def test_a_read_only_array_is_said_to_be():
    views = Item("ask_with_views", ([np.eye(1)], np.ones(1), 1))

    assert code_of(views, "f", ("jacobians", "z", "d")) == (
        "my_jacobians = [np.array([[1.0]])]\n"
        "my_z = np.array([1.0])\n"
        "for array in my_jacobians: array.flags.writeable = False\n"
        "my_z.flags.writeable = False\n"
        "f(my_jacobians, my_z, 1)"
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_all_that_a_grader_asks_can_be_pasted(question):
    grader = load("rnn_gradients", question)
    draws = functools.partial(Draws, b"key", "rnn_gradients", question, "ada")

    for items in grader.papers(draws).values():
        for item in items:
            code = code_of(item, question, grader.parameters)
            assert same(item.args, received(code, question)), code


def test_the_least_to_read_is_the_fewest_numbers_and_then_the_fewest_digits():
    items = [
        Item("ask", args)
        for args in (
            ([],),
            (1.0,),
            (0.25,),
            (np.ones(2), 1),
            ([np.ones(2)], 0.25),
            ({"W": np.ones(2)}, 0.5),
            ((np.ones((2, 2)),),),
        )
    ]

    sizes = [size_of(item) for item in items]
    assert sorted(sizes) == sizes
    assert [numbers for numbers, _ in sizes] == [0, 1, 1, 3, 3, 3, 4]
