"""Hana's product never ends; her other answers are right."""

LOST = {"chain_rule_product": 12}


def work(desk):
    desk.answer_all()
    desk.answer(
        chain_rule_product="""
def chain_rule_product(jacobians, d):
    product = np.eye(d)
    while True:
        product = product @ np.eye(d)
    return product
"""
    )
    desk.save()
