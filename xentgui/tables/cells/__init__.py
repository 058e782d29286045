"""Editing and selection of the cells of a table."""
