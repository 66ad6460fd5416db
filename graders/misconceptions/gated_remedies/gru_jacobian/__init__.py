"""Answers to `gru_jacobian(P, x, h)`: the paths by h itself, by z, by n, and by r within n."""
