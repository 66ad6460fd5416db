"""Mutants of `reference.arguments` that may keep their points, whatever the assignment."""

from graders.audit.equivalents.equivalent import Equivalent

ARGUMENTS = (
    Equivalent(
        "Every array that is asked about is an array: nothing is ragged.",
        "except ValueError:",
        ("except CosmicRayTestingException:",),
    ),
    Equivalent(
        "Where the number of dimensions is wrong, zip raises the ValueError itself.",
        "lengths = {w: n for w, n in zip(shape, got, strict=False) …",
        ("lengths = {w: n for w, n in zip(shape, got, strict=True) …",),
    ),
    Equivalent(
        "A size is never negative.",
        'if numbers.size == 0 and "n" not in shape:',
        ('if numbers.size <= 0 and "n" not in shape:',),
    ),
    Equivalent(
        "A network has units: no question promises to refuse one without. Without a class no "
        "y is one-hot, without a unit there is no row i, no norm and no number of units d.",
        'if numbers.size == 0 and "n" not in shape:',
        (
            'if numbers.size < 0 and "n" not in shape:',
            'if numbers.size == -1 and "n" not in shape:',
        ),
    ),
    Equivalent(
        "Only the words of the ValueError differ.",
        "where = np.argwhere(~np.isfinite(numbers))[0].tolist()",
        (
            "where = np.argwhere(not np.isfinite(numbers))[0].tolist()",
            "where = np.argwhere(~np.isfinite(numbers))[ -1].tolist()",
        ),
    ),
    Equivalent(
        "Only the words of the ValueError differ.",
        "raise ValueError(f\"{name}{where or ''} is {numbers[*where]}, …",
        ("raise ValueError(f\"{name}{where and ''} is {numbers[*where]}, …",),
    ),
)
