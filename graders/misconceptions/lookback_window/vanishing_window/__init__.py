"""Known answers to `vanishing_window`: by topic, the right ones among them."""
