"""How Qt's own tabs and scroll bars look in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from xentgui.painting.style import Style, font_rule


def style_tabs(bar: QTabBar, style: Style) -> None:
    """Give `bar` the colours and sizes of everything else: an underline, no boxes."""
    theme, pad, line = style.theme, round(style.px(5)), max(1, round(style.px(2)))
    bar.setDrawBase(False)
    bar.setStyleSheet(
        f"QTabBar {{ {font_rule(style)} }}"
        f"QTabBar::tab {{ background: transparent; color: {theme.mute}; border: none;"
        f" padding: {pad}px {2 * pad}px; border-bottom: {line}px solid transparent; }}"
        f"QTabBar::tab:selected {{ color: {theme.ink}; border-bottom-color: {theme.accent}; }}"
        f"QTabBar::tab:hover {{ color: {theme.ink}; }}"
        f"QTabBar::tab:focus {{ color: {theme.accent}; }}"
    )


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
