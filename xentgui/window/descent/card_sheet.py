"""Colours and shapes of the controls on a card that plays."""

from __future__ import annotations

from collections.abc import Iterable

from xentgui.painting.style import Style, field_rules, font_rule


def card_sheet(style: Style, card: str, values: Iterable[str], play: str) -> str:
    """Return the style sheet of a card whose objects are named ``<card>.…``.

    `values` are the keys of its numbers, and `play` is the key of the button that plays.
    """

    def px(design_pixels: float) -> str:
        return f"{max(1, round(style.px(design_pixels)))}px"

    theme = style.theme
    numbers = ", ".join(f"QLabel#{card}\\.{key}" for key in values)
    button = play.replace(".", "\\.")
    return f"""
    * {{ {font_rule(style)} }}
    QLabel {{ color: {theme.mute}; background: transparent; }}
    {numbers} {{ color: {theme.ink}; }}
    QLabel#{card}\\.verdict {{ color: {theme.accent}; }}
    QCheckBox {{ color: {theme.mute}; border: 1px solid transparent;
        border-radius: {px(4)}; padding: {px(1)}; }}
    QCheckBox:focus {{ border-color: {theme.accent}; }}
    QCheckBox::indicator {{ width: {px(13)}; height: {px(13)}; }}
    QToolButton {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: {px(4)}; padding: {px(4)} {px(4)}; }}
    QToolButton:hover {{ background: {theme.window}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {theme.selection}; }}
    QToolButton:checked {{ color: {theme.accent}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton:disabled {{ color: {theme.mute}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#{card}\\.{button} {{ background: {theme.selection}; color: {theme.accent}; }}
    QToolButton[segment="first"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
    QToolButton[segment="middle"] {{ border-radius: 0; border-left: none; border-right: none; }}
    QToolButton[segment="last"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; }}
    """ + field_rules(theme, style.px(1.0), up=2.0)
