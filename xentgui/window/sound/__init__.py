"""The loss as a pitch, for those who ask for it."""
