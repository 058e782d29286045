"""The encoders of animations, one file for each format of `ANIMATION_FORMATS`."""
