"""Hana's product never ends; she has deleted the cells that waited for it."""

LOST = {
    "rnn_gradients": {"chain_rule_product": 12},
}


def rnn_gradients(desk):
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
    desk.notebook.cells = [
        cell
        for cell in desk.notebook.cells
        if "nbgrader" in cell.metadata or "chain_rule_product" not in cell.source
    ]
    desk.save()
