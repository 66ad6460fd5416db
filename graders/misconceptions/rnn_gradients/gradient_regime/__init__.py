"""Answers to `gradient_regime(W_hh, tol=1e-6)`: what the spectral norm says of the gradient."""
