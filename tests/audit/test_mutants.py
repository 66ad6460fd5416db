"""Mutants of the reference: each loses points, or a reason is known why it need not."""

import ast
import inspect
import re
import sys

import pytest

from graders.audit import tables
from graders.audit.equivalents import EQUIVALENTS
from graders.audit.mutants import Mutant, Reckoning, mutants_of, reckon, survives
from graders.audit.mutations import Mutation, mutations
from graders.errors import MachineFault
from reference import lookback_window, rnn_gradients

ASSIGNMENT = "rnn_gradients"
FUNCTION = """@quiet
def step_jacobian(W_hh, z):
    scale = 1
    for _ in W_hh:
        scale = scale + 1
    return scale
"""


@pytest.fixture(scope="module", params=[*EQUIVALENTS])
def assignment(request):
    """Each assignment whose surviving mutants have a reason."""
    return request.param


@pytest.fixture(scope="module")
def found(assignment):
    """What became of all mutants of the reference, graded on all questions that they touch."""
    heard = []
    found = reckon(assignment, 2, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    return found


@pytest.fixture
def no_cosmic_ray(monkeypatch):
    """As if cosmic-ray had not been installed."""
    monkeypatch.setitem(sys.modules, "cosmic_ray.plugins", None)


def mutant(before, after):
    """The mutant of step_jacobian that has this line instead of that."""
    return next(
        one
        for one in mutants_of(ASSIGNMENT, "step_jacobian")
        if before in one.mutation.before and after in one.mutation.after
    )


# ---- the reference's mutants


def test_every_mutant_loses_points_or_need_not_for_a_reason_that_is_known(found):
    assert [(m.question, m.mutation.after) for one in found for m in one.open] == []


def test_no_mutant_that_loses_points_is_said_to_be_equivalent(found):
    assert [m.mutation.after for one in found for m in one.killed if m.reason] == []


def test_every_reason_is_about_a_mutant_that_there_is(found, assignment):
    survivors = [m for one in found for m in one.survivors]

    for one in EQUIVALENTS[assignment]:
        for after in one.afters:
            alone = type(one)(one.why, one.before, (after,), one.questions)
            about = {m.question for m in survivors if alone.covers(m.question, m.mutation)}
            assert about >= {*one.questions}, (one.why, after)
            assert about, (one.why, after)


def test_every_function_that_answers_a_question_is_changed_somewhere(found):
    assert [one.question for one in found if not one.killed and not one.survivors] == []
    assert sum(len(one.killed) for one in found) > sum(len(one.survivors) for one in found)


def test_no_mutant_runs_without_end_for_the_reference_loops_over_what_it_is_given():
    for module in (rnn_gradients, lookback_window):
        nodes = ast.walk(ast.parse(inspect.getsource(module)))

        assert not [node for node in nodes if isinstance(node, ast.While)]


def test_the_mutants_of_a_question_are_those_of_all_functions_that_it_calls():
    mutants = mutants_of(ASSIGNMENT, "weight_gradient")
    changed = {re.search(r"def (\w+)", m.mutation.text)[1] for m in mutants}

    own = {"weight_gradient", "step_jacobian", "immediate_gradient", "tanh_prime"}
    assert changed == own | {"array", "_compare", "integer", "is_integer"}


def test_a_mutant_changes_the_function_that_the_answer_calls():
    changed = mutant("sech * sech", "sech / sech").answer()

    assert changed([[2.0]], [5.0]) == [[2.0]]
    assert rnn_gradients.step_jacobian([[2.0]], [5.0]) < 0.01


def test_what_the_assignments_share_is_changed_for_an_answer_that_calls_it_through_others():
    changed = mutant("if got != tuple", "if got == tuple")

    assert changed.module == "arguments"
    with pytest.raises(ValueError, match=r"W_hh has shape .* but should have shape"):
        changed.answer()([[2.0]], [5.0])
    assert rnn_gradients.step_jacobian([[2.0]], [5.0]).shape == (1, 1)


def test_a_mutant_that_cannot_even_be_defined_does_not_survive():
    mutation = Mutation("", 1, "", "", "@undefined\ndef step_jacobian(W_hh, z): pass\n")

    assert not survives(Mutant(ASSIGNMENT, "step_jacobian", mutation, ASSIGNMENT, 1))


# ---- what is told of them


def test_the_table_counts_the_mutants_of_each_question():
    one = mutant("sech * sech", "sech / sech")
    two = mutant("@quiet", "")
    table = tables.of_mutants([Reckoning("step_jacobian", [one], [one, two, two])])

    columns = [[*column.cells] for column in table.columns]
    assert columns == [["step_jacobian"], ["4"], ["1"], ["2"], ["1"]]
    assert table.rows[0].style == "red"


def test_a_survivor_is_told_with_its_line_the_change_and_the_reason():
    one, two = mutant("sech * sech", "sech / sech"), mutant("@quiet", "")
    quiet, sech = tables.survivors([Reckoning("step_jacobian", [], [one, two])])

    lines = inspect.getsource(rnn_gradients).splitlines()
    assert lines[one.line - 1].strip() == one.mutation.before == "return sech * sech"
    assert sech == (
        f"rnn_gradients.py, line {one.line}, step_jacobian\n"
        "  - return sech * sech\n"
        "  + return sech / sech\n"
        "  OPEN: no reason is known"
    )
    assert quiet.endswith(
        "  equivalent: Warnings cost nothing: the values are the same without np.errstate."
    )


# ---- mutations


def test_a_mutation_is_one_change_and_says_which():
    found = {(m.operator, m.line, m.before, m.after) for m in mutations(FUNCTION)}

    assert ("ZeroIterationForLoop", 4, "for _ in W_hh:", "for _ in []:") in found
    assert ("NumberReplacer", 3, "scale = 1", "scale = 2") in found
    assert ("RemoveDecorator", 1, "@quiet", "") in found
    assert len(found) == 17


def test_all_but_the_change_stays_as_it_was():
    (one,) = (m for m in mutations(FUNCTION) if m.operator == "ZeroIterationForLoop")

    assert one.text == FUNCTION.replace("in W_hh", "in []")


def test_of_what_might_not_end_there_is_no_mutation():
    assert not [*mutations(FUNCTION.replace("for _ in", "while"))]


@pytest.mark.usefixtures("no_cosmic_ray")
def test_without_cosmic_ray_the_audit_says_what_to_do():
    with pytest.raises(MachineFault, match="needs cosmic-ray, which is not installed: run `make"):
        next(mutations(FUNCTION))
