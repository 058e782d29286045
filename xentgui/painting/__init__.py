"""What every panel is painted with, on any device: fonts, frames, bars, labels, arrows."""
