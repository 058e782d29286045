"""What can be chosen about the simplex: its three classes, and what is drawn in it."""

from __future__ import annotations

from functools import lru_cache

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.simplex import Corners
from xentgui.model.view import View
from xentgui.panels.choice import Choice, Option
from xentgui.panels.class_choice import chosen_class, class_options, weightiest
from xentgui.panels.later import SimplexPanel

CONTOURS, HEAT, ENTROPY, NOTHING = "contours", "heat", "entropy", "nothing"
STEPS, TEMPERATURE, SMOOTHING, PATH = "steps", "temperature", "smoothing", "path"

_FIRST = 10
"""Of so many classes, the first three are usual; of more, the three that matter most."""

_CORNERS = (
    ("top", QT_TRANSLATE_NOOP("panels", "Top")),
    ("left", QT_TRANSLATE_NOOP("panels", "Bottom left")),
    ("right", QT_TRANSLATE_NOOP("panels", "Bottom right")),
)
_BACKGROUND = QT_TRANSLATE_NOOP("panels", "Background")
_BACKGROUNDS = (
    (CONTOURS, QT_TRANSLATE_NOOP("panels", "Contours of the loss")),
    (HEAT, QT_TRANSLATE_NOOP("panels", "Colours of the loss")),
    (ENTROPY, QT_TRANSLATE_NOOP("panels", "Contours of the entropy")),
    (NOTHING, QT_TRANSLATE_NOOP("panels", "Nothing")),
)
_SHOWN = QT_TRANSLATE_NOOP("panels", "Shown")
_PARTS = (
    (STEPS, QT_TRANSLATE_NOOP("panels", "Where a step leads")),
    (TEMPERATURE, QT_TRANSLATE_NOOP("panels", "Curve of temperature")),
    (SMOOTHING, QT_TRANSLATE_NOOP("panels", "Line of label smoothing")),
    (PATH, QT_TRANSLATE_NOOP("panels", "Path of the descent")),
)


def simplex_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return all choices, in words of the current language."""
    drawn = (_background(), _shown())
    if len(snapshot.logits) <= len(Corners._fields):
        return drawn
    classes, usual = class_options(snapshot), usual_corners(snapshot)
    corners = (
        Choice(key, translate("panels", name), classes, str(corner + 1))
        for (key, name), corner in zip(_CORNERS, usual, strict=True)
    )
    return (*corners, *drawn)


def _background() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _BACKGROUNDS)
    return Choice("background", translate("panels", _BACKGROUND), options, CONTOURS)


def _shown() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _PARTS)
    usual = (STEPS, TEMPERATURE, PATH)
    return Choice("shown", translate("panels", _SHOWN), options, usual, several=True)


def background_of(view: View) -> str:
    """Return the word of what is drawn behind everything."""
    return _background().chosen(SimplexPanel.key, view)[0]


def shown_in(view: View) -> tuple[str, ...]:
    """Return the words of the parts that are drawn."""
    return _shown().chosen(SimplexPanel.key, view)


def corners_of(snapshot: Snapshot, view: View) -> Corners | None:
    """Return the classes at the corners, all different; None if there are fewer than three.

    Three classes have their places; of more, three are chosen.  A corner whose choice is no class, or is that of another corner, has a usual class.
    """
    count = len(snapshot.logits)
    if count <= len(Corners._fields):
        return Corners(0, 1, 2) if count == len(Corners._fields) else None
    usual = usual_corners(snapshot)
    chosen = [chosen_class(view, f"{SimplexPanel.key}.{key}", count) for key in Corners._fields]
    for at, one in enumerate(chosen):
        if one in chosen[:at]:
            chosen[at] = None
    free = [k for k in dict.fromkeys((*usual, *range(min(count, 6)))) if k not in chosen]
    found: list[int] = []
    for at, one in enumerate(chosen):
        own = usual[at] if usual[at] in free else free[0]
        found.append(own if one is None else one)
        if one is None:
            free.remove(own)
    return Corners(*found)


@lru_cache(maxsize=4)
def usual_corners(snapshot: Snapshot) -> Corners:
    """Return the usual classes, in their order."""
    if len(snapshot.logits) <= _FIRST:
        return Corners(0, 1, 2)
    return Corners(*sorted(weightiest(snapshot, len(Corners._fields))))
