"""Training a classifier in the window: what plays it, and its card."""
