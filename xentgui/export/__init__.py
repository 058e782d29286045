"""Writes figures, numbers and animations.

Nothing is imported here, so that numbers can be written without Qt.
"""
