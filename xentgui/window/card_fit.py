"""Keeps the sizes that a person gave to the cards, and fits them to the current room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStyle, QTabBar

from xentgui.window.card_room import Seats, least_room, seats
from xentgui.window.card_sizes import TABLES_WIDTH, CardSizes
from xentgui.window.card_splits import Rect, redrawn, shape, split_of


class CardFit(QObject):
    """Keeps the sizes of cards that a person has set, and fits them to the room.

    Where not all cards have room, some stand aside: they are hidden until there is room again.
    Sizes that follow from a small room are never kept.  Only those are kept that follow from a drag
    (`hold` and `let_go`) or from cards that are shown and hidden (`measure_soon`).

    Attributes
    ----------
    order
        The cards from the most important one; the last ones stand aside first.
    scale
        The number of pixels for a design pixel.

    Signals
    -------
    stood_aside()
        Other cards than before have no room.
    """

    stood_aside = Signal()

    def __init__(self, window: QMainWindow, cards: Mapping[str, QDockWidget], table: str) -> None:
        """`table` is a card whose column keeps its width in every room."""
        super().__init__(window)
        self._window, self._cards, self._table = window, cards, table
        self.order: Sequence[str] = ()
        self._sizes: CardSizes | None = None
        self.scale = 1.0
        self._column_px = 0.0
        self._held: dict[str, Rect] | None = None
        self._suspended = False
        # The cards that stand aside, each with those that lie in tabs with it.
        self._aside: dict[str, tuple[QDockWidget, ...]] = {}
        self._seated: tuple[object, Seats] | None = None
        # Sizes that could not be reached, because a card has been dragged out of the splits.
        self._wanted: dict[str, tuple[int, int]] = {}
        self._tried: list[dict[str, Rect]] = []
        self._measuring = self._timer(self._measure)
        self._fitting = self._timer(self.fit)
        self._releasing = self._timer(self._release)
        window.installEventFilter(self)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(then)
        return timer

    @property
    def sizes(self) -> CardSizes | None:
        """The sizes that a person has set; None if the window had no room yet."""
        if self._measuring.isActive():
            self._measure()
        return self._sizes

    @property
    def aside(self) -> frozenset[str]:
        """The cards that stand aside, with those in tabs with them."""
        return frozenset(
            key
            for key, card in self._cards.items()
            if any(card in two for two in self._aside.values())
        )

    def take(self, sizes: CardSizes | None) -> None:
        """Fit these sizes from now on; None takes those of the layout."""
        self._measuring.stop()
        self._sizes = sizes
        if sizes is None:
            self._measuring.start()
        self.fit()

    def show_scale(self, scale: float) -> None:
        """Apply another number of pixels for a design pixel."""
        self.scale = scale
        self._fitting.start()

    def suspend(self, *, suspended: bool) -> None:
        """Let the layout set the sizes of all cards, or end that."""
        self._suspended = suspended
        if suspended:
            self._stand_aside(frozenset())
        else:
            self.fit()

    def measure_soon(self) -> None:
        """Keep the sizes after a change of the shown cards; the tables keep their width."""
        self._measuring.start()

    # Drags

    def hold(self) -> None:
        """Let a drag change sizes until `let_go`."""
        if self._held is None and not self._suspended:
            self._held = self._places()

    def let_go(self) -> None:
        """Keep the sizes from the drag, after the next layout."""
        if self._held is not None:
            self._releasing.start()

    def _release(self) -> None:
        before, self._held = self._held, None
        after = self._places()
        if self._window.isVisible() and before is not None and before != after:
            if not self._keep_lines(before, after):
                self._keep()
            self._keep_column()
        self.fit()

    def _keep_lines(self, before: dict[str, Rect], after: dict[str, Rect]) -> bool:
        """Keep where lines between cards are now; return whether nothing else has changed."""
        sizes, room = self._sizes, self._room()
        if sizes is None or not before.keys() == after.keys() <= sizes.places.keys():
            return False
        whole = split_of(sizes.mapped(room, self._table, self.scale), self._table)
        was, now = split_of(before, self._table), split_of(after, self._table)
        if whole is None or shape(was) != shape(now):
            return False
        self._sizes = CardSizes(room, redrawn(whole, before, after), sizes.column)
        return True

    # Measuring and fitting

    def _measure(self) -> None:
        self._measuring.stop()
        if self._suspended or not self._window.isVisible():
            return
        self._lay_out()
        self._keep()
        self.fit()

    def _keep(self) -> None:
        with self._roomy():
            places, room = self._places(), self._room()
        if places:
            column = self._sizes.column if self._sizes is not None else TABLES_WIDTH
            self._sizes = CardSizes(room, places, column)

    def _keep_column(self) -> None:
        sizes = self._sizes
        width = sizes.width_of(self._table) if sizes is not None else None
        if sizes is not None and width is not None and abs(width - self._column_px) > 0.5:
            self._sizes = sizes._replace(column=width / self.scale)

    @contextmanager
    def _roomy(self) -> Iterator[None]:
        """Have room for all cards, so that those that stand aside can be measured, too."""
        if not self._aside or self._sizes is None:
            yield
            return
        size = self._window.size()
        width, height = least_room(self._sizes, self._table, self.scale, self._gap())
        self._suspended = True
        self._stand_aside(frozenset())
        self._window.resize(size.expandedTo(QSize(2 * width, 2 * height)))
        self._lay_out()
        yield
        self._window.resize(size)
        self._suspended = False

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Show the cards that stand aside while the arrangement is saved."""
        aside = frozenset(self._aside)
        self._stand_aside(frozenset())
        yield
        if aside and not self._suspended:
            self.fit()

    def fit(self) -> None:
        """Set the size of every card; those without room stand aside."""
        self._fitting.stop()
        sizes, room = self._sizes, self._room()
        if sizes is None or self._suspended or self._held is not None or min(room) <= 0:
            return
        found = self._seats(sizes, room)
        self._stand_aside(found.aside)
        wanted = {
            key: (right - left, bottom - top)
            for key, (left, top, right, bottom) in found.places.items()
        }
        have = self._places()
        if wanted != self._wanted:
            self._wanted, self._tried = wanted, []
        if have in self._tried or _sizes_of(have) == wanted:
            return
        self._tried.append(have)
        gap = self._gap()
        cards = [self._cards[key] for key in wanted]
        for place, along in enumerate((Qt.Orientation.Horizontal, Qt.Orientation.Vertical)):
            lengths = [max(1, size[place] - gap) for size in wanted.values()]
            self._window.resizeDocks(cards, lengths, along)
        self._lay_out()
        if self._table in wanted:
            self._column_px = float(wanted[self._table][0])

    def _seats(self, sizes: CardSizes, room: tuple[int, int]) -> Seats:
        """Return where each card is to be; before the first show, all of them have room."""
        keys = frozenset(
            key
            for key in sizes.places
            if key in self._cards and (key in self._aside or self._is_docked(self._cards[key]))
        )
        order = tuple(self.order) if self._window.isVisible() else None
        question = (sizes, room, self.scale, keys, order)
        if self._seated is None or self._seated[0] != question:
            found = seats(sizes, room, self._table, self.scale, self._gap(), order, keys)
            self._seated = question, found
        return self._seated[1]

    def _stand_aside(self, aside: frozenset[str]) -> None:
        if aside == self._aside.keys():
            return
        for key in self._aside.keys() - aside:
            cards = self._aside.pop(key)
            for card in cards:
                card.show()
            if len(cards) > 1:
                self._cards[key].raise_()
        for key in aside - self._aside.keys():
            card = self._cards[key]
            tabs = [one for one in self._window.tabifiedDockWidgets(card) if not one.isHidden()]
            self._aside[key] = (card, *tabs)
            for one in self._aside[key]:
                one.hide()
        self._tried = []
        self.stood_aside.emit()

    def _lay_out(self) -> None:
        """Lay out now, not in the next turn of the event loop, because a frame could come first."""
        layout = self._window.layout()
        assert layout is not None
        layout.activate()

    def _gap(self) -> int:
        metric = QStyle.PixelMetric.PM_DockWidgetSeparatorExtent
        return self._window.style().pixelMetric(metric, None, self._window)

    def _room(self) -> tuple[int, int]:
        room, gap = self._window.contentsRect(), self._gap()
        return room.width() + gap, room.height() + gap

    @staticmethod
    def _is_docked(card: QDockWidget) -> bool:
        return not card.isHidden() and not card.isFloating()

    def _places(self) -> dict[str, Rect]:
        """Return the places of the visible cards, without those under other cards."""
        room, gap = self._window.contentsRect(), self._gap()
        options = Qt.FindChildOption.FindDirectChildrenOnly
        bars = [
            bar.geometry()
            for bar in self._window.findChildren(QTabBar, options=options)
            if not bar.isHidden()
        ]
        places: dict[str, Rect] = {}
        for key, card in self._cards.items():
            place = card.geometry()
            if not self._is_docked(card) or not room.intersects(place):
                continue
            for bar in bars:
                if bar.left() == place.left() and 0 <= bar.top() - place.bottom() <= 2:
                    place = place.united(bar)
            left, top = place.left() - room.left(), place.top() - room.top()
            right, bottom = left + place.width() + gap, top + place.height() + gap
            places[key] = (float(left), float(top), float(right), float(bottom))
        return places

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again after a resize, and after a card has requested a new layout."""
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            # The layout has run before this filter, which corrects the sizes before the next frame.
            if self._sizes is not None and not self._measuring.isActive():
                self.fit()
            elif self._sizes is None:
                self._measuring.start()
        return super().eventFilter(watched, event)


def _sizes_of(places: Mapping[str, Rect]) -> dict[str, tuple[int, int]]:
    return {
        key: (round(right - left), round(bottom - top))
        for key, (left, top, right, bottom) in places.items()
    }
