"""What can be chosen about the input space: two of the inputs, the shading, and what is drawn."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.panels.choice import Choice, Option
from xentgui.panels.later import InputSpacePanel

SOFT, HARD, NO_SHADING = "soft", "hard", "none"
BOUNDARIES, CONTOURS, ZERO_LINES, ARROW, WRONG, NAMES = (
    *("boundaries", "contours", "zero", "arrow", "wrong", "names"),
)
GHOSTS, MEANS = "ghosts", "means"

_MOST_INPUTS = 50
"""A menu with more entries than this would be too high."""

_ACROSS = QT_TRANSLATE_NOOP("panels", "Across")
_UP = QT_TRANSLATE_NOOP("panels", "Up")
_SHOWN = QT_TRANSLATE_NOOP("panels", "Shown")
_SHADING = QT_TRANSLATE_NOOP("panels", "Shading")
_SHADINGS = (
    (SOFT, QT_TRANSLATE_NOOP("panels", "Mixed by p")),
    (HARD, QT_TRANSLATE_NOOP("panels", "Regions")),
    (NO_SHADING, QT_TRANSLATE_NOOP("panels", "None")),
)
_PARTS = (
    (BOUNDARIES, QT_TRANSLATE_NOOP("panels", "Boundaries")),
    (CONTOURS, QT_TRANSLATE_NOOP("panels", "Contours of p at .5, .7, .9")),
    (ARROW, QT_TRANSLATE_NOOP("panels", "Arrow −∂L/∂x")),
    (WRONG, QT_TRANSLATE_NOOP("panels", "Rings on wrong points")),
    (NAMES, QT_TRANSLATE_NOOP("panels", "Names of the classes")),
    (GHOSTS, QT_TRANSLATE_NOOP("panels", "Boundaries of the other models")),
    (MEANS, QT_TRANSLATE_NOOP("panels", "Means and ellipses of LDA")),
    (ZERO_LINES, QT_TRANSLATE_NOOP("panels", "Lines where z = 0")),
)
_UNUSUAL = (GHOSTS, MEANS, ZERO_LINES)


class Axes(NamedTuple):
    """The inputs, from 0, that are the axes; they differ."""

    across: int
    up: int


def input_space_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return all choices, in words of the current language."""
    subject = classifier_of(snapshot)
    axes: tuple[Choice, ...] = ()
    if subject is not None and len(subject.input_names) > 2:
        names = subject.input_names[:_MOST_INPUTS]
        inputs = tuple(Option(str(at), name) for at, name in enumerate(names, 1))
        axes = (
            Choice("across", translate("panels", _ACROSS), inputs, "1"),
            Choice("up", translate("panels", _UP), inputs, "2"),
        )
    return (*axes, _shading(), _shown())


def _shading() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _SHADINGS)
    return Choice("shading", translate("panels", _SHADING), options, SOFT)


def _shown() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _PARTS)
    usual = tuple(word for word, _ in _PARTS if word not in _UNUSUAL)
    return Choice("shown", translate("panels", _SHOWN), options, usual, several=True)


def shading_in(view: View) -> str:
    """Return the word of the shading."""
    return _shading().chosen(InputSpacePanel.key, view)[0]


def shown_in(view: View) -> tuple[str, ...]:
    """Return the words of the parts that are drawn."""
    return _shown().chosen(InputSpacePanel.key, view)


def axes_of(subject: Classifier, view: View) -> Axes:
    """Return the two inputs; the subject has two or more.

    Where the same is chosen twice, the upright axis gives way.
    """
    across, up = (_chosen(subject, view, key) for key in ("across", "up"))
    if across is None:
        across = 0 if up != 0 else 1
    if up is None or up == across:
        up = 1 if across != 1 else 0
    return Axes(across, up)


def _chosen(subject: Classifier, view: View, key: str) -> int | None:
    word = view.choices.get(f"{InputSpacePanel.key}.{key}")
    if not isinstance(word, str) or not (word.isascii() and word.isdigit() and len(word) < 9):
        return None
    number = int(word) - 1
    return number if 0 <= number < len(subject.input_names) else None


def plane_subject(snapshot: Snapshot) -> Classifier | None:
    """Return the classifier, if it has a plane of two inputs."""
    subject = classifier_of(snapshot)
    return subject if subject is not None and len(subject.input_names) >= 2 else None


def needed(snapshot: Snapshot) -> Classifier:
    """Return the classifier, which has two inputs or more."""
    subject = plane_subject(snapshot)
    if subject is None:
        raise TypeError("there is no plane of inputs")
    return subject
