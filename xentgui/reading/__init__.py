"""Texts and files into numbers: what people type, paste and save.  No Qt.

What cannot be read is refused with a `ReadError`, which names the place and the remedy.  Nothing is
guessed silently.
"""
