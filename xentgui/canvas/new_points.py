"""Adding and removing what stands in a plot: by a click, by a brush, by a key."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.canvas.drag import mark_under
from xentgui.canvas.plot_host import PlotHost
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit
from xentgui.panels.marked_panel import Way

_NEXT = QT_TRANSLATE_NOOP("panels", "The next points that you add belong to {label}.")

_STILL = 4.0  # design pixels that a click may move
_APART = 9.0  # design pixels between two points of a cloud, along the way of the pointer
_ASIDE = 24.0  # design pixels from a point to the one that a key adds beside it
_SPREAD = 14.0  # design pixels: the standard deviation of a cloud about that way


class NewPoints:
    """Lets a click beside the marks of one plot add something, where its panel takes that.

    Attributes
    ----------
    tool
        The class, from 0, whose number key was pressed last, or None.
    """

    def __init__(self, host: PlotHost) -> None:
        self._host = host
        self.tool: int | None = None
        self._pressed: QPointF | None = None
        self._brush = self._paints = self._sprays = False
        self._last = QPointF()
        self._sprayed = 0

    def takes(self, point: QPointF) -> bool:
        """Return whether a click at `point` would add something."""
        return mark_under(self._host, point) is None and self._asked(point) is not None

    def paints(self, point: QPointF) -> bool:
        """Return whether a brush would add something at `point`, also over a mark."""
        return self._asked(point, painting=True) is not None

    def choose_by_key(self, key: int, point: QPointF) -> bool:
        """Let the next ones belong to the class of a number key, if something can be at `point`."""
        known = Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.paints(point)
        if known:
            self.choose_class(key - Qt.Key.Key_1)
        return known

    def choose_class(self, k: int) -> None:
        """Let the next ones belong to class `k`, from 0, if there is one."""
        snapshot = self._host.picture.snapshot
        if snapshot is not None and k < len(snapshot.state.labels):
            self.tool = k
            label = name_of(snapshot.state.names, k)
            self._host.message.emit(translate("panels", _NEXT).format(label=label))

    def hold_brush(self) -> None:
        """Let the pointer paint a cloud while its button is down."""
        self._brush = True

    def drop_brush(self) -> None:
        """End the cloud as one step."""
        self._brush = False
        self._end()

    def pressed(self, point: QPointF, *, beside: bool) -> bool:
        """Remember a press, `beside` all marks or not; return whether it begins a cloud."""
        self._pressed = point if beside else None
        if not self._brush:
            return False
        asked = self._asked(point, painting=True)
        if asked is None:
            return False
        self._pressed, self._paints, self._last = None, True, point
        self._host.gesture_started.emit(asked[1])
        self._host.edit_requested.emit(*asked)
        return True

    def moved(self, point: QPointF) -> bool:
        """Add a point of a cloud, if the pointer has gone far enough.

        A press that goes far is no click any more, even if it comes back.
        """
        if self._pressed is not None and not self._is_still(point, self._pressed):
            self._pressed = None
        if not self._paints:
            return False
        frame = self._host.picture.frame()
        if _distance(point, self._last) >= frame.style.px(_APART):
            self._last = point
            asked = self._asked(self._scattered(point), painting=True)
            if asked is not None:
                self._host.edit_requested.emit(*asked)
        return True

    def released(self, point: QPointF) -> bool:
        """End a cloud, or add something if the press was a click."""
        pressed, self._pressed = self._pressed, None
        if self._paints:
            self._end()
            return True
        if pressed is not None and self._is_still(point, pressed):
            asked = self._asked(point)
            if asked is not None:
                self._host.edit_requested.emit(*asked)
                self._host.picture.focus_mark(None)
        return False

    def _is_still(self, point: QPointF, pressed: QPointF) -> bool:
        return _distance(point, pressed) <= self._host.picture.frame().style.px(_STILL)

    def cancel(self) -> bool:
        """Take a cloud back that is being painted; return whether there was one."""
        if not self._paints and not self._sprays:
            return False
        self._paints = self._sprays = False
        self._host.gesture_cancelled.emit()
        return True

    def add_beside(self, point: QPointF) -> bool:
        """Add something beside `point`, and give it the keys; return whether that is possible."""
        room, aside = self._host.picture.frame().rect, self._host.picture.frame().style.px(_ASIDE)
        aside = -aside if point.x() + aside >= room.right() else aside
        asked = self._asked(QPointF(point.x() + aside, point.y()))
        if asked is None:
            return False
        self._host.edit_requested.emit(*asked)
        picture = self._host.picture
        if picture.snapshot is not None:
            first = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
            picture.focus_mark(first)
            if first is not None:
                self._host.highlight_requested.emit(picture.face.highlight_of(first))
                self._host.speech.came_to(first)
        return True

    def spray(self, point: QPointF) -> bool:
        """Add a point of a cloud about `point`, which is a step until the brush is dropped."""
        place = self._scattered(point, self._sprayed)
        asked = self._asked(place, painting=True)
        if asked is None:
            return False
        if not self._sprays:
            self._sprays = True
            self._host.gesture_started.emit(asked[1])
        self._sprayed += 1
        self._host.edit_requested.emit(*asked)
        return True

    def remove(self, point: QPointF | None) -> bool:
        """Remove the mark under the pointer, or the one with the focus; return whether there is."""
        picture = self._host.picture
        if picture.snapshot is None:
            return False
        under = None if point is None else mark_under(self._host, point)
        mark = under or picture.focused
        asked = None if mark is None else picture.face.removed(mark, picture.snapshot, picture.view)
        if asked is None:
            return False
        picture.focus_mark(None)
        picture.point_at(None)
        self._host.edit_requested.emit(*asked)
        return True

    def _end(self) -> None:
        if self._paints or self._sprays:
            self._paints = self._sprays = False
            self._host.gesture_ended.emit()
            self._host.settle()

    def _asked(self, point: QPointF, *, painting: bool = False) -> tuple[Edit, str] | None:
        picture = self._host.picture
        if picture.snapshot is None or picture.style is None:
            return None
        parts = picture.frame(), picture.snapshot, picture.view, point, self.tool
        return picture.face.clicked(*parts, painting=painting)

    def _scattered(self, point: QPointF, nth: int = 0) -> QPointF:
        """Return the `nth` place near `point`; the same numbers on the screen give the same."""
        picture = self._host.picture
        seed = abs(hash((round(point.x()), round(point.y()), nth))) % 2**32
        across, up = np.random.default_rng(seed).normal(0.0, picture.frame().style.px(_SPREAD), 2)
        rect = picture.frame().rect
        x = min(max(point.x() + float(across), rect.left() + 1), rect.right() - 1)
        return QPointF(x, min(max(point.y() + float(up), rect.top() + 1), rect.bottom() - 1))


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
