"""Jo has a syntax error in one cell; her bonus answer needs it, the others are right."""

LOST = {
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
