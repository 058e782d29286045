"""How the rows of a table are painted."""
