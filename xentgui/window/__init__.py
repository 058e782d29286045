"""The pieces that the main window is made of."""
