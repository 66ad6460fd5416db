"""Answers to `orthogonal_init(d, rng, gain)`: any random Q with QᵀQ = gain² I."""
