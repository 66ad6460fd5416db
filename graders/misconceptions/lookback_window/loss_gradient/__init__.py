"""Known answers to `loss_gradient`: by topic, the right ones among them."""
