"""Answers to `immediate_gradient(z, h_prev, i, j)`: zero but for one entry of the new state."""
