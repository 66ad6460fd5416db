"""Jo has a syntax error in one cell; some of her answers need it, the others are right."""

LOST = {
    "gated_remedies": {"lstm_step": 8, "lstm_memory_jacobian": 4, "lstm_state_jacobian": 16},
    "rnn_gradients": {"immediate_gradient": 10, "weight_gradient": 10},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        immediate_gradient="""
def immediate_gradient(z, h_prev, i, j)
    return np.zeros(len(z))
"""
    )
    desk.save()


def gated_remedies(desk):
    desk.answer_all()
    desk.answer(
        lstm_step="""
def lstm_step(P, x, h, c)
    return h, c
"""
    )
    desk.save()
