"""The look of the strip that asks how a text is read: colours, shapes, gaps, and list boxes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.icons import paint_icon
from xentgui.painting.style import Style, field_rules
from xentgui.painting.text_widgets import PlainLabel

_GAP = 0.8  # em


@guarded
class ListBox(QComboBox):
    """A combo box that paints its arrow, because style sheets lose the colour of the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and an arrow."""
        super().paintEvent(event)
        side = self.fontMetrics().height() * 0.85
        role = self.palette().color(self.foregroundRole())
        right = self.width() - 1.45 * side
        rect = QRectF(right, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), rect, "chevron-down", role.name())

    def showPopup(self) -> None:
        """Show the list, as wide as its longest entry."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + self.fontMetrics().height())
        super().showPopup()


def space_out(lines: QBoxLayout, rows: Iterable[QBoxLayout], style: Style) -> None:
    """Set the margins of the strip, and the gaps between its rows and within them."""
    lines.setContentsMargins(*(round(style.em * part) for part in (1.1, 0.5, 1.1, 0.5)))
    lines.setSpacing(round(style.em * 0.5))
    for row in rows:
        row.setSpacing(round(style.em * _GAP))


def wrapped_label(parent: QWidget, name: str) -> QLabel:
    """Return a label whose text wraps, and can be selected."""
    label = PlainLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def wrap_beside(
    lines: QBoxLayout, width: int, labels: Iterable[QLabel], beside: Iterable[int]
) -> None:
    """Give wrapped texts in `lines` the height that they need, because toolbars do not.

    The strip is `width` pixels wide, of which so many are taken `beside` each text.
    """
    margins = lines.contentsMargins()
    width = max(200, width - margins.left() - margins.right())
    for label, taken in zip(labels, beside, strict=True):
        height = max(0, label.heightForWidth(max(100, width - taken)))
        if label.height() != height or label.minimumHeight() != height:
            label.setFixedHeight(height)


def room_of(parts: Iterable[QWidget], style: Style) -> int:
    """Return the width that these parts of a row take where they are shown, with their gaps."""
    gap = round(style.em * _GAP)
    return sum(part.sizeHint().width() + gap for part in parts if not part.isHidden())


def reading_sheet(style: Style) -> str:
    """Return the style sheet of the strip, in the colours and the size of `style`."""

    def px(design_pixels: float) -> str:
        return f"{max(1, round(style.px(design_pixels)))}px"

    theme = style.theme
    return f"""
    #control\\.reading {{ background: {theme.card}; }}
    QLabel {{ color: {theme.ink}; background: transparent; }}
    QLabel[head="true"] {{ color: {theme.mute}; }}
    QPushButton {{ background: {theme.card}; color: {theme.ink};
        border: 1px solid {theme.line}; border-radius: {px(4)}; padding: {px(3)} {px(7)}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.mute}; }}
    QPushButton:hover, QToolButton:hover {{ background: {theme.window}; }}
    QPushButton#reading\\.take {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; }}
    QPushButton#reading\\.take:disabled {{ background: {theme.line}; color: {theme.mute}; }}
    QPushButton#reading\\.take:focus {{ border: 2px solid {theme.ink}; }}
    QToolButton {{ background: transparent; border: 1px solid transparent;
        border-radius: {px(4)}; padding: {px(3)}; }}
    QProgressBar {{ background: {theme.line}; border: none; border-radius: {px(2)};
        max-height: {px(5)}; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: {px(2)}; }}
    """ + field_rules(theme, style.px(1.0), side=7.0)
