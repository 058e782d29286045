"""How fast the program is, beside the least that the work can cost and beside matplotlib."""
