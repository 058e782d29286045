"""The read-outs: the numbers that belong to no single class."""
