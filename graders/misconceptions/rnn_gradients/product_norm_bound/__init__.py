"""Answers to `product_norm_bound(W_hh, zs)`: the product of the step bounds, and the norm ** n."""
