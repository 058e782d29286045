"""What a person chose about panels, walks and trainings: kept in the settings over restarts."""

from __future__ import annotations

from collections.abc import Mapping

from xentgui.documents.store import Store
from xentgui.model.view import View
from xentgui.panels import choice
from xentgui.settings import Settings
from xentgui.window.descent import kept_walk
from xentgui.window.training import kept_training

AT_ONCE = 10_000
"""So many draws, or a code of so many classes, take about a millisecond; more go beside the window."""


class KeptView:
    """Begins with the view of the last end, and keeps what changes about it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._settings = settings
        self._choices: Mapping[str, str | tuple[str, ...]] = choice.from_text(settings.choices)
        self._walk = kept_walk.from_text(settings.walk)
        self._training = kept_training.from_text(settings.training)
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
        # Also asked at every move of the pointer, hence identities.
        if view.choices is not self._choices:
            self._choices = view.choices
            self._settings.choices = choice.as_text(view.choices)
        if view.walk is not self._walk:
            self._walk = view.walk
            self._settings.walk = kept_walk.as_text(view.walk)
        if view.training is not self._training:
            self._training = view.training
            self._settings.training = kept_training.as_text(view.training)
