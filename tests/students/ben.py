"""Ben scales the columns of W_hh instead of its rows; his bonus answer builds on it."""

LOST = {
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
