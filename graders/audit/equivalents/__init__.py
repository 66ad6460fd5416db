"""Mutants of the reference that no grader has to tell from it, and why: a module per assignment.

Reasons about `reference.arguments` that hold in all assignments have a module of their own.

A mutant is known by the line that was changed, not by its number. A `…` stands for any text: all
mutants that survive there survive for the same reason.
"""

from graders.audit.equivalents.arguments import ARGUMENTS
from graders.audit.equivalents.gated_remedies import GATED_REMEDIES
from graders.audit.equivalents.lookback_window import LOOKBACK_WINDOW
from graders.audit.equivalents.rnn_gradients import RNN_GRADIENTS
from graders.audit.equivalents.spectral_analysis import SPECTRAL_ANALYSIS
from graders.audit.mutations import Mutation

EQUIVALENTS = {
    "rnn_gradients": (*ARGUMENTS, *RNN_GRADIENTS),
    "lookback_window": (*ARGUMENTS, *LOOKBACK_WINDOW),
    "spectral_analysis": (*ARGUMENTS, *SPECTRAL_ANALYSIS),
    "gated_remedies": (*ARGUMENTS, *GATED_REMEDIES),
}


def reason(assignment: str, question: str, mutation: Mutation) -> str:
    """Why a mutation need not cost points; nothing, if no reason is known."""
    known = EQUIVALENTS.get(assignment, ())
    return next((one.why for one in known if one.covers(question, mutation)), "")
