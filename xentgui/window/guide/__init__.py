"""The guide as a window, with pictures that the panels paint."""
