"""Tables of the numbers of a classifier: weights and points, to type in."""
