"""Answers to `cross_entropy_loss(y, p)`: minus the natural logarithm of the true probability."""
