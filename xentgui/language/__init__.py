"""Words and numbers for people, in the current language."""
