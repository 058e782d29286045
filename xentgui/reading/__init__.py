"""Text and files into numbers: what people type, paste, and save.  No Qt.

Everything that cannot be read is refused with a `ReadError`, which names the place and
the remedy; nothing is guessed silently.
"""
