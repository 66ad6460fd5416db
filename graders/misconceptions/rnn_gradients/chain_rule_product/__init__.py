"""Answers to `chain_rule_product(jacobians, d)`: the newest factor leftmost, I for no factor."""
