"""Kim changes what she is given, prints instead of returning, and asks for all the memory."""

LOST = {
    "rnn_gradients": {
        "step_jacobian": 1,
        "cross_entropy_loss": 8,
        "product_norm_bound": 10,
        "weight_gradient": 8,
    },
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        step_jacobian=desk.solution("step_jacobian").replace("def step_jacobian", "def checked")
        + """

def step_jacobian(W_hh, z):
    checked(W_hh, z)
    W_hh *= (1 - np.tanh(z) ** 2)[:, None]
    return W_hh
""",
        cross_entropy_loss="""
def cross_entropy_loss(y, p):
    print(-np.log(p[np.argmax(y)]))
""",
        product_norm_bound="""
def product_norm_bound(W_hh, zs):
    hoard = []
    while True:
        hoard.append(np.ones((1000, 1000)))
""",
    )
    desk.save()
