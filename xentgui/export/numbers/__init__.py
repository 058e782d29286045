"""The encoders of numbers, one file for each format of `NUMBER_FORMATS`.  They need no Qt."""
