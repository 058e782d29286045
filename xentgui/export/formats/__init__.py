"""What writes figures, a file for each format of `EXPORT_FORMATS`."""
