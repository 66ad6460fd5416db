"""Chen reads the product sign from left to right, and forgets the empty product."""

LOST = {
    "rnn_gradients": {"chain_rule_product": 11},
    "spectral_analysis": {
        "ordered_product": 4.5,
        "commutation_gap": 2,
        "refute_norm_equality": 3.5,
    },
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
