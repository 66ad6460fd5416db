"""Answers to `step_norm_bound(W_hh, z)`: max tanh'(z) times the spectral norm, and the norm."""
