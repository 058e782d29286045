"""The stage of a derivation that a scene emphasises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from xentgui.model.mark import TermMark
from xentgui.model.view import View

if TYPE_CHECKING:
    from xentgui.panels.derivation_page.page import Page


def emphasised_band(page: Page, view: View) -> QRectF | None:
    """Return the place of the stage on its page; None if none is meant, or it is not shown.

    A quotient in a table stands above the line that it belongs to.
    """
    mark = view.highlight
    if not isinstance(mark, TermMark) or (view.stage is not None and mark.number > view.stage):
        return None
    bands = page.sheet.bands
    for index, line in enumerate(page.working.lines):
        if line.number == mark.number:
            return next((band for band in bands[index:] if not band.isEmpty()), None)
    return None
