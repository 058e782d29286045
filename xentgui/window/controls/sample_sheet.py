"""The style sheet of the sample bar."""

from __future__ import annotations

from xentgui.painting.style import Style


def sample_sheet(style: Style) -> str:
    """Return the sheet, in the colours and sizes of `style`."""

    def px(design_pixels: float) -> str:
        return f"{max(1, round(style.px(design_pixels)))}px"

    theme = style.theme
    return f"""
    QToolButton {{ background: transparent; border: 1px solid transparent;
        border-radius: {px(4)}; padding: {px(3)}; }}
    QLabel {{ color: {theme.mute}; }}
    QLabel[figure="firm"] {{ color: {theme.ink}; }}
    QToolButton[switch="true"] {{ color: {theme.ink}; border-color: {theme.line};
        padding: {px(4)} {px(7)}; }}
    QToolButton[switch="true"]:checked {{ color: {theme.accent}; background: {theme.selection}; }}
    QToolButton[switch="true"]:disabled, QComboBox:disabled {{ color: {theme.mute}; }}
    QComboBox {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: {px(4)}; padding: {px(4)} {px(7)}; }}
    QComboBox:focus {{ border-color: {theme.accent}; }}
    QComboBox::drop-down {{ border: none; width: {px(18)}; }}
    QToolButton:hover {{ background: {theme.window}; }}
    QToolButton:pressed {{ background: {theme.selection}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QLineEdit {{ background: {theme.field}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: {px(4)}; padding: {px(3)} {px(5)}; }}
    QLineEdit:focus {{ border-color: {theme.accent}; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.warning}; color: {theme.warning}; }}
    QProgressBar {{ background: {theme.line}; border: none; border-radius: {px(2)}; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: {px(2)}; }}
    """
