"""Presenting: the scenes of a document, step by step, on the audience's screen and the lecturer's."""
