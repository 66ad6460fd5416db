"""Answers to `residual_jacobian(W_hh, z)`: I + diag(tanh'(z)) W_hh."""
