"""Mutants of `reference.gated_remedies` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

GATED_REMEDIES = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@quiet",
        ("",),
    ),
    Equivalent(
        "Gains and largest norms are numbers; gradients may have any shape.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got < …", "if got > …", "if got is not …"),
        ("clip_by_global_norm", "orthogonal_init"),
    ),
    Equivalent(
        "Where an array is too short, the products of the Jacobian raise the ValueError.",
        "if got != tuple(lengths.get(w, w) for w in shape):",
        ("if got < …",),
        ("gru_jacobian", "lstm_state_jacobian"),
    ),
    Equivalent(
        "A size is never negative.",
        "if vector.ndim != 1 or vector.size == 0:",
        ("if vector.ndim != 1 or vector.size <= 0:",),
    ),
    Equivalent(
        "No question promises to refuse an array without entries.",
        "if vector.ndim != 1 or vector.size == 0:",
        ("…vector.size < 0:", "…vector.size == -1:"),
    ),
    Equivalent(
        "A number that is given for a vector is never asked about.",
        "if vector.ndim != 1 or vector.size == 0:",
        ("if vector.ndim > 1 or …",),
    ),
    Equivalent(
        "Where a vector is a matrix, the products of the Jacobian raise the ValueError.",
        "if vector.ndim != 1 or vector.size == 0:",
        ("if vector.ndim < 1 or …", "…and vector.size == 0:"),
        ("gru_jacobian", "lstm_state_jacobian"),
    ),
    Equivalent(
        "Gains that are asked about are numbers.",
        "if shape is not None:",
        ("if shape is None:", "if not shape is not None:"),
        ("orthogonal_init",),
    ),
    Equivalent(
        "A sign is its own reciprocal.",
        "return gain * Q * np.sign(np.diag(R))",
        ("return gain * Q / np.sign(np.diag(R))",),
    ),
    Equivalent(
        "The largest of sizes is never negative.",
        "if largest == 0:",
        ("if largest <= 0:",),
    ),
    Equivalent(
        "No gradient without entries is asked about; without any gradient nothing is divided, "
        "and the norm is a multiple of 0.",
        "largest = max((float(np.abs(g).max(initial=0.0)) for g in grads), default=0.0)",
        ("…initial= -1.0…", "…default= 1.0)", "…default= -1.0)"),
    ),
)
