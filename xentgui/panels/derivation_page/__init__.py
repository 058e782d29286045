"""Typeset formulas with the current numbers: laid out once, the digits drawn at every edit."""
