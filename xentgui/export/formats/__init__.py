"""The encoders of figures, one file for each format of `EXPORT_FORMATS`."""
