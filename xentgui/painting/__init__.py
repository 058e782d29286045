"""The tools that every panel paints with, on any device: fonts, frames, bars, labels, arrows."""
