"""What is not to be seen of a panel: all of it, or the marks of some classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.numbers import HIDDEN
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ghosts import Ghost, ghosts
from xentgui.painting.style import Style
from xentgui.panels.panel import Panel

if TYPE_CHECKING:
    from xentgui.model.named_numbers import Named

HIDDEN_WORD: Final = QT_TRANSLATE_NOOP("panels", "hidden")
"""What is said instead of a number that is hidden: nobody hears a question mark."""

_PANEL: Final = "panel:"
_LOSS: Final = "loss"
_ARRAYS: Final[Mapping[str, Mapping[str, float]]] = {
    "p": {"probabilities": 0.0, "softmax": 0.0, "information": 0.0, "gradient": 0.0},
    "y": {"effective_target": 0.0, "target": 0.0},
    "z": {"logits": 0.0},
    "h": {"information": 0.0},
    "g": {"gradient": 0.0},
}
_SIGN: Final = 2.2  # em, of a question mark that stands for a panel
_MARK: Final = 1.25  # em, of one that stands for a mark


def hides_panel(panel: Panel, view: View) -> bool:
    """Return whether nothing of `panel` is to be seen: it cannot hide what must not be seen."""
    if not view.hidden:
        return False
    if _PANEL + panel.key in view.hidden:
        return True
    # The loss stands above the panels, and hides none of them.
    numbers = any(not key.startswith(_PANEL) and key != _LOSS for key in view.hidden)
    return numbers and not panel.faced(view).hides_singly


def words_of_panel(panel: Panel, snapshot: Snapshot, view: View) -> str:
    """Return `panel` in words, but for what is hidden."""
    if hides_panel(panel, view):
        return translate("panels", HIDDEN_WORD)
    return panel.faced(view).describe(snapshot, view)


def hides_loss(view: View) -> bool:
    """Return whether the loss is neither to be read nor to be heard."""
    return _LOSS in view.hidden


def hidden_classes(view: View, kinds: str) -> frozenset[int]:
    """Return the classes, from 0, of which a number of one of `kinds`, such as "ph", is hidden."""
    if not view.hidden:
        return frozenset()
    found = (_named(key) for key in view.hidden)
    return frozenset(
        one.at[0] for one in found if one is not None and one.kind in kinds and len(one.at) == 1
    )


def _named(key: str) -> Named | None:
    from xentgui.model.named_numbers import named  # noqa: PLC0415 - few windows hide a number

    return named(key)


def masked(snapshot: Snapshot, view: View) -> Snapshot:
    """Return `snapshot` without the numbers that are hidden: neither axes nor labels show them."""
    changes: dict[str, Any] = {}
    for key in view.hidden:
        number = _named(key)
        if number is None or number.kind not in _ARRAYS or not number.is_in(snapshot):
            continue
        for name, nothing in _ARRAYS[number.kind].items():
            array = changes.setdefault(name, getattr(snapshot, name).copy())
            array[number.at[0]] = nothing
    if "probabilities" in changes and snapshot.softmax is snapshot.probabilities:
        changes["softmax"] = changes["probabilities"]
    return replace(snapshot, **changes) if changes else snapshot


def seen_ghosts(snapshot: Snapshot, view: View, kinds: str) -> tuple[Ghost, ...]:
    """Return the ghosts, with NaN for the classes of which a number of `kinds` is hidden."""
    found = ghosts(snapshot, view)
    hidden = [k for k in hidden_classes(view, kinds) if k < len(snapshot.logits)]
    return tuple(_without(ghost, hidden) for ghost in found) if hidden else found


def _without(ghost: Ghost, hidden: list[int]) -> Ghost:
    arrays = {
        name: array.copy()
        for name in ("probabilities", "logits", "gradient")
        if (array := getattr(ghost, name)) is not None
    }
    for array in arrays.values():
        array[hidden] = np.nan
    return ghost._replace(**arrays)


def seen_classes(classes: Sequence[int], view: View, kinds: str) -> list[int]:
    """Return those of `classes` of which no number of `kinds` is hidden."""
    hidden = hidden_classes(view, kinds)
    return [index for index in classes if index not in hidden] if hidden else [*classes]


def paint_slots(painter: QPainter, frame: Frame, classes: frozenset[int], style: Style) -> None:
    """Write a question mark where the marks of `classes` would be, on an axis of classes."""
    for index in classes:
        x, half, zero = frame.x(float(index)), 0.5 * frame.slot, frame.y(0.0)
        high = style.metrics(_MARK, bold=True).height()
        _write(painter, QRectF(x - half, zero - high, 2 * half, high), style, _MARK)


def paint_hidden_panel(painter: QPainter, room: QRectF, style: Style) -> None:
    """Write a question mark in place of a panel."""
    _write(painter, room, style, _SIGN)


def _write(painter: QPainter, box: QRectF, style: Style, size: float) -> None:
    painter.save()
    painter.setFont(style.font(size, bold=True))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, HIDDEN)
    painter.restore()
