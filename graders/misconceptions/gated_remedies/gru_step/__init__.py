"""Answers to `gru_step(P, x, h)`: z ⊙ h + (1 − z) ⊙ n."""
