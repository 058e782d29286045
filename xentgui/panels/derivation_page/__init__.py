"""Typeset formulas with numbers: formulas are laid out once, digits drawn at every edit."""
