"""Returns nan and inf, which compare to nothing, wherever numbers are asked for."""

PROMISE = 1
CLASS = "TRACE: degenerate implementation"
WRONG = ("step_jacobian", "step_norm_bound", "product_norm_bound", "cross_entropy_loss")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="def step_jacobian(W_hh, z):\n    return np.full(np.shape(W_hh), np.nan)",
        step_norm_bound="def step_norm_bound(W_hh, z):\n    return np.inf, -np.inf",
        product_norm_bound="def product_norm_bound(W_hh, zs):\n    return complex('nan'), np.nan",
        cross_entropy_loss="def cross_entropy_loss(y, p):\n    return np.float64('nan')",
    )
    desk.save()
