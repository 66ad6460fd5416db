"""Answers to `weight_gradient(W_hh, zs, hs, i, j)`: every step's immediate gradient, carried on."""
