"""A tour of five steps: each points at a part of the window, and asks for a real act.

It changes no number: what is dragged and undone on it is a person's own, and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.documents.store import Store
from xentgui.language.text import plain, translate
from xentgui.painting.handlers import guarded
from xentgui.window.cards import Cards
from xentgui.window.commands import keys_shown
from xentgui.window.helping.note import is_escape
from xentgui.window.helping.tour_note import TourFrame, TourNote
from xentgui.window.helping.tour_steps import STEPS, Seen
from xentgui.window.look import Look

_WORKSPACE = "explore"


@guarded
class Tour(QObject):
    """Leads through `STEPS`; Escape ends it at any time.

    Attributes
    ----------
    note
        What is said.
    step
        The number of the present step, from 0; None while nobody is led.
    """

    def __init__(
        self,
        window: QMainWindow,
        cards: Cards,
        store: Store,
        look: Look,
        example: Callable[[], str],
    ) -> None:
        """Take `example`, which returns the title of the example that is shown, or ""."""
        super().__init__(window)
        self._window, self._cards, self._store, self._look = window, cards, store, look
        self._example = example
        self.note, self.frame = TourNote(window), TourFrame(window)
        self.note.closed.connect(self.end)
        self.note.next_requested.connect(self.go_on)
        self.step: int | None = None
        self._is_done = False
        self._before: Seen | None = None
        self._from = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._place)
        cards.arranged.connect(self._soon.start)
        store.changed.connect(lambda _: self._look_at())
        store.history.indexChanged.connect(lambda _: self._look_at())
        self.show_style()

    def begin(self) -> None:
        """Begin with the first step, in the workspace in which its parts are."""
        if self.step is None:
            self._from = self._cards.workspace
            self._window.installEventFilter(self)
        self._cards.restore()
        self._cards.show_workspace(_WORKSPACE)
        self._go_to(0)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Go to the next step; after the last one, end."""
        if self.step is None:
            return
        if self.step + 1 == len(STEPS):
            self.end()
        else:
            self._go_to(self.step + 1)

    def end(self) -> None:
        """Leave everything as the person has it, in the workspace from which it began."""
        if self.step is None:
            return
        self.step = None
        self._window.removeEventFilter(self)
        self.note.hide()
        self.frame.hide()
        if self._cards.workspace == _WORKSPACE:  # else somebody has gone elsewhere meanwhile
            self._cards.show_workspace(self._from)

    def show_style(self) -> None:
        """Apply colours and sizes."""
        style = self._look.style()
        self.note.show_style(style)
        self.frame.show_style(style)
        self._soon.start()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.step is not None:
            self._say()
            self._soon.start()

    def _go_to(self, step: int) -> None:
        self.step, self._is_done, self._before = step, False, self._seen()
        self._say()
        self._place()
        self.note.tell()

    def _say(self) -> None:
        assert self.step is not None
        keys = {
            "undo": keys_shown(ACTIONS["undo"])[0],
            "menu": plain(translate("actions", MENUS["lecture"].title)),
            "entry": plain(translate("actions", MENUS["lectures"].title)),
        }
        step = STEPS[self.step]
        asks, says = (translate("tour", text).format(**keys) for text in (step.asks, step.says))
        self.note.ask(self.step + 1, len(STEPS), asks, says)
        if self._is_done:
            self.note.praise()

    def _seen(self) -> Seen:
        return Seen(self._store.snapshot, self._store.history.index(), self._example())

    def _look_at(self) -> None:
        """See whether the step is done; what is said then stays until somebody goes on."""
        if self.step is None or self._is_done or self._before is None:
            return
        if STEPS[self.step].is_done(self._before, self._seen()):
            self._is_done = True
            self._say()
            self._soon.start()
            self.note.tell()

    # Where it stands

    def _place(self) -> None:
        if self.step is None:
            return
        step = STEPS[self.step]
        part = next(filter(None, map(self._rect, step.parts)), None)
        if part is None:
            self.frame.hide()
        else:
            self.frame.surround(part)
        room = self._window.rect().adjusted(4, 4, -4, -4)
        kept = [rect for rect in (part, *map(self._rect, step.free)) if rect is not None]
        for whole in (kept, kept[:1]):
            if whole and self.note.stand_beside(reduce(QRect.united, whole), room):
                break
        else:
            self.note.corner(room)
        self.note.show()
        self.note.raise_()

    def _rect(self, name: str) -> QRect | None:
        """Return where a part is in the window; None if it is not seen."""
        part = self._window.findChild(QWidget, name)
        if isinstance(part, QMenu):
            bar = self._window.menuBar()
            if not bar.isVisible():
                return None
            return bar.actionGeometry(part.menuAction()).translated(bar.pos())
        if part is None or part.visibleRegion().isEmpty():
            return None
        return QRect(part.mapTo(self._window, QPoint()), part.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window; end at an Escape that nobody else has taken."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._soon.start()
        elif is_escape(event):
            self.end()
            return True
        return super().eventFilter(watched, event)
