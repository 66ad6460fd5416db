"""Mutants of the reference that no grader has to tell from it, and why: a module per assignment.

A mutant is known by the line that was changed, not by its number. A `…` stands for any text: all
mutants that survive there survive for the same reason.
"""

from graders.audit.equivalents.gated_remedies import GATED_REMEDIES
from graders.audit.equivalents.lookback_window import LOOKBACK_WINDOW
from graders.audit.equivalents.rnn_gradients import RNN_GRADIENTS
from graders.audit.equivalents.spectral_analysis import SPECTRAL_ANALYSIS
from graders.audit.mutations import Mutation

EQUIVALENTS = {
    "rnn_gradients": RNN_GRADIENTS,
    "lookback_window": LOOKBACK_WINDOW,
    "spectral_analysis": SPECTRAL_ANALYSIS,
    "gated_remedies": GATED_REMEDIES,
}


def reason(assignment: str, question: str, mutation: Mutation) -> str:
    """Why a mutation need not cost points; nothing, if no reason is known."""
    known = EQUIVALENTS.get(assignment, ())
    return next((one.why for one in known if one.covers(question, mutation)), "")
