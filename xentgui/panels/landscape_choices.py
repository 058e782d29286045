"""What can be chosen about the landscape: its two axes, and what is drawn in it."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.panels.choice import Choice, Option
from xentgui.panels.class_choice import chosen_class, class_options
from xentgui.panels.later import LandscapePanel

HEAT, CONTOURS, ARROWS, PATH = "heat", "contours", "arrows", "path"

_FIRST = 10
"""Of so many classes, the first two are usual; of more, those with the largest targets."""

_ACROSS = QT_TRANSLATE_NOOP("panels", "Across")
_UP = QT_TRANSLATE_NOOP("panels", "Up")
_SHOWN = QT_TRANSLATE_NOOP("panels", "Shown")
_PARTS = (
    (HEAT, QT_TRANSLATE_NOOP("panels", "Heat map")),
    (CONTOURS, QT_TRANSLATE_NOOP("panels", "Contours")),
    (ARROWS, QT_TRANSLATE_NOOP("panels", "Arrows downhill")),
    (PATH, QT_TRANSLATE_NOOP("panels", "Path of the descent")),
)


class PlaneAxes(NamedTuple):
    """The classes, from 0, whose logits are the axes."""

    across: int
    up: int


def landscape_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return all choices, in words of the current language."""
    if len(snapshot.logits) < 2:
        return (_shown(),)
    usual, classes = _usual_axes(snapshot), class_options(snapshot)
    return (
        Choice("across", translate("panels", _ACROSS), classes, str(usual.across + 1)),
        Choice("up", translate("panels", _UP), classes, str(usual.up + 1)),
        _shown(),
    )


def _shown() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _PARTS)
    usual = tuple(word for word, _ in _PARTS)
    return Choice("shown", translate("panels", _SHOWN), options, usual, several=True)


def shown_in(view: View) -> tuple[str, ...]:
    """Return the words of the parts that are drawn."""
    return _shown().chosen(LandscapePanel.key, view)


def axes_of(snapshot: Snapshot, view: View) -> PlaneAxes:
    """Return the two classes, which differ; there are two classes or more.

    Where the same is chosen twice, the upright axis gives way.
    """
    count, usual = len(snapshot.logits), _usual_axes(snapshot)
    across, up = (
        chosen_class(view, f"{LandscapePanel.key}.{key}", count) for key in ("across", "up")
    )
    if across is None:
        across = usual.across if up != usual.across else usual.up
    if up is None or up == across:
        up = usual.up if usual.up != across else usual.across
    return PlaneAxes(across, up)


def _usual_axes(snapshot: Snapshot) -> PlaneAxes:
    """Return the first two classes; of many, those with the largest targets.

    They do not follow from the logits, or the axes would change while one of them is dragged.
    """
    if len(snapshot.logits) <= _FIRST:
        return PlaneAxes(0, 1)
    first = snapshot.largest_target
    others = snapshot.effective_target.copy()
    others[first] = -1.0
    return PlaneAxes(*sorted((first, int(others.argmax()))))
