"""Mutants of `reference.spectral_analysis` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

SPECTRAL_ANALYSIS = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@_quiet",
        ("",),
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
        'd = _integer("d", d, 2, math.inf)',
        ('d = _integer("d", d, 1, math.inf)',),
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
