"""How fields look where they have a style sheet: an edge that can be seen, and a ring with the keys."""

from __future__ import annotations

from xentgui.painting.theme import Theme

_RING_PX = 2
"""The width of the edge of what has the keys: seen beside the one pixel of all others."""


def field_rules(theme: Theme, scale: float, *, up: float = 3.0, side: float = 5.0) -> str:
    """Return the rules for line edits, lists and boxes with arrows.

    A design pixel is `scale` pixels; `up` and `side` are the room around the text in design pixels.
    The text stays in its place when the edge gets wider.
    """
    high, wide = (max(_RING_PX, round(length * scale)) for length in (up, side))
    radius = max(1, round(4 * scale))
    fields = ("QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox")
    focused = ", ".join(f"{one}:focus" for one in fields)
    return f"""
    {", ".join(fields)} {{ background: {theme.field}; color: {theme.ink};
        border: 1px solid {theme.frame}; border-radius: {radius}px; padding: {high}px {wide}px; }}
    {focused} {{ border: {_RING_PX}px solid {theme.accent};
        padding: {high - 1}px {wide - 1}px; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.warning}; color: {theme.warning}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {theme.mute}; }}
    QComboBox::drop-down {{ border: none; width: {round(18 * scale)}px; }}
    """
