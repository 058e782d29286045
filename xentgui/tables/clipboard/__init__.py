"""Copying from a table, and pasting into it."""
