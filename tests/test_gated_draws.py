"""Draws about remedies: of the family that is asked for, with what graders rely on."""

import dataclasses
import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders import gated_draws
from graders.draws import Draws
from graders.gated_draws import GAINS, GRADIENTS, GRUS, LSTMS, SEPARATING, STARTS, spoilt
from graders.grader import load, questions_of
from graders.marks import put
from graders.sandbox.randomness import Seed
from graders.small_draws import SmallDraws
from graders.understudy import Understudy
from reference import gated_remedies as reference

HW = "gated_remedies"
RANDOM = functools.partial(Draws, b"key", HW, "values", "ada")
SMALL = functools.partial(SmallDraws, b"", HW, "values", "")
CLIPPED = tuple(gated_draws.ROOM)

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 6)
gates = pytest.mark.parametrize(("kind", "gates"), [(LSTMS, "fioc"), (GRUS, "rzn")])
both = pytest.mark.parametrize("draws", [RANDOM, SMALL], ids=["random", "small"])


@both
@gates
def test_a_gated_network_has_all_its_parameters_in_their_shapes(draws, kind, gates):
    for one in draws().of(kind, *SEPARATING, count=12, size=(1, 5)):
        d, m = one.d, len(one.x)
        shapes = {"W": (d, d), "U": (d, m), "b": (d,)}

        assert {key: a.shape for key, a in one.P.items()} == {
            f"{letter}_{gate}": shape for gate in gates for letter, shape in shapes.items()
        }
        assert (one.h.shape, one.c.shape) == ((d,), (d,))
        assert np.abs(one.h).max() <= 1


@given(seeds, st.sampled_from(SEPARATING), sizes)
@settings(deadline=None)
def test_gates_do_not_share_parameters_and_inputs_are_not_as_many_as_units(seed, family, d):
    one = LSTMS.draw(family, seed, d)
    weights = [one.P[f"W_{gate}"] for gate in "fioc"]

    assert len(one.x) != d
    assert len({w.tobytes() for w in weights}) == 4


@given(seeds, st.integers(1, 4))
@settings(deadline=None)
def test_an_extreme_network_has_an_open_gate_and_stays_finite(seed, d):
    one = LSTMS.draw("extreme", seed, d)

    assert all(one.P[f"b_{gate}"][0] > 745 for gate in "fio")
    assert np.isfinite(reference.lstm_state_jacobian(one.P, one.x, one.h, one.c)).all()


@pytest.mark.parametrize(
    ("family", "size_of", "least", "most"),
    [
        ("saturated", lambda one: np.median(np.abs(one.P["b_f"])), 1.0, 9.0),
        ("long_memory", lambda one: np.abs(one.c).max(), 1.5, 15.0),
        ("large", lambda one: np.linalg.norm(one.P["W_f"], 2), 3.0, 15.0),
        ("small", lambda one: np.linalg.norm(one.P["W_f"], 2), 0.2, 1.6),
    ],
)
def test_a_family_has_its_property(family, size_of, least, most):
    found = np.median([size_of(LSTMS.draw(family, seed, 5)) for seed in range(30)])

    assert least < found < most


@both
def test_starts_have_the_gain_of_their_family_and_a_generator(draws):
    for one in draws().of(STARTS, *GAINS, count=9, size=(1, 8)):
        assert {"as_long": one.gain == 1, "longer": one.gain > 1.3, "shorter": one.gain < 0.8}[
            one.family
        ]
        assert one.rng == Seed(one.seed)
        assert one.describe() == {"family": one.family, "seed": one.seed, "d": one.d}


@both
def test_gradients_are_as_long_as_their_family_says(draws):
    for one in draws().of(GRADIENTS, *CLIPPED, count=15, size=(1, 5)):
        _, norm = reference.clip_by_global_norm(one.grads, one.max_norm)

        assert (norm > one.max_norm) == (one.family != "below")
        assert (norm > 1e150) == (one.family == "huge")
        assert (norm < 1e-1) == (one.family == "tiny")
        assert one.describe() == {"family": one.family, "seed": one.seed, "n": len(one.grads)}


@gates
def test_what_is_spoilt_is_refused_and_nothing_else_is_wrong(kind, gates):
    *_, whole = kind.small("generic", 2)
    step = reference.lstm_step if gates == "fioc" else reference.gru_step
    given = (lambda n: (n.P, n.x, n.h, n.c)) if gates == "fioc" else (lambda n: (n.P, n.x, n.h))
    step(*given(whole))

    assert len([*spoilt(whole)]) > 10
    for bad, why in spoilt(whole):
        assert why
        with pytest.raises(ValueError, match="should"):
            step(*given(bad))


@pytest.mark.parametrize("kind", [LSTMS, GRUS, STARTS, GRADIENTS])
def test_a_draw_is_replayed_from_what_it_says_of_itself(kind):
    family = {id(STARTS): "longer", id(GRADIENTS): "above"}.get(id(kind), "nonnormal")
    (one,) = RANDOM().of(kind, family, count=1, size=(3, 3))

    again = kind.draw(one.family, one.seed, 3)

    assert str(dataclasses.asdict(one)) == str(dataclasses.asdict(again))
    assert one.describe().keys() >= {"family", "seed"}


@both
def test_families_take_turns_and_the_draw_is_known_until_there_is_none(draws):
    asked = draws()
    families = []
    for one in asked.of(LSTMS, "small", "large", count=4, size=(2, 2)):
        assert asked.current is one
        families.append(one.family)

    assert asked.current is None
    assert set(families) == {"small", "large"}


def test_no_two_draws_share_a_seed_and_students_have_their_own():
    ada, ben = ([one.seed for one in d.of(GRUS, "generic", count=9)] for d in (RANDOM(), other()))

    assert len({*ada, *ben}) == 18


def other():
    return Draws(b"key", HW, "values", "ben")


@pytest.mark.parametrize("question", questions_of(HW))
def test_the_reference_gets_no_fault_for_small_draws(question):
    papers = load(HW, question).papers(lambda name: SmallDraws(b"", HW, question, "", name))
    answering = Understudy(getattr(reference, question))

    assert all(papers.values())
    faults = (put(item, question, answering).fault for paper in papers.values() for item in paper)
    assert [str(fault) for fault in faults if fault] == []
