"""Keeps the sizes that a person gave to the cards, and fits them to the current room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from xentgui.painting.handlers import guarded
from xentgui.window.card_docks import CardsAside, gap_of, is_docked, places_of
from xentgui.window.card_room import Pixels, Seats, least_room, seats
from xentgui.window.card_sizes import TABLES_WIDTH, CardSizes
from xentgui.window.card_splits import Rect, redrawn, shape, split_of


@guarded
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

    def __init__(
        self,
        window: QMainWindow,
        cards: Mapping[str, QDockWidget],
        tables: Sequence[str],
        whole_heights: Callable[[], Mapping[str, float]],
    ) -> None:
        """Keep the width of the column of the first of `tables` that is placed, in every room.

        `whole_heights` gives the heights at which cards show all that they have.
        """
        super().__init__(window)
        self._window, self._cards, self._tables = window, cards, tuple(tables)
        self._whole_heights = whole_heights
        self.order: Sequence[str] = ()
        self._sizes: CardSizes | None = None
        self.scale = 1.0
        self._column_px = 0.0
        self._held: dict[str, Rect] | None = None
        self._suspended = False
        self._yielded = QSize(0, 0)
        self._aside = CardsAside(window, cards)
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
    def _table(self) -> str:
        """The card by which the column of tables is known."""
        places = self._sizes.places if self._sizes is not None else {}
        return next((key for key in self._tables if key in places), self._tables[0])

    @property
    def sizes(self) -> CardSizes | None:
        """The sizes that a person has set; None if the window had no room yet."""
        if self._measuring.isActive():
            self._measure()
        return self._sizes

    @property
    def aside(self) -> frozenset[str]:
        """The cards that stand aside, with those in tabs with them."""
        return self._aside.all

    def take(self, sizes: CardSizes | None) -> None:
        """Fit these sizes from now on; None takes those of the layout."""
        self._measuring.stop()
        self._sizes = sizes
        self._tried = []  # what was in vain before need not be so in a new layout
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

    def give_way(self, by: QSize) -> None:
        """Take this much less than the room that there is, until another amount is told."""
        self._yielded = by
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
        tables = {key for key in self._whole_heights() if key in before}
        same = all(before[key][1::2] == after[key][1::2] for key in tables)
        places = redrawn(whole, before, after)
        self._sizes = CardSizes(room, places, sizes.column, sizes.levelled and same)
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
            before = self._sizes or CardSizes((1.0, 1.0), {}, TABLES_WIDTH)
            self._sizes = before._replace(room=room, places=places)

    def _keep_column(self) -> None:
        sizes = self._sizes
        width = sizes.width_of(self._table) if sizes is not None else None
        if sizes is not None and width is not None and abs(width - self._column_px) > 0.5:
            self._sizes = sizes._replace(column=width / self.scale)

    @contextmanager
    def _roomy(self) -> Iterator[None]:
        """Have room for all cards, so that those that stand aside can be measured, too."""
        if not self._aside.keys or self._sizes is None:
            yield
            return
        size, sizes = self._window.size(), self._sizes
        width, height = least_room(sizes, self._table, self.scale, gap_of())
        self._suspended = True
        self._stand_aside(frozenset())
        self._window.resize(size.expandedTo(QSize(2 * width, 2 * height)))
        self._lay_out()
        keys = [key for key, card in self._cards.items() if is_docked(card)]
        found = seats(sizes, self._room(), self._table, self.scale, gap_of(), None, keys)
        self._set_sizes(_sizes_of(found.places))
        yield
        self._window.resize(size)
        self._suspended = False

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Show the cards that stand aside while the arrangement is saved."""
        aside = self._aside.keys
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
        if not self._window.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # nobody has given it a size yet
        found = self._seats(sizes, room)
        self._stand_aside(found.aside)
        wanted = _sizes_of(found.places)
        have = self._places()
        if wanted != self._wanted:
            self._wanted, self._tried = wanted, []
        if have in self._tried or _sizes_of(have) == wanted:
            return
        self._tried.append(have)
        self._set_sizes(wanted)
        if self._table in wanted:
            self._column_px = float(wanted[self._table][0])

    def _set_sizes(self, sizes: Mapping[str, tuple[int, int]]) -> None:
        gap = gap_of()
        cards = [self._cards[key] for key in sizes]
        for place, along in enumerate((Qt.Orientation.Horizontal, Qt.Orientation.Vertical)):
            lengths = [max(1, size[place] - gap) for size in sizes.values()]
            self._window.resizeDocks(cards, lengths, along)
        self._lay_out()

    def _seats(self, sizes: CardSizes, room: tuple[int, int]) -> Seats:
        """Return where each card is to be; before the first show, all of them have room."""
        keys = frozenset(
            key
            for key in sizes.places
            if key in self._cards and (key in self._aside.keys or is_docked(self._cards[key]))
        )
        order = tuple(self.order) if self._window.isVisible() else None
        whole = self._whole_heights()
        question = (sizes, room, self.scale, keys, order, whole)
        if self._seated is None or self._seated[0] != question:
            found = seats(sizes, room, self._table, self.scale, gap_of(), order, keys, whole)
            self._seated = question, found
        return self._seated[1]

    def _stand_aside(self, aside: frozenset[str]) -> None:
        if aside == self._aside.keys:
            return
        # Qt lays out all cards when it shows one, and would ask for a fit in between.
        suspended, self._suspended = self._suspended, True
        self._aside.put(aside)
        self._suspended = suspended
        self._tried = []
        self.stood_aside.emit()

    def _lay_out(self) -> None:
        """Lay out now, not in the next turn of the event loop, because a frame could come first."""
        layout = self._window.layout()
        assert layout is not None
        layout.activate()

    def _room(self) -> tuple[int, int]:
        room, gap = self._window.contentsRect().size() - self._yielded, gap_of()
        return room.width() + gap, room.height() + gap

    def _places(self) -> dict[str, Rect]:
        return places_of(self._window, self._cards)

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


def _sizes_of(places: Mapping[str, Rect | Pixels]) -> dict[str, tuple[int, int]]:
    return {
        key: (round(right - left), round(bottom - top))
        for key, (left, top, right, bottom) in places.items()
    }
