"""How wide text is in a table."""

from __future__ import annotations

from xentgui.painting.style import Style
from xentgui.painting.text_width import TextWidth


class Measure:
    """The rulers of a table's two fonts."""

    def __init__(self, style: Style) -> None:
        self.plain: TextWidth = style.ruler()
        self.bold: TextWidth = style.ruler(bold=True)
