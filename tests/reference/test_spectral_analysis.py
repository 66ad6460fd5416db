"""What every function on documents 001 and 002 promises: shapes, manners, what it refuses."""

import inspect
import re

import numpy as np
import pytest

import reference.spectral_analysis as sa

pytestmark = pytest.mark.filterwarnings("error")

NAN = np.nan
I2 = np.eye(2)
LENGTHS = {"d": 4, "n": 5, "n+1": 6, "2": 2}  # all different, so that no letter can lie

rng = np.random.default_rng(12)
W_HH, DS = rng.normal(size=(4, 4)), rng.uniform(0.1, 1.0, size=(5, 4))

CALLS = {
    sa.spectral_radius: (W_HH,),
    sa.spectral_norm: (W_HH,),
    sa.eigen_power: (W_HH, 3),
    sa.polar_decomposition: (W_HH,),
    sa.ordered_product: (W_HH, DS),
    sa.commuted_product: (W_HH, DS),
    sa.commutation_gap: (W_HH, DS),
    sa.product_norm_interval: (W_HH, DS),
    sa.power_norms: (W_HH, 5),
    sa.transient_peak: (W_HH, 5),
    sa.departure_from_normality: (W_HH,),
    sa.refute_norm_equality: (4,),
    sa.refute_commuting: (5,),
    sa.refute_eigenvalue_criterion: (4,),
    sa.refute_lower_bound: (5,),
    sa.refute_polar: (5,),
    sa.refute_exploding: (5,),
}
OF_ARRAYS = {f: args for f, args in CALLS.items() if isinstance(args[0], np.ndarray)}


def each(calls):
    return pytest.mark.parametrize(
        ("function", "arguments"), calls.items(), ids=[function.__name__ for function in calls]
    )


def leaves(result):
    """The arrays or numbers of a result, one or several."""
    return result if isinstance(result, tuple) else (result,)


def changed(arguments, change):
    return [change(a) if isinstance(a, np.ndarray) else a for a in arguments]


def assert_close(result, wanted):
    """Other strides may reorder sums: a hundred roundings, scaled by the size."""
    for got, want in zip(leaves(result), leaves(wanted), strict=True):
        np.testing.assert_allclose(got, want, rtol=0, atol=1e-13 * np.abs(want).max())


def test_every_public_function_is_called_here():
    own = [f for name, f in inspect.getmembers(sa, inspect.isfunction) if name[0] != "_"]

    assert {f for f in own if inspect.getmodule(f) is sa} == set(CALLS)


@each(CALLS)
def test_the_module_docstring_names_every_function(function, arguments):
    assert f"({function.__name__})\n" in sa.__doc__


@each(CALLS)
def test_the_shapes_in_the_docstring_are_true(function, arguments):
    paragraph = inspect.getdoc(function).split("\n\n")[1]
    takes, gives = (
        {name: [LENGTHS[w] for w in re.findall(r"[\w+]+", shape)] for name, shape in found}
        for found in (re.findall(r"(\w+) \(([dn2+1, ]*)\)", part) for part in paragraph.split("->"))
    )
    arrays = [a for a in leaves(function(*arguments)) if isinstance(a, np.ndarray)]

    names = inspect.signature(function).parameters
    assert {n: [*np.shape(a)] for n, a in zip(names, arguments, strict=True)} == takes
    assert [list(a.shape) for a in arrays] == list(gives.values())


@each(CALLS)
def test_results_are_float64_arrays_or_python_numbers(function, arguments):
    for leaf in leaves(function(*arguments)):
        assert type(leaf) in (float, int) or (type(leaf) is np.ndarray and leaf.dtype == float)


@each(OF_ARRAYS)
def test_read_only_arguments_work_and_no_argument_is_modified(function, arguments):
    read_only = changed(arguments, np.copy)
    for a in read_only:
        if isinstance(a, np.ndarray):
            a.setflags(write=False)

    assert_close(function(*read_only), function(*changed(arguments, np.copy)))


@each(OF_ARRAYS)
def test_lists_and_strided_arrays_will_do(function, arguments):
    for layout in (np.ndarray.tolist, list, np.asfortranarray):
        assert_close(function(*changed(arguments, layout)), function(*arguments))


