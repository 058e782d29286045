"""What is typed and selected in the cells of a table."""
