"""Gus hands the notebook in as he fetched it."""

LOST = {
    "cross_entropy_loss": 8,
    "immediate_gradient": 10,
    "step_jacobian": 10,
    "chain_rule_product": 12,
    "step_norm_bound": 8,
    "product_norm_bound": 10,
    "gradient_regime": 6,
    "weight_gradient": 10,
}


def work(desk):
    desk.save()
