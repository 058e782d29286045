"""Scroll bars that are thin and have no buttons."""

from __future__ import annotations

from xentgui.painting.style import Style


def scroll_bar_sheet(style: Style) -> str:
    """Return the style sheet of a thin scroll bar without buttons."""
    thick, radius = round(style.px(8)), max(1, round(style.px(2.5)))
    theme = style.theme
    return f"""
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: {thick}px; }}
    QScrollBar:horizontal {{ height: {thick}px; }}
    QScrollBar::handle {{ background: {theme.mute}; border-radius: {radius}px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: {2 * thick}px; }}
    QScrollBar::handle:horizontal {{ min-width: {2 * thick}px; }}
    QScrollBar::handle:hover {{ background: {theme.accent}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
