"""Emil copies the source document: a number where the gradient is a vector, a literal sum."""

LOST = {
    "rnn_gradients": {"immediate_gradient": 10, "cross_entropy_loss": 3, "weight_gradient": 8},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        immediate_gradient="""
def immediate_gradient(z, h_prev, i, j):
    return (1 - np.tanh(z[i]) ** 2) * h_prev[j]
""",
        cross_entropy_loss="""
def cross_entropy_loss(y, p):
    return -np.sum(y * np.log(p))
""",
    )
    desk.save()
