"""The sampler and its draws in the window: a card to set them up with numbers."""
