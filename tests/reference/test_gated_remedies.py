"""What every function about gated remedies promises: its shapes, its manners, its refusals."""

import copy
import inspect

import numpy as np
import pytest

import reference.gated_remedies as gr

pytestmark = pytest.mark.filterwarnings("error")

D, M = 4, 3
U = 2.0**-53

rng = np.random.default_rng(4)
SHAPES = {"W": (D, D), "U": (D, M), "b": (D,)}
LSTM = {f"{a}_{k}": rng.normal(size=shape) for k in "fioc" for a, shape in SHAPES.items()}
GRU = {f"{a}_{k}": rng.normal(size=shape) for k in "rzn" for a, shape in SHAPES.items()}
X, H, C, Z = rng.normal(size=M), rng.uniform(-1, 1, D), rng.normal(size=D), rng.normal(size=D)
GRADS = [rng.normal(size=(2, 3)), rng.normal(size=4), rng.normal(size=(2, 1, 2))]

CALLS = {
    gr.lstm_step: ((LSTM, X, H, C), [(D,), (D,)]),
    gr.lstm_memory_jacobian: ((LSTM, X, H, C), [(D, D)]),
    gr.lstm_state_jacobian: ((LSTM, X, H, C), [(2 * D, 2 * D)]),
    gr.gru_step: ((GRU, X, H), [(D,)]),
    gr.gru_jacobian: ((GRU, X, H), [(D, D)]),
    gr.orthogonal_init: ((D, np.random.default_rng(1), 2.0), [(D, D)]),
    gr.residual_jacobian: ((LSTM["W_c"], Z), [(D, D)]),
    gr.residual_bounds: ((LSTM["W_c"], Z), [(), ()]),
    gr.clip_by_global_norm: ((GRADS, 1.5), [(2, 3), (4,), (2, 1, 2), ()]),
}
functions = pytest.mark.parametrize("function", CALLS, ids=[f.__name__ for f in CALLS])


def given(function):
    """The arguments of a function, copied; the generator of random numbers at its start."""
    return copy.deepcopy(CALLS[function][0])


def leaves(result):
    """The arrays or numbers of a result, however deep in tuples and lists they are."""
    if isinstance(result, tuple | list):
        return [leaf for item in result for leaf in leaves(item)]
    return [result]


def dressed(argument, change):
    """An argument with each of its arrays changed."""
    if isinstance(argument, dict):
        return {key: dressed(value, change) for key, value in argument.items()}
    if isinstance(argument, list):
        return [dressed(value, change) for value in argument]
    return change(argument) if isinstance(argument, np.ndarray) else argument


def arrays_in(argument):
    found = []
    dressed(argument, found.append)
    return found


def assert_close(result, wanted):
    """Other strides may reorder the sums of a matrix product: 8 d roundings, scaled by its size."""
    for got, want in zip(leaves(result), leaves(wanted), strict=True):
        room = 8 * D * U * max(1.0, np.abs(want).max())
        np.testing.assert_allclose(got, want, rtol=0, atol=room)


@functions
def test_results_have_the_shapes_that_are_promised_and_are_float64(function):
    found = leaves(function(*given(function)))

    assert [np.shape(leaf) for leaf in found] == CALLS[function][1]
    assert all(type(a) is float or (type(a) is np.ndarray and a.dtype == float) for a in found)


@functions
def test_the_module_docstring_names_every_function(function):
    assert f"({function.__name__})\n" in gr.__doc__


def test_every_public_function_is_called_here():
    own = [f for name, f in inspect.getmembers(gr, inspect.isfunction) if name[0] != "_"]

    assert {f for f in own if inspect.getmodule(f) is gr} == set(CALLS)


@functions
def test_no_argument_is_modified_and_read_only_ones_will_do(function):
    arguments = given(function)
    for array in arrays_in([*arguments]):
        array.setflags(write=False)

    assert_close(function(*arguments), function(*given(function)))


@functions
@pytest.mark.parametrize(
    "layout",
    [
        lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
        np.asfortranarray,
        lambda a: a.tolist(),
        lambda a: a.astype(np.longdouble),
    ],
    ids=["every second entry", "Fortran order", "nested lists", "long double"],
)
def test_the_layout_of_an_argument_does_not_matter(function, layout):
    changed = [dressed(argument, layout) for argument in given(function)]

    assert_close(function(*changed), function(*given(function)))


@functions
def test_results_share_no_memory_with_the_arguments(function):
    arguments = given(function)
    for leaf in leaves(function(*arguments)):
        assert not any(np.shares_memory(leaf, array) for array in arrays_in([*arguments]))


