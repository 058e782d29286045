"""The journal of unsaved work: a base, and each step since, written before the next is taken."""
