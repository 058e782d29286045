"""What a person chose about panels, walks and trainings: kept in the settings over restarts."""

from __future__ import annotations

from collections.abc import Mapping

from xentgui.documents.store import Store
from xentgui.model.recipes import USUAL_TRAINING, USUAL_WALK, Training, Walk
from xentgui.model.view import View
from xentgui.panels import choice
from xentgui.settings import Settings

AT_ONCE = 10_000
"""So many draws, or a code of so many classes, take about a millisecond; more go beside the window."""


class KeptView:
    """Begins with the view of the last end, and keeps what changes about it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._settings = settings
        self._choices: Mapping[str, str | tuple[str, ...]] = choice.from_text(settings.choices)
        self._walk, self._training = _walk_in(settings.walk), _training_in(settings.training)
        view = View(
            settings.unit,
            settings.decimals,
            choices=self._choices,
            walk=self._walk,
            training=self._training,
            at_once=AT_ONCE,
        )
        store.show(view)
        store.view_changed.connect(self._keep)

    def _keep(self, view: View) -> None:
        self._settings.decimals = view.decimals
        # Also asked at every move of the pointer, hence identities.
        if view.choices is not self._choices:
            self._choices = view.choices
            self._settings.choices = choice.as_text(view.choices)
        if view.walk is not self._walk:
            self._walk = view.walk
            from xentgui.window.descent import kept_walk  # noqa: PLC0415 - as in `_walk_in`

            self._settings.walk = kept_walk.as_text(view.walk)
        if view.training is not self._training:
            self._training = view.training
            from xentgui.window.training import kept_training  # noqa: PLC0415

            self._settings.training = kept_training.as_text(view.training)


def _walk_in(text: str) -> Walk:
    if not text:  # nobody has chosen anything: a start need not know how it is kept
        return USUAL_WALK
    from xentgui.window.descent import kept_walk  # noqa: PLC0415

    return kept_walk.from_text(text)


def _training_in(text: str) -> Training:
    if not text:
        return USUAL_TRAINING
    from xentgui.window.training import kept_training  # noqa: PLC0415

    return kept_training.from_text(text)