def test_a_key_that_no_gate_has_is_passed_over():
    assert_close(gr.lstm_step(LSTM | {"W_z": "anything"}, X, H, C), gr.lstm_step(LSTM, X, H, C))


# ---- refusals


def with_nan(a):
    a = a.astype(float)
    a.flat[-1] = np.nan
    return a


SPOILT = {
    "another axis": (lambda a: a[None], "has shape .* but should have shape"),
    "a shorter last axis": (lambda a: a[..., :-1], "has shape .* but should have shape"),
    "empty": (lambda a: a[:0], "has shape .* but should have shape"),
    "not a number": (with_nan, "is nan, but should be finite"),
    "infinite": (lambda a: a + np.inf, "is inf, but should be finite"),
    "complex": (lambda a: a + 0j, "holds complex128, but should hold real numbers"),
    "text": (lambda a: a.astype(str), "holds <U.*, but should hold real numbers"),
    "ragged": (lambda a: [1.0, [2.0]], "is ragged, but should be an array"),
}
gated = pytest.mark.parametrize(
    "function", [f for f in CALLS if isinstance(CALLS[f][0][0], dict)], ids=lambda f: f.__name__
)


@gated
@pytest.mark.parametrize(("spoil", "words"), SPOILT.values(), ids=SPOILT)
def test_every_array_that_a_gated_network_is_made_of_is_checked(function, spoil, words):
    P, x, *states = given(function)
    for key in P:
        with pytest.raises(ValueError, match=rf"P\['{key}'\].*{words}"):
            function(P | {key: spoil(P[key])}, x, *states)
    for k in range(len(states)):
        spoilt = [spoil(state) if k == place else state for place, state in enumerate(states)]
        with pytest.raises(ValueError, match="should"):
            function(P, x, *spoilt)
    with pytest.raises(ValueError, match="should"):
        function(P, spoil(x), *states)


@gated
def test_a_parameter_that_is_missing_is_named(function):
    P, *vectors = given(function)
    for key in P:
        with pytest.raises(ValueError, match=rf"^P has the keys .*, but should have {key} too$"):
            function({k: P[k] for k in P if k != key}, *vectors)


@gated
def test_parameters_that_are_no_dict_are_refused(function):
    with pytest.raises(ValueError, match=r"^P is \[\], but should be a dict of arrays$"):
        function([], *given(function)[1:])


@pytest.mark.parametrize("function", [gr.residual_jacobian, gr.residual_bounds])
@pytest.mark.parametrize(
    ("W_hh", "z"), [(np.ones((2, 3)), np.ones(2)), (np.eye(2), np.ones(3)), (np.eye(1), [np.nan])]
)
def test_a_step_with_a_skip_connection_refuses_what_a_plain_one_does(function, W_hh, z):
    with pytest.raises(ValueError, match="but should"):
        function(W_hh, z)


@pytest.mark.parametrize("d", [0, -1, 2.0, "2", True, None])
def test_a_number_of_units_is_an_integer_from_1_on(d):
    with pytest.raises(ValueError, match=r"^d is .*, but should be an integer >= 1$"):
        gr.orthogonal_init(d, np.random.default_rng(1))


@pytest.mark.parametrize("rng", [7, None, np.random, np.random.RandomState(7)])
def test_what_is_no_generator_is_refused(rng):
    with pytest.raises(ValueError, match=r"^rng is .*, but should be a numpy.random.Generator$"):
        gr.orthogonal_init(2, rng)


@pytest.mark.parametrize("wrong", [0, -1.5, np.nan, np.inf, "1", [1.0], None])
def test_a_gain_and_a_largest_norm_are_positive_numbers(wrong):
    with pytest.raises(ValueError, match=r"^gain .*but should"):
        gr.orthogonal_init(2, np.random.default_rng(1), wrong)
    with pytest.raises(ValueError, match=r"^max_norm .*but should"):
        gr.clip_by_global_norm([np.ones(2)], wrong)


def test_a_number_that_is_not_positive_is_told():
    with pytest.raises(ValueError, match=r"^max_norm is -1\.0, but should be > 0$"):
        gr.clip_by_global_norm([], -1)


def test_a_gradient_that_is_not_finite_is_named():
    with pytest.raises(ValueError, match=r"^grads\[1\]\[0\] is nan, but should be finite$"):
        gr.clip_by_global_norm([np.ones(2), np.array([np.nan])], 1.0)
