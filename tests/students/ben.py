"""Ben scales the columns of W_hh instead of its rows; other answers of his build on it."""

LOST = {
    "lookback_window": {"jacobian": 4, "loss_gradient": 14},
    "rnn_gradients": {"step_jacobian": 9, "weight_gradient": 8},
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
