"""Answers to `lstm_step(P, x, h, c)`: three gates, a candidate, the memory, the state."""
