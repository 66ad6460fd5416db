"""Chen reads the product sign from left to right, and forgets the empty product.

His LSTM is that of the write-up, whose output gate is its input gate; his random numbers are
everybody's.
"""

LOST = {
    "gated_remedies": {"lstm_step": 4, "orthogonal_init": 1},
    "rnn_gradients": {"chain_rule_product": 11},
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


def gated_remedies(desk):
    desk.answer_all()
    step, init = desk.solution("lstm_step"), desk.solution("orthogonal_init")
    desk.answer(
        lstm_step=step.replace("return o * np.tanh(c_new)", "return i * np.tanh(c_new)"),
        orthogonal_init=init.replace("rng.normal(", "np.random.normal("),
    )
    desk.save()
