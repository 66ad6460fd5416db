"""Mutants of the reference that no grader has to tell from it, and why.

A mutant is known by the line that was changed, not by its number. A `…` stands for any text: all
mutants that survive there survive for the same reason.
"""

import re
from dataclasses import dataclass

from graders.audit.mutations import Mutation


@dataclass(frozen=True)
class Equivalent:
    """Mutants that may keep their points."""

    why: str
    before: str
    """The line of the reference."""
    afters: tuple[str, ...]
    """What stands there in the mutants."""
    questions: tuple[str, ...] = ()
    """The questions that they answer; all, if none is named."""

    def covers(self, question: str, mutation: Mutation) -> bool:
        """Whether this is about a mutation, as an answer to a question."""
        return (
            question in (self.questions or (question,))
            and _fits(mutation.before, self.before)
            and any(_fits(mutation.after, after) for after in self.afters)
        )


def reason(assignment: str, question: str, mutation: Mutation) -> str:
    """Why a mutation need not cost points; nothing, if no reason is known."""
    known = EQUIVALENTS.get(assignment, ())
    return next((one.why for one in known if one.covers(question, mutation)), "")


def _fits(line: str, pattern: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), line) is not None


EQUIVALENTS = {
    "gated_remedies": (
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
    ),
    "rnn_gradients": (
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
            "lengths = {w: got for w, got in zip(shape, array.shape, strict=False) …",
            ("lengths = {w: got for w, got in zip(shape, array.shape, strict=True) …",),
        ),
        Equivalent(
            "A size is never negative.",
            'if array.size == 0 and "n" not in shape:',
            ('if array.size <= 0 and "n" not in shape:',),
        ),
        Equivalent(
            "A network has units: no question promises to refuse one without. Without a class no "
            "y is one-hot, without a unit there is no row i, no norm and no number of units d.",
            'if array.size == 0 and "n" not in shape:',
            (
                'if array.size < 0 and "n" not in shape:',
                'if array.size == -1 and "n" not in shape:',
            ),
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
            "A number of units has no upper bound: high is infinite, and no integer reaches it.",
            "if not is_integer or not low <= value <= high:",
            (
                "if not is_integer or not low <= value < high:",
                "if not is_integer or not low <= value != high:",
                "if not is_integer or not low <= value is not high:",
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
            'i, j = _integer("i", i, 0, len(z) - 1), _integer("j", j, 0, len(z) - 1)',
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
    ),
}
