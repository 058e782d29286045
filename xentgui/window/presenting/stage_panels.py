"""The live panels of a stage, made when a scene first shows them, and the numbers they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xentgui.canvas.packed_pictures import PackedPictures
from xentgui.documents.staging import Shown
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_cards import KNOWN, Card, panels_of
from xentgui.window.presenting.stage_layout import StageLayout, inside
from xentgui.window.presenting.stage_plot import StagePage, StagePlot
from xentgui.window.wiring import Wiring


class StageNumbers(QObject):
    """Passes the numbers of a lecture on to one stage.

    What a hand drags is passed on at once, and so is the end of a motion.  The lecturer's picture
    need not be as smooth as the audience's while values move by themselves: at half its frames, a
    plain laptop has time for both.

    Signals
    -------
    changed(Snapshot)
        These numbers are to be shown.
    """

    changed = Signal(object)

    def __init__(self, lecture: Lecture, parent: QObject, *, every: int = 1) -> None:
        """Of a motion, show one frame of so many."""
        super().__init__(parent)
        self._lecture, self._every, self._skipped = lecture, every, 0
        lecture.store.changed.connect(self._on_changed)

    @property
    def now(self) -> Snapshot:
        """The numbers of the lecture."""
        return self._lecture.store.snapshot

    def _on_changed(self, snapshot: Snapshot) -> None:
        self._skipped += 1
        if self._lecture.is_moving and self._skipped < self._every:
            return
        self._skipped = 0
        self.changed.emit(snapshot)


class StagePanels:
    """Holds the views of a stage.

    Attributes
    ----------
    views
        All that were made, by the keys of their panels; those that are not shown are hidden.
    """

    def __init__(
        self,
        stage: QWidget,
        lecture: Lecture,
        numbers: StageNumbers,
        wiring: Wiring,
        style: Style,
    ) -> None:
        self._stage, self._lecture, self._wiring, self._style = stage, lecture, wiring, style
        self._numbers = numbers
        self.views: dict[str, StagePlot | StagePage] = {}
        lecture.leaving.connect(self._leave)

    @property
    def plots(self) -> Iterator[StagePlot]:
        """The views whose marks can be dragged."""
        return (view for view in self.views.values() if isinstance(view, StagePlot))

    def place(self, layout: StageLayout, cards: tuple[Card, ...]) -> None:
        """Show the panels of the present moment on their cards, but for those that are hidden."""
        ranges = self._lecture.moment.ranges
        seen = {key for key, card in zip(layout.cards, cards, strict=True) if not card.hidden}
        for key, view in self.views.items():
            if key not in seen and not view.isHidden():
                view.hide()
        for key, box in layout.cards.items():
            if key not in seen:
                continue
            view = self.view(key)
            view.setGeometry(inside(box, self._style.em).toAlignedRect())
            if isinstance(view, StagePlot):
                shown = ranges.get(key)
                view.fix(None if shown is None else Ranges(*shown))
            view.show()

    def paint_ahead(
        self,
        layout: StageLayout,
        cards: tuple[Card, ...],
        ranges: Mapping[str, Shown],
        snapshot: Snapshot,
        view: View,
        *,
        packs: PackedPictures | None = None,
    ) -> Iterator[None]:
        """Make the panels that a step will show, and paint them, a part each time.

        The pictures of the next step are kept as they are; those of later ones, in `packs`.
        """
        for (key, box), card in zip(layout.cards.items(), cards, strict=True):
            if card.hidden:
                continue
            made = self.view(key)
            yield
            shown = ranges.get(key)
            fixed = None if shown is None else Ranges(*shown)
            size = inside(box, self._style.em).toAlignedRect().size()
            yield from made.paint_ahead(snapshot, view, size, fixed, packs=packs)
            yield

    def get_ready_to_move(self) -> Iterator[None]:
        """Paint what stays in each plot while its marks move, one each time."""
        for view in list(self.plots):
            if view.isVisible():
                view.picture.get_ready_to_move()
                yield

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for view in self.views.values():
            view.show_style(style)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for view in self.views.values():
            view.retranslate()

    def home(self) -> None:
        """Show the axes of the scene again, after somebody has zoomed."""
        for view in self.plots:
            view.home()

    @property
    def speaks(self) -> bool:
        """Whether a mark of a plot is about to tell how it was moved."""
        return any(view.speech.is_to_tell for view in self.plots)

    def has_focused_mark(self) -> bool:
        """Return whether a mark has the keys, as a ring around it shows."""
        return any(view.picture.focused is not None and view.hasFocus() for view in self.plots)

    def put_back(self) -> bool:
        """Put back what is being dragged; return whether something is."""
        return any(view.pointer.cancelled() for view in self.plots)

    def leave_mark(self) -> None:
        """Let no mark have the keys."""
        for view in self.plots:
            view.picture.focus_mark(None)

    def _leave(self) -> None:
        """Hide what the moment to come does not show: it need not follow the numbers there."""
        stay = panels_of(self._lecture.moment, self._lecture.turn)
        for key, view in self.views.items():
            if key not in stay:
                view.hide()

    def view(self, key: str) -> StagePlot | StagePage:
        """Return the view of a panel, made now if no scene has shown it."""
        if key not in self.views:
            self.views[key] = self._made(key)
        return self.views[key]

    def _made(self, key: str) -> StagePlot | StagePage:
        panel, wiring = KNOWN[key](), self._wiring
        if isinstance(panel, PlotPanel):
            view: StagePlot | StagePage = StagePlot(panel, self._stage)
            wiring.take_gestures_of(view)  # type: ignore[arg-type]
            wiring.take_messages_of(view)  # type: ignore[arg-type]
            wiring.hold_during_gestures(view)  # type: ignore[arg-type]
            view.viewport().installEventFilter(self._stage)  # type: ignore[union-attr]
        else:
            assert isinstance(panel, PagePanel)
            view = StagePage(panel, self._stage)
        view.show_style(self._style)
        view.highlight_requested.connect(self._lecture.point_soon)
        wiring.show_view_in(view)
        view.show_snapshot(self._numbers.now)
        self._numbers.changed.connect(view.show_snapshot)
        view.installEventFilter(self._stage)
        return view
