"""Answers to `clip_by_global_norm(grads, max_norm)`: all arrays times min(1, max_norm / norm)."""
