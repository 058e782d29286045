"""Tells those who listen what an edit has changed, and what followed from it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.canvas.accessible import spoken, words_of_loss, words_of_winner
from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP, loss_title, translate, typed
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.view import View
from xentgui.painting.accessibility import somebody_listens, tell
from xentgui.panels.hidden import HIDDEN_WORD, hidden_classes

_DELAY_MS = 300
"""Longer than that of a mark, which tells of itself: only what comes to rest is told."""

_FEW = 3
"""More names and numbers than these nobody keeps in mind."""

_MANY = QT_TRANSLATE_NOOP("window", "{count} numbers changed")
_CLASSES = QT_TRANSLATE_NOOP("window", "{count} classes")
_JOIN = QT_TRANSLATE_NOOP("window", "{what}; {after}")


def words_of_change(before: Snapshot, now: Snapshot, view: View) -> str:
    """Return what differs: "class 2: logit z 3; loss up to 0.41 nats; class 2 wins now"."""
    parts = (
        *_what(before, now, view),
        words_of_loss(before, now, view),
        words_of_winner(before, now, view),
    )
    told = ""
    for part in filter(None, parts):
        told = translate("window", _JOIN).format(what=told, after=part) if told else part
    return told


def _what(before: Snapshot, now: Snapshot, view: View) -> list[str]:
    """Return the settings and numbers that differ; of many numbers how many."""
    settings = [
        f"{setting.symbol} = {_value(now, key)}"
        for key, setting in SETTINGS.items()
        if getattr(now.state, key) != getattr(before.state, key)
    ]
    if len(now.logits) != len(before.logits):
        return [translate("window", _CLASSES).format(count=len(now.logits)), *settings]
    labels = zip(now.state.labels, before.state.labels, strict=True)
    renamed = ", ".join([new for new, old in labels if new != old][:_FEW])
    settings = [*filter(None, [renamed]), *settings]
    numbers = [
        (at, symbol, values[at])
        for symbol, values, old in (
            ("z", now.logits, before.logits),
            ("y", now.target, before.target),
        )
        for at in np.flatnonzero(values != old)
    ]
    if len(numbers) > _FEW:
        return [*settings, translate("window", _MANY).format(count=len(numbers))]
    names, said = now.state.labels, translate("panels", HIDDEN_WORD)
    hidden = {symbol: hidden_classes(view, symbol) for symbol in "zy"}
    words = translate("panels", "{label}: {value}")
    return settings + [
        words.format(
            label=name_of(names, int(at)),
            value=f"{symbol} {said if at in hidden[symbol] else spoken(float(value), view.decimals)}",
        )
        for at, symbol, value in numbers
    ]


def _value(now: Snapshot, key: str) -> str:
    value = getattr(now.state, key)
    if key == "loss":
        return loss_title(chosen_loss(now.state))
    return value if isinstance(value, str) else typed(float(value))


class ToldChanges(QObject):
    """Tells every change of the numbers in `store`, once it has come to rest.

    A mark that is moved with the keys tells that itself, with its own numbers.
    """

    def __init__(self, store: Store, speaks: Callable[[], bool], parent: QWidget) -> None:
        """`speaks` says whether a mark is about to tell of the change; the window is `parent`."""
        super().__init__(parent)
        self._store, self._speaks, self._window = store, speaks, parent
        self._last, self._before = store.snapshot, store.snapshot
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DELAY_MS)
        self._soon.timeout.connect(self._tell)
        store.changed.connect(self._on_changed)

    def _on_changed(self, now: Snapshot) -> None:
        before, self._last = self._last, now
        if not somebody_listens():
            return
        if self._speaks():
            self._soon.stop()
            return
        if not self._soon.isActive():
            self._before = before
        self._soon.start()

    def _tell(self) -> None:
        widget = QApplication.focusWidget() or self._window
        now = self._store.snapshot
        if now.state != self._before.state:
            tell(widget, words_of_change(self._before, now, self._store.view))
