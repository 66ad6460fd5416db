"""Chen reads the product sign from left to right, and forgets the empty product."""

LOST = {
    "rnn_gradients": {"chain_rule_product": 11},
    "lookback_window": {"loss_gradient": 11},
    "spectral_analysis": {
        "ordered_product": 4.5,
        "commutation_gap": 2,
        "refute_norm_equality": 3.5,
    },
    "gated_remedies": {"lstm_step": 4, "orthogonal_init": 1},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        chain_rule_product="""
def chain_rule_product(jacobians, d):
    product = jacobians[0]
    for J in jacobians[1:]:
        product = product @ J
    return product
"""
    )
    desk.save()


def lookback_window(desk):
    desk.answer_all()
    forwards = "range(len(zs) - L, len(zs))"
    solution = desk.solution("loss_gradient")
    desk.answer(loss_gradient=solution.replace("range(len(zs) - 1, len(zs) - 1 - L, -1)", forwards))
    desk.save()


def spectral_analysis(desk):
    desk.answer_all()
    desk.answer(
        ordered_product="""
def ordered_product(W_hh, ds):
    product = np.diag(ds[0]) @ W_hh
    for delta in ds[1:]:
        product = product @ np.diag(delta) @ W_hh
    return product
""",
        refute_norm_equality="""
def refute_norm_equality(d):
    weights = np.full(d, 0.1)
    weights[-1] = 1.0
    return np.diag(weights), weights
""",
    )
    desk.save()


def gated_remedies(desk):
    desk.answer_all()
    step, init = desk.solution("lstm_step"), desk.solution("orthogonal_init")
    desk.answer(
        lstm_step=step.replace("return o * np.tanh(c_new)", "return i * np.tanh(c_new)"),
        orthogonal_init=init.replace("rng.normal(", "np.random.normal("),
    )
    desk.save()
