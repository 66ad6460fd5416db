"""Mutants of `reference.spectral_analysis` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

OF_SQUARES = (
    "departure_from_normality",
    "eigen_power",
    "polar_decomposition",
    "power_norms",
    "transient_peak",
)
"""Questions that only a square matrix can be computed with."""

SPECTRAL_ANALYSIS = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@quiet",
        ("",),
    ),
    Equivalent(
        "Where a matrix is not square, NumPy raises the ValueError itself.",
        "if shape is not None:",
        ("if shape is None:", "if not shape is not None:"),
        OF_SQUARES,
    ),
    Equivalent(
        "Where a matrix is not square, NumPy raises the ValueError itself.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got < …", "if got is tuple…"),
        OF_SQUARES,
    ),
    Equivalent(
        "Where a matrix has too few rows or a step too few units, NumPy raises the ValueError "
        "itself.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got > …",),
        (*OF_SQUARES, "spectral_radius", "ordered_product", "commuted_product", "commutation_gap"),
    ),
    Equivalent(
        "Only the words of the ValueError differ: arrays that are asked about have a finite entry.",
        "where = np.argwhere(~np.isfinite(numbers))[0].tolist()",
        ("where = np.argwhere(np.isfinite(numbers))[0].tolist()",),
    ),
    Equivalent(
        "A number of steps or units has no upper bound: high is infinite, and no integer "
        "reaches it.",
        "if not is_integer(value) or not low <= value <= high:",
        ("…value < high:", "…value != high:", "…value is not high:"),
    ),
    Equivalent(
        "The question does not promise to refuse a power that is no integer.",
        "return isinstance(value, int | np.integer) and not isinstance(value, bool)",
        ("…or not isinstance(value, bool)",),
        ("eigen_power", "power_norms", "transient_peak"),
    ),
    Equivalent(
        "The norm is named in the call: its default is not used.",
        "def _norm(A, kind=2) -> float:",
        ("def _norm(A, kind= 3) -> float:", "def _norm(A, kind= 1) -> float:"),
        ("departure_from_normality",),
    ),
    Equivalent(
        "No condition number that is asked about is exactly 1e8.",
        "if not np.linalg.cond(U) <= DEFECTIVE:",
        ("if not np.linalg.cond(U) < DEFECTIVE:",),
    ),
    Equivalent(
        "A minimum that starts from 0 is never above it, and one from 1 is below 0 as often.",
        "if ds.min(initial=0.0) < 0:",
        ("if ds.min(initial=0.0) != 0:", "if ds.min(initial= 1.0) < 0:"),
    ),
    Equivalent(
        "Two units do not fit into a matrix of one: NumPy raises the ValueError itself.",
        'd = integer("d", d, 2, math.inf)',
        ('d = integer("d", d, 1, math.inf)',),
        ("refute_eigenvalue_criterion",),
    ),
    Equivalent(
        "Another example that refutes the claim.",
        "delta[1] = 0.5",
        ("delta[ 0] = 0.5",),
    ),
    Equivalent(
        "Another example that refutes the claim.",
        "return np.diag([0.1, 10.0]), …",
        tuple(f"return np.diag([{w}]), …" for w in (" 1.1, 10.0", "0.1, 11.0", "0.1, 9.0")),
    ),
    Equivalent(
        "Another example that refutes the claim.",
        "return np.array([[0.0, 2.0], [0.0, 0.0]])",
        (
            *(f"return np.array([[ {w}, 2.0], [0.0, 0.0]])" for w in (1.0, -1.0)),
            *(f"return np.array([[0.0, {w}], [0.0, 0.0]])" for w in (3.0, 1.0)),
            *(f"return np.array([[0.0, 2.0], [ {w}, 0.0]])" for w in (1.0, -1.0)),
            *(f"return np.array([[0.0, 2.0], [0.0, {w}]])" for w in (1.0, -1.0)),
        ),
    ),
    Equivalent(
        "Another example that refutes the claim.",
        "return np.array([[0.0, 10.0], [0.0, 0.0]]), …",
        tuple(f"return np.array([[0.0, {w}], [0.0, 0.0]]), …" for w in (11.0, 9.0)),
    ),
)
