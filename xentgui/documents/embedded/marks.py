"""Where in a file the state is kept, for those who write it and those who look for it."""

import xentgui

PROGRAM = f"XentGUI {xentgui.__version__}"
"""What files say they were made by."""

PNG_KEYWORD = "XentGUI document"
PDF_ATTACHMENT = "figure.xent.json"
SVG_NAMESPACE = "urn:xentgui:document"
SVG_ELEMENT = "document"

LONGEST_DOCUMENT = 64 * 1024 * 1024
"""Bytes: no honest document is longer, and a file that claims one is refused."""
