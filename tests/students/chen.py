"""Chen reads the product sign from left to right, and forgets the empty product."""

LOST = {
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