@each(CALLS)
def test_numpy_integers_are_integers_and_results_are_new(function, arguments):
    again = [np.int64(a) if isinstance(a, int) else a for a in arguments]

    assert_close(function(*again), function(*arguments))
    for one, other in zip(leaves(function(*arguments)), leaves(function(*again)), strict=True):
        assert not np.shares_memory(one, other)


REFUSED = [
    (sa.spectral_radius, (np.ones((2, 3)),), "W_hh has shape (2, 3), but should have shape (d, d)"),
    (sa.spectral_radius, ([[1.0, NAN], [0.0, 1.0]],), "W_hh[0, 1] is nan, but should be finite"),
    (sa.spectral_norm, ([1.0, 2.0],), "W_hh has shape (2,), but should have shape (d, d)"),
    (sa.spectral_norm, (np.zeros((0, 0)),), "W_hh is empty, but should have shape (d, d)"),
    (sa.eigen_power, (I2, -1), "k is -1, but should be an integer in 0..inf"),
    (sa.eigen_power, (I2, 1.0), "k is 1.0, but should be an integer in 0..inf"),
    (
        sa.eigen_power,
        ([[1, 1], [0, 1]], 3),
        "W_hh is defective, but should have d independent eigenvectors",
    ),
    (sa.eigen_power, ([[0, 2], [0, 0]], 0), "W_hh is defective"),
    (sa.polar_decomposition, (np.ones((3, 2)),), "W_hh has shape (3, 2), but should have"),
    (sa.ordered_product, (I2, [1.0, 1.0]), "ds has shape (2,), but should have shape (n, 2)"),
    (sa.ordered_product, (np.ones((2, 3)), np.ones((1, 2))), "W_hh has shape (2, 3)"),
    (sa.commuted_product, (I2, np.ones((2, 3))), "ds has shape (2, 3), but should have shape"),
    (sa.commutation_gap, (I2, [[1.0, NAN]]), "ds[0, 1] is nan, but should be finite"),
    (
        sa.product_norm_interval,
        (I2, [[1.0, -0.5]]),
        "ds has the entry -0.5, but should have none below 0",
    ),
    (sa.power_norms, (I2, -1), "n is -1, but should be an integer in 0..inf"),
    (sa.transient_peak, (I2, 2.5), "n is 2.5, but should be an integer in 0..inf"),
    (sa.departure_from_normality, ([[1.0], [2.0]],), "W_hh has shape (2, 1), but should have"),
    (sa.refute_norm_equality, (1,), "d is 1, but should be an integer in 2..inf"),
    (sa.refute_commuting, (1,), "n is 1, but should be an integer in 2..inf"),
    (sa.refute_eigenvalue_criterion, (True,), "d is True, but should be an integer in 2..inf"),
    (sa.refute_lower_bound, (0,), "n is 0, but should be an integer in 1..inf"),
    (sa.refute_polar, (2.0,), "n is 2.0, but should be an integer in 2..inf"),
    (sa.refute_exploding, (None,), "n is None, but should be an integer in 2..inf"),
]


@pytest.mark.parametrize(("function", "arguments", "words"), REFUSED)
def test_a_refusal_says_what_it_got_and_what_it_wanted(function, arguments, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        function(*arguments)


def with_nan(a):
    a = a.copy()
    a.flat[-1] = NAN
    return a


SPOILT = {
    "another axis": (lambda a: a[None], "has shape .* but should have shape"),
    "a shorter last axis": (lambda a: a[..., :-1], "has shape .* but should have shape"),
    "not a number": (with_nan, "is nan, but should be finite"),
    "infinite": (lambda a: a + np.inf, "is inf, but should be finite"),
    "complex": (lambda a: a + 0j, "holds complex128, but should hold real numbers"),
}


@each(OF_ARRAYS)
@pytest.mark.parametrize(("spoil", "words"), SPOILT.values(), ids=SPOILT)
def test_every_array_argument_is_checked(function, arguments, spoil, words):
    for k, a in enumerate(arguments):
        if isinstance(a, np.ndarray):
            with pytest.raises(ValueError, match=words):
                function(*arguments[:k], spoil(a), *arguments[k + 1 :])
