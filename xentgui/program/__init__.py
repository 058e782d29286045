"""Runs the program: the command line, the checks before Qt, the start, and crash reports."""

INTERRUPTED = 130
"""The exit code after Ctrl-C."""
