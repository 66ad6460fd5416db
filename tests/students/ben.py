"""Ben scales the columns of W_hh instead of its rows; what builds on it is wrong, too."""

LOST = {
    "rnn_gradients": {"step_jacobian": 9, "weight_gradient": 8},
    "lookback_window": {"jacobian": 4, "loss_gradient": 14},
    "spectral_analysis": {"ordered_product": 4.5, "commutation_gap": 2},
    "gated_remedies": {"gru_step": 6},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    return W_hh @ np.diag(1 - np.tanh(z) ** 2)
"""
    )
    desk.save()


def lookback_window(desk):
    desk.answer_all()
    desk.answer(
        jacobian=desk.solution("jacobian").replace(
            "np.diag(activation_derivative(z, activation)) @ W_hh",
            "W_hh @ np.diag(activation_derivative(z, activation))",
        )
    )
    desk.save()


def spectral_analysis(desk):
    desk.answer_all()
    desk.answer(
        ordered_product="""
def ordered_product(W_hh, ds):
    product = np.eye(len(W_hh))
    for delta in ds:
        product = W_hh @ np.diag(delta) @ product
    return product
"""
    )
    desk.save()


def gated_remedies(desk):
    desk.answer_all()
    ours, theirs = "return z * h + (1 - z) * n", "return (1 - z) * h + z * n"
    desk.answer(gru_step=desk.solution("gru_step").replace(ours, theirs))
    desk.save()
