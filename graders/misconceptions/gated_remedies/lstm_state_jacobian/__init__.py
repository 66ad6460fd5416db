"""Answers to `lstm_state_jacobian(P, x, h, c)`: four blocks, all paths from (h, c) to (h, c)."""
