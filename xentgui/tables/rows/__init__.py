"""The painting of a table's rows."""
