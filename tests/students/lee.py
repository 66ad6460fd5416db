"""Lee's file is no notebook: the upload broke off."""

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
    desk.answer_all()
    desk.save()
    desk.file.write_text(desk.file.read_text()[:5000])
