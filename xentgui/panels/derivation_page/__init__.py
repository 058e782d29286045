"""Typeset formulas with live numbers: laid out once, the digits drawn anew at every edit."""
