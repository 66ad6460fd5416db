"""What every function of document 003 promises: its shapes, and its manners with arguments."""

import inspect
import re

import numpy as np
import pytest

import reference.rnn_gradients as rg

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
LENGTHS = {"d": 4, "m": 3, "C": 7, "n": 5, "n+1": 6}  # all different, so that no letter can lie

rng = np.random.default_rng(3)
W_HH, W_IH, B_H = rng.normal(size=(4, 4)), rng.normal(size=(4, 3)), rng.normal(size=4)
Y, P = np.eye(7)[2], rng.dirichlet(np.ones(7))
ZS, HS = rng.normal(size=(5, 4)), rng.uniform(-1, 1, size=(6, 4))

CALLS = {
    rg.rnn_forward: (W_HH, W_IH, B_H, HS[0], rng.normal(size=(5, 3))),
    rg.cross_entropy_loss: (Y, P),
    rg.immediate_gradient: (ZS[0], HS[0], 1, 2),
    rg.step_jacobian: (W_HH, ZS[0]),
    rg.chain_rule_product: (rng.normal(size=(5, 4, 4)), 4),
    rg.step_norm_bound: (W_HH, ZS[0]),
    rg.product_norm_bound: (W_HH, ZS),
    rg.gradient_regime: (W_HH, 1e-6),
    rg.weight_gradient: (W_HH, ZS, HS, 1, 2),
}
LENT = rg.tanh_prime, rg.product
"""What the other assignments use of it."""
functions = pytest.mark.parametrize(
    ("function", "arguments"), CALLS.items(), ids=[function.__name__ for function in CALLS]
)


def leaves(result):
    """The arrays or numbers of a result, one or several."""
    return result if isinstance(result, tuple) else (result,)


def assert_same_result(result, wanted):
    """Other strides may reorder the sums of a matrix product: n d roundings, scaled by its size."""
    for got, want in zip(leaves(result), leaves(wanted), strict=True):
        if isinstance(want, str):
            assert got == want
        else:
            room = 8 * LENGTHS["n"] * LENGTHS["d"] * U * np.abs(want).max()
            np.testing.assert_allclose(got, want, rtol=0, atol=room)


def changed(arguments, change):
    return [change(a) if isinstance(a, np.ndarray) else a for a in arguments]


@functions
def test_the_shapes_in_the_docstring_are_true(function, arguments):
    paragraph = inspect.getdoc(function).split("\n\n")[1]
    takes, gives = (
        {name: [LENGTHS[w] for w in re.findall(r"[\w+]+", shape)] for name, shape in found}
        for found in (re.findall(r"(\w+) \(([\w+, ]*)\)", part) for part in paragraph.split("->"))
    )
    arrays = [a for a in leaves(function(*arguments)) if isinstance(a, np.ndarray)]

    for name, argument in zip(inspect.signature(function).parameters, arguments, strict=True):
        if isinstance(argument, np.ndarray):
            assert list(argument.shape) == takes[name]
    assert [list(a.shape) for a in arrays] == list(gives.values())


@functions
def test_results_are_float64_arrays_or_python_objects(function, arguments):
    for leaf in leaves(function(*arguments)):
        assert type(leaf) in (float, str) or (type(leaf) is np.ndarray and leaf.dtype == float)


@functions
def test_the_module_docstring_names_every_function(function, arguments):
    assert f"({function.__name__})\n" in rg.__doc__


def test_every_public_function_is_called_here():
    own = [f for name, f in inspect.getmembers(rg, inspect.isfunction) if name[0] != "_"]

    assert {f for f in own if inspect.getmodule(f) is rg} == {*CALLS, *LENT}


@functions
def test_read_only_arguments_work_and_no_argument_is_modified(function, arguments):
    writeable = changed(arguments, np.copy)
    read_only = changed(arguments, np.copy)
    for a in read_only:
        if isinstance(a, np.ndarray):
            a.setflags(write=False)

    assert_same_result(function(*read_only), function(*writeable))

    for before, after in zip(arguments, writeable, strict=True):
        np.testing.assert_array_equal(after, before)


STRIDES = {
    "every second entry": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: np.flip(np.flip(a).copy()),
    "Fortran order": np.asfortranarray,
    "nested lists": lambda a: a.tolist(),
    "a list of arrays": list,
    "long double": lambda a: a.astype(np.longdouble),
}


@functions
@pytest.mark.parametrize("layout", STRIDES.values(), ids=STRIDES)
def test_the_layout_of_an_argument_does_not_matter(function, arguments, layout):
    assert_same_result(function(*changed(arguments, layout)), function(*arguments))


@pytest.mark.parametrize("integer", [np.int8, np.uint8, np.int64])
def test_numpy_integers_are_integers(integer):
    for function in (rg.immediate_gradient, rg.weight_gradient, rg.chain_rule_product):
        arguments = CALLS[function]
        numbers = [integer(a) if isinstance(a, int) else a for a in arguments]

        assert_same_result(function(*numbers), function(*arguments))


@functions
def test_results_share_no_memory_with_the_arguments(function, arguments):
    for leaf in leaves(function(*arguments)):
        for a in arguments:
            assert not np.shares_memory(leaf, a)


def test_a_product_of_one_factor_is_a_copy_of_it():
    factor = W_HH.copy()

    product = rg.chain_rule_product([factor], 4)
    product[:] = 0

    assert np.array_equal(factor, W_HH)


def with_nan(a):
    a = a.astype(float)
    a.flat[-1] = np.nan
    return a


SPOILT = {
    "another axis": (lambda a: a[None], "has shape .* but should have shape"),
    "a shorter last axis": (lambda a: a[..., :-1], "has shape .* but should have shape"),
    "not a number": (with_nan, "is nan, but should be finite"),
    "infinite": (lambda a: a + np.inf, "is inf, but should be finite"),
    "beyond float64": (lambda a: a + np.longdouble("1e4000"), "is inf, but should be finite"),
    "complex": (lambda a: a + 0j, "holds complex128, but should hold real numbers"),
    "text": (lambda a: a.astype(str), "holds <U.*, but should hold real numbers"),
    "objects": (lambda a: a.astype(object), "holds object, but should hold real numbers"),
}


@functions
@pytest.mark.parametrize(("spoil", "words"), SPOILT.values(), ids=SPOILT)
def test_every_array_argument_is_checked(function, arguments, spoil, words):
    for k, a in enumerate(arguments):
        if isinstance(a, np.ndarray):
            with pytest.raises(ValueError, match=words):
                function(*arguments[:k], spoil(a), *arguments[k + 1 :])
