"""Runs the program: the command line, the checks before Qt, the start, and crash reports."""
