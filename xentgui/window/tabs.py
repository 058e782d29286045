"""The tabs of cards that lie on one another."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from xentgui.painting.style import Style, font_rule


def dress_tabs(bar: QTabBar, style: Style) -> None:
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
