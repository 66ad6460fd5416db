"""Chen reads the product sign from left to right, and forgets the empty product."""

LOST = {
    "lookback_window": {"loss_gradient": 11},
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


def lookback_window(desk):
    desk.answer_all()
    forwards = "range(len(zs) - L, len(zs))"
    solution = desk.solution("loss_gradient")
    desk.answer(loss_gradient=solution.replace("range(len(zs) - 1, len(zs) - 1 - L, -1)", forwards))
    desk.save()
