"""What writes numbers as text, a file for each format of `NUMBER_FORMATS`.  Needs no Qt."""
