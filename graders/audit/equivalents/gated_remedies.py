"""Mutants of `reference.gated_remedies` that may keep their points."""

from graders.audit.equivalents.equivalent import Equivalent

GATED_REMEDIES = (
    Equivalent(
        "Warnings cost nothing: the values are the same without np.errstate.",
        "@_quiet",
        ("",),
    ),
    Equivalent(
        "Every array that is asked about is an array: nothing is ragged.",
        "except ValueError:",
        ("except CosmicRayTestingException:",),
    ),
    Equivalent(
        "Where the number of dimensions is wrong, zip raises the ValueError itself.",
        "pairs = zip(shape, array.shape, strict=False)",
        ("pairs = zip(shape, array.shape, strict=True)",),
    ),
    Equivalent(
        "No question promises to refuse an array without entries.",
        "fits = all(n > 0 if isinstance(w, str) else n == w for w, n in pairs)",
        ("…n >= 0 if…", "…n != 0 if…", "…n > -1 if…"),
    ),
    Equivalent(
        "Integers as small as these are the same object.",
        "fits = all(n > 0 if isinstance(w, str) else n == w for w, n in pairs)",
        ("…n is w…",),
    ),
    Equivalent(
        "Integers as small as these are the same object.",
        "if array.ndim != len(shape) or not fits:",
        ("if array.ndim is not len(shape) or not fits:",),
    ),
    Equivalent(
        "Where an array is too long, NumPy's sums and products raise the ValueError.",
        "fits = all(n > 0 if isinstance(w, str) else n == w for w, n in pairs)",
        ("…n >= w…",),
    ),
    Equivalent(
        "Where a vector is a matrix, the products of the Jacobian raise the ValueError.",
        "if array.ndim != len(shape) or not fits:",
        ("if array.ndim < len(shape) or not fits:",),
        ("gru_jacobian", "lstm_state_jacobian"),
    ),
    Equivalent(
        "Gains and largest norms are numbers; gradients may have any shape.",
        "fits = all(n > 0 if isinstance(w, str) else n == w for w, n in pairs)",
        ("…",),
        ("clip_by_global_norm", "orthogonal_init"),
    ),
    Equivalent(
        "Gains and largest norms are numbers; gradients may have any shape.",
        "if array.ndim != len(shape) or not fits:",
        ("if array.ndim < …", "if array.ndim > …", "…and not fits:"),
        ("clip_by_global_norm", "orthogonal_init"),
    ),
    Equivalent(
        "Gains that are asked about are numbers.",
        "if shape is not None:",
        ("if shape is None:", "if not shape is not None:"),
        ("orthogonal_init",),
    ),
    Equivalent(
        "Only the words of the ValueError differ.",
        "where = np.argwhere(~np.isfinite(array))[0].tolist()",
        (
            "where = np.argwhere(not np.isfinite(array))[0].tolist()",
            "where = np.argwhere(~np.isfinite(array))[ -1].tolist()",
        ),
    ),
    Equivalent(
        "Only the words of the ValueError differ.",
        "raise ValueError(f\"{name}{where or ''} is {array[*where]}, …",
        ("raise ValueError(f\"{name}{where and ''} is {array[*where]}, …",),
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
