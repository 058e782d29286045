"""XentGUI makes softmax and cross-entropy visible."""

__version__ = "0.1.0"
