"""Mutants of `reference.rnn_gradients` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

RNN_GRADIENTS = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@quiet",
        ("",),
    ),
    Equivalent(
        "A number of units has no upper bound: high is infinite, and no integer reaches it.",
        "if not is_integer(value) or not low <= value <= high:",
        (
            "if not is_integer(value) or not low <= value < high:",
            "if not is_integer(value) or not low <= value != high:",
            "if not is_integer(value) or not low <= value is not high:",
        ),
        ("chain_rule_product",),
    ),
    Equivalent(
        "A y without an entry but 0 has the maximum 0, and is refused for that.",
        "if np.count_nonzero(y) != 1 or y.max() != 1:",
        ("if np.count_nonzero(y) > 1 or y.max() != 1:",),
    ),
    Equivalent(
        "No sum of float64 is exactly 1e-6 away from 1: near 1 they are multiples of 2⁻⁵³.",
        "if p.min() < 0 or p.max() > 1 or abs(p.sum() - 1) > 1e-6:",
        ("if p.min() < 0 or p.max() > 1 or abs(p.sum() - 1) >= 1e-6:",),
    ),
    Equivalent(
        "Where no entry is negative, one above 1 takes the sum beyond 1; less than the 1e-6 "
        "that a sum may miss is never drawn.",
        "if p.min() < 0 or p.max() > 1 or abs(p.sum() - 1) > 1e-6:",
        ("if p.min() < 0 or p.max() > 2 or abs(p.sum() - 1) > 1e-6:",),
    ),
    Equivalent(
        "The question does not promise to refuse a negative tolerance.",
        "if tol < 0:",
        ("if tol < -1:",),
    ),
    Equivalent(
        "The two differ exactly on the border, which is never drawn: rounding decides there.",
        "if rho < 1 - tol:",
        ("if rho <= 1 - tol:",),
    ),
    Equivalent(
        "The two differ exactly on the border, which is never drawn: rounding decides there.",
        'return "may_explode" if rho > 1 + tol else "borderline"',
        ('return "may_explode" if rho >= 1 + tol else "borderline"',),
    ),
    Equivalent(
        "weight_gradient has refused bad indices before it asks for a step's part; who accepts "
        "more of them then accepts nothing more.",
        'i, j = integer("i", i, 0, len(z) - 1), integer("j", j, 0, len(z) - 1)',
        (
            *(f"…len(z) {sign} 1…" for sign in ("+", "*", "/", "//", "**", "<<", "|", "^")),
            "…len(z) - 0…",
            "…, -1, len(z)…",
        ),
        ("weight_gradient",),
    ),
    Equivalent(
        "The lengths were compared before.",
        "for z, h_prev in zip(zs, hs[:-1], strict=True):",
        ("for z, h_prev in zip(zs, hs[:-1], strict=False):",),
    ),
)
