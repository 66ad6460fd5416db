"""Answers to `residual_bounds(W_hh, z)`: max(0, 1 − e) and 1 + e."""
