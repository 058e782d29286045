"""What helps in the first minute: the help of cards, the hints to pull, and the tour."""
