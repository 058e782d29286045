"""What is copied from a table, and pasted into it."""
