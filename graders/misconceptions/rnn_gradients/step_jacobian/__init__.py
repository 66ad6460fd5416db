"""Answers to `step_jacobian(W_hh, z)`: row r of W_hh times tanh'(z[r])."""
