"""The names under which figures' files hold the state, for writers and readers."""

import xentgui

PROGRAM = f"XentGUI {xentgui.__version__}"
"""The name of the program in the files that it makes."""

PNG_KEYWORD = "XentGUI document"
PDF_ATTACHMENT = "figure.xent.json"
SVG_NAMESPACE = "urn:xentgui:document"
SVG_ELEMENT = "document"
