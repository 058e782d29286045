"""The names under which figures' files hold the state, for writers and readers."""

import xentgui

PROGRAM = f"XentGUI {xentgui.__version__}"
"""The name of the program in the files that it makes."""

KEYWORD = "XentGUI document"
"""Before the state in texts of PNG, of which the second is called "XentGUI document 2"; and in the
comment of GIF and in the metadata of WebP."""

PDF_ATTACHMENT = "figure.xent.json"
SVG_NAMESPACE = "urn:xentgui:document"
SVG_ELEMENT = "document"
SVG_ATTRIBUTE = "data-xentgui-document"
MP4_BOX = bytes.fromhex("3b9c5a1e0d424e70a1f8785e6e74ca11")
"""The identity of our box in an MP4."""
