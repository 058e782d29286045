"""What writes moving figures, a file for each format of `ANIMATION_FORMATS`."""
