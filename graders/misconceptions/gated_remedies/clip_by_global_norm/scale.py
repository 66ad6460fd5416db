"""Another way to clip."""

import math

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Each of your arrays is shortened by itself: that changes the direction of the whole "
    "gradient.",
    staff="Each array clipped by its own norm.",
)
def per_array(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    own = [math.hypot(*np.ravel(g)) for g in grads]
    return [g * min(1.0, max_norm / (n or 1.0)) for g, n in zip(grads, own, strict=True)], norm


@misconception(
    student="Your entries are cut off one by one: that changes the direction of the gradient.",
    staff="np.clip of every entry.",
)
def by_value(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    return [np.clip(g, -max_norm, max_norm) for g in grads], norm


@misconception(
    student="Short gradients become longer: they should stay as they are.",
    staff="max_norm / norm, also where it exceeds 1.",
)
def always_scaled(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = max_norm / norm if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Nothing is ever clipped.",
    staff="The gradients as they were.",
)
def never_scaled(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    return [g + 0.0 for g in grads], norm


@misconception(
    student="Your clipped gradient has the length one, whatever is allowed.",
    staff="1 / norm for max_norm / norm.",
)
def unit_length(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = 1 / norm if norm > max_norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Long gradients become longer still: look at your fraction.",
    staff="norm / max_norm.",
)
def inverse_scale(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = norm / max_norm if norm > max_norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Short gradients are changed and long ones are not: look at your comparison.",
    staff="The condition turned round.",
)
def backwards(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = max_norm / norm if 0 < norm < max_norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your clipped gradient is too short: count how often the factor is applied.",
    staff="The factor squared.",
)
def squared_scale(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) ** 2 if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Gradients that are too long should be shortened, not dropped.",
    staff="Zeros where the norm is too large.",
)
def set_to_zero(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = 0.0 if norm > max_norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your factor is less than one for short gradients, too.",
    staff="max_norm / (max_norm + norm).",
)
def smoothed(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = max_norm / (max_norm + norm)
    return [g * scale for g in grads], norm


@misconception(
    student="For a gradient of zeros your function divides by zero.",
    staff="max_norm / norm for norm = 0.0 raises ZeroDivisionError.",
)
def divides_by_zero(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm)
    return [g * scale for g in grads], norm


@misconception(
    student="Your clipped gradient is a little too short, as if something had been added to the "
    "norm.",
    staff="max_norm / (norm + 1e-2), to avoid division by zero.",
)
def small_constant(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / (norm + 1e-2))
    return [g * scale for g in grads], norm


@misconception(
    student="Your clipped gradient is too short where gradients are tiny, as if something tiny "
    "had been added to the norm.",
    staff="max_norm / (norm + 1e-6), as a well-known library does it.",
)
def library_constant(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / (norm + 1e-6))
    return [g * scale for g in grads], norm


@misconception(
    student="You return one long vector: each array should keep its shape.",
    staff="All arrays flattened into one.",
)
def concatenated(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return np.concatenate([np.ravel(g) * scale for g in grads] or [[]]), norm


@misconception(
    student="Your arrays lose their shapes.",
    staff="Each array flattened.",
)
def flattened(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [np.ravel(g) * scale for g in grads], norm


@misconception(
    student="You return the gradients only: the norm is asked for, too.",
    staff="The list alone.",
)
def gradients_only(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads]


@misconception(
    student="You return the norm first: compare with the docstring.",
    staff="(norm, clipped).",
)
def norm_first(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return norm, [g * scale for g in grads]


@misconception(
    student="Your function changes the arrays of its caller: work on copies.",
    staff="g *= scale overwrites the arguments; the values are right.",
)
def in_place(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    for g in grads:
        g *= scale
    return grads, norm


@misconception(
    student="Your function changes the list of its caller: make a new one.",
    staff="grads[k] = … writes into the list; the values are right.",
)
def list_in_place(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    for k in range(len(grads)):
        grads[k] = grads[k] * scale
    return grads, norm
