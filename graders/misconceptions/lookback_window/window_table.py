"""Tables of windows, wrong and right."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your second column has the right sign and the wrong base.",
    staff="Natural in the place of decimal logarithms.",
)
def natural_log(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    logs = np.log10(g_norm) + steps
    return np.column_stack([windows, logs * np.log(10)])


@misconception(
    student="Your second column holds the bounds, not their logarithms.",
    staff="The bound itself.",
)
def raw_bound(g_norm, gamma, rho, windows):
    return np.array([[L, g_norm * np.float64(gamma * rho) ** L] for L in windows]).reshape(-1, 2)


@misconception(
    student="For long windows your second column is infinite: you take the logarithm of "
    "something that is out of range.",
    staff="log10 of the bound, which over- or underflows.",
)
def underflow(g_norm, gamma, rho, windows):
    return np.array(
        [[L, np.log10(g_norm * np.float64(gamma * rho) ** L)] for L in windows]
    ).reshape(-1, 2)


@misconception(
    student="A column is missing in your table: nobody can see which windows its rows are about.",
    staff="The logarithms alone.",
)
def one_column(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    return np.log10(g_norm) + steps


@misconception(
    student="Your table lies on its side: a window should have a row.",
    staff="Shape (2, n).",
)
def transposed(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    logs = np.log10(g_norm) + steps
    return np.array([windows, logs])


@misconception(
    student="The columns of your table have changed places.",
    staff="Logarithms first.",
)
def swapped_columns(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    logs = np.log10(g_norm) + steps
    return np.column_stack([logs, windows])


@misconception(
    student="Your table is the same however large the gradient at the end is.",
    staff="g_norm is left out.",
)
def no_g(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    return np.column_stack([windows, steps])


@misconception(
    student="Your rows are about other windows than those asked for: you count them instead.",
    staff="range(n) in the place of windows.",
)
def range_windows(g_norm, gamma, rho, windows):
    windows = np.arange(len(windows))
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    return np.column_stack([windows, np.log10(g_norm) + steps])


@misconception(
    student="Your rows are in another order than the windows asked for.",
    staff="Sorted windows.",
)
def sorts(g_norm, gamma, rho, windows):
    windows = np.sort(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    return np.column_stack([windows, np.log10(g_norm) + steps])


@misconception(
    student="Your table is the same however flat the activation is.",
    staff="gamma is left out.",
)
def gamma_ignored(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(rho))
    return np.column_stack([windows, np.log10(g_norm) + steps])


@misconception(
    student="Every row of yours has one step too many.",
    staff="L + 1 steps.",
)
def one_step_more(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    return np.column_stack([windows, np.log10(g_norm) + (windows + 1) * np.log10(gamma * rho)])


@misconception(
    student="The gradient at the end is there once for every step, and not once.",
    staff="L log10(g_norm gamma rho).",
)
def g_inside(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    return np.column_stack([windows, windows * np.log10(g_norm * gamma * rho)])


@misconception(
    student="For no window at all your table has lost its columns.",
    staff="np.array of an empty list has shape (0,).",
)
def empty_list(g_norm, gamma, rho, windows):
    logs = [np.log10(g_norm) + (L * np.log10(gamma * rho) if L else 0.0) for L in windows]
    return np.array([[L, log] for L, log in zip(windows, logs, strict=True)])


@misconception(
    student="Where no step is made you get something that is not a number, if a size is zero.",
    staff="0 times ln 0.",
)
def nan_at_zero(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    return np.column_stack([windows, np.log10(g_norm) + windows * np.log10(gamma * rho)])


@misconception(
    student="You write your results into the windows that you were given.",
    staff="windows is overwritten.",
)
def in_place(g_norm, gamma, rho, windows):
    logs = [np.log10(g_norm) + (L * np.log10(gamma * rho) if L else 0.0) for L in windows]
    table = np.column_stack([np.array(windows), np.array(logs)]).reshape(-1, 2)
    windows[:] = [0] * len(windows)
    return table


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(g_norm, gamma, rho, windows):
    print(np.column_stack([windows, np.log10(g_norm) + windows * np.log10(gamma * rho)]))


@variant("Two columns beside each other.")
def stacked(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    logs = np.log10(g_norm) + steps
    return np.stack([windows, logs], axis=1)


@variant("An empty table, filled row by row.")
def filled(g_norm, gamma, rho, windows):
    table = np.empty((len(windows), 2))
    for k, L in enumerate(windows):
        table[k] = L, np.log10(g_norm) + (L * np.log10(gamma * rho) if L else 0.0)
    return table


@variant("Natural logarithms, divided by ln 10.")
def from_natural(g_norm, gamma, rho, windows):
    logs = [np.log(g_norm) + (L * np.log(gamma * rho) if L else 0.0) for L in windows]
    table = [[L, log / math.log(10)] for L, log in zip(windows, logs, strict=True)]
    return np.array(table).reshape(len(windows), 2)


@variant("Two rows, turned.")
def transposed_back(g_norm, gamma, rho, windows):
    windows = np.asarray(windows)
    steps = np.where(windows == 0, 0.0, windows * np.log10(gamma * rho))
    logs = np.log10(g_norm) + steps
    return np.array([windows, logs]).T
