"""A single panel, at once: what Ctrl+Shift+C copies and a drag takes along."""

from __future__ import annotations

from xentgui.export.figure import Figure
from xentgui.export.spec import FigureSpec
from xentgui.model import Snapshot
from xentgui.model.view import View

WIDTH, HEIGHT = 1280.0, 800.0


def panel_figure(
    key: str,
    snapshot: Snapshot,
    view: View,
    *,
    theme: str = "light",
    shape: float = WIDTH / HEIGHT,
    document: str = "",
) -> Figure:
    """Return the panel `key` as a figure of about a million pixels.

    `shape` is its width by its height, as on the screen, within what a slide has room for.
    """
    shape = min(max(shape, 0.5), 3.0)
    area = WIDTH * HEIGHT
    width, height = round((area * shape) ** 0.5), round((area / shape) ** 0.5)
    return Figure(
        FigureSpec.in_pixels((key,), width, height, theme=theme), snapshot, view, document
    )
