"""Draws from a distribution, what a sampler keeps of it, and the codes that are made for it."""
