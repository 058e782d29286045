"""The hints of the first minute: beside a mark of each plot, until something is pulled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.view import View
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.settings import Settings
from xentgui.window.cards import Cards
from xentgui.window.helping.free_place import free_place
from xentgui.window.helping.pull_hint import PullHint

_WAIT_MS = 400  # until axes and cards stand still
_SPOKEN = QT_TRANSLATE_NOOP(
    "window",
    "Bars, dots and lines of the plots can be dragged, or moved with Tab and the arrow keys.",
)


@guarded
class PullHints(QObject):
    """Shows a cue on each plot that has something to pull, and where there is room for it.

    It goes for ever with the first pull, by hand or by keys, and comes back when it is asked for.

    Attributes
    ----------
    are_due
        Whether nothing has been pulled yet.

    Signals
    -------
    placed()
        The cues stand where there is room now.
    """

    placed = Signal()

    def __init__(
        self, cards: Cards, store: Store, settings: Settings, panels: Mapping[str, QWidget]
    ) -> None:
        super().__init__(cards)
        self._cards, self._store, self._settings, self._panels = cards, store, settings, panels
        self._by_key: dict[str, PullHint] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WAIT_MS)
        self._soon.timeout.connect(self._place)
        self.are_due = False
        self._view = replace(store.view, highlight=None)

    def begin(self) -> None:
        """Show the cues, unless something has been pulled in this start or in one before."""
        if self._settings.hints and not self.are_due:
            self.are_due = True
            self._store.changed.connect(self._wait)
            self._store.view_changed.connect(self._on_view)
            self._cards.arranged.connect(self._wait)
            self._soon.start()
            tell(self._cards, translate("window", _SPOKEN))

    def begin_again(self) -> None:
        """Show the cues until something is pulled."""
        self._settings.hints = 1
        self.begin()

    def refresh(self) -> None:
        """Show other colours, sizes or words."""
        if self.are_due:
            self._wait()

    @property
    def shown(self) -> dict[str, PullHint]:
        """The cues that are seen, by the keys of their panels."""
        return {key: hint for key, hint in self._by_key.items() if hint.isVisible()}

    def _wait(self, *_: object) -> None:
        self._hide()
        self._soon.start()

    def _on_view(self, view: View) -> None:
        before, self._view = self._view, replace(view, highlight=None)
        if self._view != before:  # not where somebody only points
            self._wait()

    def _on_let_go(self) -> None:
        if not self.are_due:
            self._hide()

    def _hide(self) -> None:
        for hint in self._by_key.values():
            if not hint.holds:  # what is hidden gets no more moves of the pointer
                hint.hide()

    def _place(self) -> None:
        if not self.are_due or self._store.gesture is not None:
            return
        self._hide()
        for key, plot in self._panels.items():
            if not isinstance(plot, PlotView) or not plot.isVisible():
                continue
            hint = self._by_key.get(key) or self._add(key, plot)
            style = plot.picture.style
            free = free_place(plot, hint.dress(style)) if style is not None else None
            if free is not None:
                hint.stand(*free)
        self.placed.emit()

    def _add(self, key: str, plot: PlotView) -> PullHint:
        hint = self._by_key[key] = PullHint(plot)
        hint.let_go.connect(self._on_let_go)
        plot.gesture_started.connect(self._end)
        plot.viewport().installEventFilter(self)
        return hint

    def _end(self, *_: object) -> None:
        """End for good: somebody has found out."""
        if not self.are_due:
            return
        self.are_due = False
        self._settings.hints = 0
        self._store.changed.disconnect(self._wait)
        self._store.view_changed.disconnect(self._on_view)
        self._cards.arranged.disconnect(self._wait)
        self._soon.stop()
        self._hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand elsewhere in a plot of another size."""
        if self.are_due and event.type() == QEvent.Type.Resize:
            self._wait()
        return super().eventFilter(watched, event)
