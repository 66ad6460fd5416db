"""Mutants of `reference.lookback_window` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

OF_SIZES = ("gradient_bound", "log_gradient_bound", "vanishing_window", "window_table")
"""The questions whose arguments are sizes."""

LOOKBACK_WINDOW = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@quiet",
        ("",),
    ),
    Equivalent(
        "Sizes that are asked about are numbers, and z has the shape of z.",
        "if shape is not None:",
        ("if shape is None:", "if not shape is not None:"),
        ("activation_derivative", *OF_SIZES),
    ),
    Equivalent(
        "Sizes that are asked about are numbers, and z has the shape of z.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got < …", "if got > …"),
        ("activation_derivative", *OF_SIZES),
    ),
    Equivalent(
        "Sizes that are asked about are numbers, and their shape () is one object.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got is not …",),
        OF_SIZES,
    ),
    Equivalent(
        "Only the words of the ValueError differ: arrays that are asked about have a finite entry.",
        "where = np.argwhere(~np.isfinite(numbers))[0].tolist()",
        ("where = np.argwhere(np.isfinite(numbers))[0].tolist()",),
        ("activation_derivative", "jacobian"),
    ),
    Equivalent(
        "A window has no upper bound: high is infinite, and no integer reaches it.",
        "if not is_integer(value) or not low <= value <= high:",
        ("…value < high:", "…value != high:", "…value is not high:"),
        ("gradient_bound", "log_gradient_bound", "window_table"),
    ),
    Equivalent(
        "gamma is 1 or 1/4: 1 / gamma is a whole number.",
        "return 1 / activation_gamma(activation)",
        ("return 1 // activation_gamma(activation)",),
    ),
    Equivalent(
        "L is not negative.",
        "if L == 0:  …",
        ("if L <= 0:  …",),
    ),
    Equivalent(
        "Windows are an array of integers or a list of them: no question promises to refuse a "
        "single one, and rows of a matrix are no integers.",
        "if np.ndim(windows) != 1:",
        ("if np.ndim(windows) < 1:", "if np.ndim(windows) > 1:"),
    ),
    Equivalent(
        "A negative eps is refused before.",
        "if eps == 0:",
        ("if eps <= 0:",),
    ),
    Equivalent(
        "Nobody is asked about a bound that is exactly eps, where rounding would decide.",
        "if g_norm < eps:",
        ("if g_norm <= eps:",),
    ),
    Equivalent(
        "The quotient is rounded down anyway.",
        "return int(np.floor((np.log(eps) - np.log(g_norm)) / decay)) + 1",
        ("return int(np.floor((np.log(eps) - np.log(g_norm)) // decay)) + 1",),
    ),
    Equivalent(
        "The same but where exp(z) overflows; only activation_derivative promises to be right "
        "there, and its grader asks.",
        "e = np.exp(-np.abs(z))",
        ("e = np.exp(+np.abs(z))", "e = np.exp(np.abs(z))"),
        ("loss_gradient",),
    ),
)
