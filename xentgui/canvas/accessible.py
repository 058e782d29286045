"""What is told of a panel and of its marks to those who cannot see them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    translate,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.accessibility import tell
from xentgui.panels.hidden import hidden_classes, hides_loss
from xentgui.panels.panel import Panel
from xentgui.panels.plot_panel import PlotPanel

if TYPE_CHECKING:
    from xentgui.canvas.plot_host import (
        PlotHost,  # which imports pyqtgraph: no picture waits for it
    )

_DESCRIBED_MS = 300  # a listener cannot follow a description of every frame of a drag
_TOLD_MS = 250
"""A held key moves a mark faster than anybody can speak: only where it comes to rest is told."""

_UP = QT_TRANSLATE_NOOP("panels", "loss up to {loss}")
_DOWN = QT_TRANSLATE_NOOP("panels", "loss down to {loss}")
_AND_THEN = QT_TRANSLATE_NOOP("panels", "{what}; {after}")
_WINS = QT_TRANSLATE_NOOP("panels", "{label} wins now")
_STILL = QT_TRANSLATE_NOOP("panels", "loss still {loss}")


class AccessibleText:
    """Gives a widget the name of its panel and a description of its content."""

    def __init__(self, widget: QWidget, panel: Panel, describe: Callable[[], str | None]) -> None:
        """Describe the panel with the text of `describe`, once the numbers do not change."""
        self._widget, self._panel, self._describe = widget, panel, describe
        self._timer = QTimer(widget)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DESCRIBED_MS)
        self._timer.timeout.connect(self._say)

    def retranslate(self) -> None:
        """Set name and description in the current language."""
        self._widget.setAccessibleName(translate("panels", self._panel.title))
        self._widget.setWhatsThis(translate("panels", self._panel.tip))
        self.refresh()

    def refresh(self) -> None:
        """Update the description soon."""
        self._timer.start()

    def _say(self) -> None:
        words = self._describe()
        if words is not None:
            self._widget.setAccessibleDescription(words)


def spoken(value: float, decimals: int) -> str:
    """Return `value` without zeros at its end, which would be read aloud.

    >>> spoken(0.81, 4), spoken(10.0, 4), spoken(1.5e-10, 4)
    ('0.81', '10', '1.5e−10')
    """
    text = number(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def words_of(panel: PlotPanel, mark: Mark, snapshot: Snapshot, view: View) -> str:
    """Return the name of `mark` and its numbers: "class 2: p 0.3"."""
    pairs = zip(panel.captions(mark, view), panel.numbers_of(mark, snapshot, view), strict=True)
    numbers = (f"{caption} {spoken(value, view.decimals)}" for caption, value in pairs)
    name = panel.name_of(mark, snapshot, view)
    return translate("panels", "{label}: {value}").format(label=name, value=", ".join(numbers))


def words_of_loss(before: Snapshot, now: Snapshot, view: View) -> str:
    """Return how the loss changed: "loss up to 0.41 nats"; "" while it is hidden."""
    if hides_loss(view):
        return ""
    loss = chosen_loss(now.state)
    shown = spoken(loss_in_unit(now.loss, loss, view.unit), view.decimals)
    known = spoken(loss_in_unit(before.loss, loss, view.unit), view.decimals)
    words = _UP if now.loss > before.loss else _DOWN
    if shown == known or math.isnan(now.loss) or chosen_loss(before.state) is not loss:
        words = _STILL
    amount = f"{shown} {loss_unit(loss, view.unit)}".rstrip()
    return translate("panels", words).format(loss=amount)


def words_of_winner(before: Snapshot, now: Snapshot, view: View) -> str:
    """Return which class has become the likeliest; "" if it is still the same, or if some tie.

    While a number is hidden from which that can be told, nothing is.
    """
    if hidden_classes(view, "pz"):
        return ""
    if len(now.prediction) != 1 or now.prediction == before.prediction:
        return ""
    label = name_of(now.state.names, now.prediction[0])
    return translate("panels", _WINS).format(label=label)


class MarkSpeech:
    """Speaks for the marks of one plot."""

    def __init__(self, host: PlotHost) -> None:
        self._host = host
        self._mark: Mark | None = None
        self._before: Snapshot | None = None
        self._soon = QTimer(host.viewport())
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOLD_MS)
        self._soon.timeout.connect(self._tell_change)

    @property
    def is_to_tell(self) -> bool:
        """Whether it is about to tell what followed from a move."""
        return self._soon.isActive()

    def came_to(self, mark: Mark) -> None:
        """Tell which mark has the keys now, unless what followed from a move is told anyway."""
        self._mark = mark
        if not self._soon.isActive():
            self._tell(mark, "")

    def left(self) -> None:
        """Tell nothing more: no mark has the keys."""
        self._mark = None
        self._soon.stop()

    def moved(self, mark: Mark) -> None:
        """Tell soon what followed, because `mark` is being moved without a pointer."""
        self._mark = mark
        if not self._soon.isActive():
            self._before = self._host.picture.snapshot
        self._soon.start()

    def _tell_change(self) -> None:
        now, before, mark = self._host.picture.snapshot, self._before, self._mark
        if now is not None and before is not None and mark is not None:
            after = words_of_loss(before, now, self._host.picture.view)
            winner = words_of_winner(before, now, self._host.picture.view)
            if after and winner:
                after = translate("panels", _AND_THEN).format(what=after, after=winner)
            self._tell(mark, after or winner)

    def _tell(self, mark: Mark, after: str) -> None:
        picture = self._host.picture
        if picture.snapshot is None or not mark.is_in(picture.snapshot.state):
            return
        if picture.face.hides_mark(mark, picture.view):
            return
        words = words_of(picture.face, mark, picture.snapshot, picture.view)
        if after:
            words = translate("panels", _AND_THEN).format(what=words, after=after)
        tell(self._host.keys_widget(), words)
