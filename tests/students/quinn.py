"""Quinn hands in a folder without a notebook."""

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
NEEDS_HUMAN = True


def work(desk):
    desk.file.rename(desk.folder / "rnn_gradients.ipynb.txt")
