"""Answers to `lstm_memory_jacobian(P, x, h, c)`: the forget gate on a diagonal."""
