"""The picture for a room as a widget: its panels are live, and can be dragged."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from xentgui.canvas.drag import mark_under
from xentgui.language.fields import Field
from xentgui.language.text import translate
from xentgui.painting.frame import Ranges
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import Theme
from xentgui.panels.hidden import hides_panel, paint_hidden_panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.presenting.caption_hand import CaptionHand, underline
from xentgui.window.presenting.cover import SLEEPS, Cover
from xentgui.window.presenting.focus_frame import paint_focus
from xentgui.window.presenting.guess_drag import GuessDrag
from xentgui.window.presenting.keys import action_of
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.motion_clock import MotionClock
from xentgui.window.presenting.question_keys import answered
from xentgui.window.presenting.room_style import RoomStyle
from xentgui.window.presenting.stage_layout import StageLayout, inside
from xentgui.window.presenting.stage_picture import (
    KNOWN,
    laid_out,
    paint_cards,
    panels_of,
)
from xentgui.window.presenting.stage_plot import StagePage, StagePlot
from xentgui.window.presenting.stage_words import (
    StageWords,
    boxes,
    paint_ring,
    paint_words,
    place_text,
)
from xentgui.window.presenting.words_now import WordsNow
from xentgui.window.wiring import Wiring

_NUDGES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TYPES = frozenset("0123456789-−")


class Shows(Protocol):
    """The look of the program: its colours and its language."""

    @property
    def theme(self) -> Theme:
        """The colours."""

    @property
    def language(self) -> str:
        """The code of the language."""


@guarded
class StageView(QWidget):
    """Shows a lecture, at any size; several of them show the same, within a frame.

    Signals
    -------
    painted()
        It was painted.
    """

    painted = Signal()

    def __init__(
        self, lecture: Lecture, wiring: Wiring, look: Shows, *, for_audience: bool = True
    ) -> None:
        """Without `for_audience`, it neither goes blank nor freezes."""
        super().__init__()
        self.setObjectName("stage.audience" if for_audience else "stage.lecturer")
        self._lecture, self._wiring, self._look = lecture, wiring, look
        self._for_audience = for_audience
        self.views: dict[str, StagePlot | StagePage] = {}
        self.style_of_room = RoomStyle(look.theme, 1.0)
        self._words = StageWords("", "", (), "", "")
        self._layout: StageLayout | None = None
        self._caption_of = lecture.moment
        self._pressed: QPointF | None = None
        self.cover = Cover(self)
        self.guessing, self.caption_hand = GuessDrag(lecture), CaptionHand(lecture)
        self.spoken = WordsNow(lecture)
        self._ring = QTimer(self)
        self._ring.setInterval(250)
        self._ring.timeout.connect(self.update)
        self._fade = MotionClock(self)
        self._fade.arrived.connect(self._on_faded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        lecture.moved.connect(self._on_moved)
        lecture.arrived.connect(self._on_arrived)
        lecture.changed.connect(self._on_changed)
        lecture.fade_wanted.connect(self._on_fade_wanted)
        lecture.store.changed.connect(lambda _: self.refresh())
        lecture.store.view_changed.connect(lambda _: self.refresh())

    @property
    def words(self) -> StageWords:
        """What is written."""
        return self._words

    @property
    def laid(self) -> StageLayout:
        """Where everything stands."""
        assert self._layout is not None
        return self._layout

    # What is shown

    def refresh(self) -> None:
        """Show the lecture as it is now."""
        if self.width() < 2 or self.height() < 2:
            return
        lecture, style = self._lecture, self._fitting_style()
        panels = panels_of(lecture.moment, lecture.turn)
        words = self.spoken.now(self._caption_of, self._look.language)
        size = QSizeF(self.size())
        layout = laid_out(size, words, style, panels)
        place = place_text(lecture.beat.scene, len(lecture.scenes), layout.aside)
        words = words._replace(place=place)
        ranges = lecture.moment.ranges
        shown = words, layout, ranges, style, lecture.moment.view.hidden
        if shown != self._shown:
            self._shown, self._words, self._layout = shown, words, layout
            self._place_views(layout)
            self.update()

    _shown: tuple[object, ...] = ()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for view in self.views.values():
            view.retranslate()
        self.refresh()
        self.update()

    def show_theme(self) -> None:
        """Show the colours of the look."""
        self.refresh()

    def _fitting_style(self) -> RoomStyle:
        theme, height, scale = self._look.theme, float(self.height()), self._lecture.scale
        wanted = (theme, height, scale)
        if wanted != self._styled:
            self._styled = wanted
            self.style_of_room = RoomStyle(theme, height, scale)
            self.cover.style_of_room = self.style_of_room
            for view in self.views.values():
                view.show_style(self.style_of_room)
        return self.style_of_room

    _styled: tuple[Theme, float, float] | None = None

    def _place_views(self, layout: StageLayout) -> None:
        moment = self._lecture.moment
        unseen = {key for key in layout.cards if hides_panel(KNOWN[key](), moment.view)}
        for key, view in self.views.items():
            view.setVisible(key in layout.cards and key not in unseen)
        for key, card in layout.cards.items():
            if key in unseen:
                continue
            view = self._view(key)
            view.setGeometry(inside(card, self.style_of_room.em).toAlignedRect())
            if isinstance(view, StagePlot):
                shown = moment.ranges.get(key)
                view.fix(None if shown is None else Ranges(*shown))
            view.show()
        self.cover.setGeometry(self.rect())
        self.cover.raise_()

    def _view(self, key: str) -> StagePlot | StagePage:
        if key not in self.views:
            self.views[key] = self._made(key)
        return self.views[key]

    def _made(self, key: str) -> StagePlot | StagePage:
        panel, wiring = KNOWN[key](), self._wiring
        if isinstance(panel, PlotPanel):
            view: StagePlot | StagePage = StagePlot(panel, self)
            view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            wiring.take_gestures_of(view)  # type: ignore[arg-type]
            wiring.take_messages_of(view)  # type: ignore[arg-type]
            wiring.hold_during_gestures(view)  # type: ignore[arg-type]
            view.viewport().installEventFilter(self)  # type: ignore[union-attr]
        else:
            assert isinstance(panel, PagePanel)
            view = StagePage(panel, self)
        view.show_style(self.style_of_room)
        view.highlight_requested.connect(self._lecture.point_soon)
        wiring.show_view_in(view)
        wiring.show_numbers_in(view)
        view.installEventFilter(self)
        return view

    def draggable(self) -> list[tuple[Field, QRectF]]:
        """Return the numbers of the caption that can be dragged, and where they stand."""
        return self.caption_hand.draggable(self._words, self.style_of_room, self._layout)

    def _drags_number(self, event: QMouseEvent) -> bool:
        """Move a number of the caption; return whether the event belonged to it."""
        places = self.draggable()
        if event.type() == QEvent.Type.MouseMove and not self._lecture.has_pointer:
            held = self.caption_hand.at(places, event.position())
            sideways = Qt.CursorShape.SizeHorCursor
            self.setCursor(Qt.CursorShape.ArrowCursor if held is None else sideways)
        return self.caption_hand.handles(event, places, self.style_of_room)

    # What happens to the lecture

    def _on_moved(self) -> None:
        if not self._lecture.is_moving:
            self._caption_of = self._lecture.moment
        for view in self.views.values():
            if isinstance(view, StagePlot):
                view.home()
        self.refresh()

    def _on_arrived(self) -> None:
        self._caption_of = self._lecture.moment
        self.refresh()

    def _on_changed(self) -> None:
        lecture, cover = self._lecture, self.cover
        if self._for_audience:
            cover.blank = lecture.blank
            if lecture.is_frozen != (cover.frozen is not None):
                cover.frozen = self.grab() if lecture.is_frozen else None
        cover.typed = lecture.typed
        cover.keys = lecture.overlay == "help"
        cover.note = translate("presenting", SLEEPS) if lecture.sleeps else ""
        if not lecture.has_pointer:
            cover.pointer = None
        self.setCursor(
            Qt.CursorShape.BlankCursor if lecture.has_pointer else Qt.CursorShape.ArrowCursor
        )
        self.refresh()
        cover.refresh()
        runs = lecture.seconds_left
        if (runs is not None and runs > 0.0) != self._ring.isActive():
            self._ring.stop() if self._ring.isActive() else self._ring.start()

    def show_pointer(self, at: tuple[float, float] | None) -> None:
        """Show the pointer at these shares of width and height."""
        self.cover.pointer = at
        self.cover.refresh()

    def _on_fade_wanted(self, milliseconds: int) -> None:
        if self.isVisible() and self._layout is not None:
            before = self.grab()

            def show(share: float) -> None:
                self.cover.fading, self.cover.opacity = before, 1.0 - share
                self.cover.refresh()

            show(0.0)  # or the first frame would be that of the end
            self._fade.start(milliseconds, show)

    def _on_faded(self) -> None:
        self.cover.fading = None
        self.cover.refresh()

    # Keys and the mouse

    @property
    def speaks(self) -> bool:
        """Whether a mark of a plot is about to tell how it was moved."""
        plots = (view for view in self.views.values() if isinstance(view, StagePlot))
        return any(view.speech.is_to_tell for view in plots)

    def has_focused_mark(self) -> bool:
        """Return whether a mark has the keys, as a ring around it shows."""
        return any(
            isinstance(view, StagePlot) and view.picture.focused is not None and view.hasFocus()
            for view in self.views.values()
        )

    def leave_mark(self) -> None:
        """Give the keys back to the lecture."""
        for view in self.views.values():
            if isinstance(view, StagePlot):
                view.picture.focus_mark(None)
        self.setFocus()
        self._lecture.point_at(None)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; return False if it belongs to the mark that has the focus."""
        if self.has_focused_mark():
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.leave_mark()
                return True
            if key in {*_NUDGES, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                return False
            if event.text() in _TYPES and not event.modifiers():
                return False
        if answered(self._lecture, event):
            return True
        action = action_of(event.key(), event.modifiers(), repeats=event.isAutoRepeat())
        if action is not None:
            self.leave_editor()
            self._lecture.act(action)
        return True

    def leave_editor(self) -> None:
        """Commit a number that is being typed: a clicker's key must not get lost in it."""
        if isinstance(self.focusWidget(), QLineEdit):
            self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys wherever the focus is, and clicks on empty ground."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key_pressed(event)
        if isinstance(event, QMouseEvent) and self._drags_guess(watched, event):
            self._pressed = None
            return True
        if isinstance(event, QMouseEvent) and kind in {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        }:
            return self._clicked(watched, event)
        return super().eventFilter(watched, event)

    def _drags_guess(self, watched: QObject, event: QMouseEvent) -> bool:
        """Move the guess that the audience makes; return whether the event belonged to it."""
        view = watched.parent()
        return isinstance(view, StagePlot) and self.guessing.handles(view, event)

    def _clicked(self, watched: QObject, event: QMouseEvent) -> bool:
        """Act on a click on empty ground; return whether it was one."""
        view, begins = watched.parent(), event.type() != QEvent.Type.MouseButtonRelease
        if isinstance(view, StagePlot):
            left = event.button() == Qt.MouseButton.LeftButton
            grabs = begins and left and mark_under(view, event.position()) is not None
            if view.pointer.drags or grabs:
                self._pressed = None
                return False
        return self._ground(event)

    def _ground(self, event: QMouseEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease:
            self._pressed = event.globalPosition()
            if self.has_focused_mark():
                self._pressed = None  # this click only takes the ring away
                self.leave_mark()
            return True
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return False
        moved = (event.globalPosition() - pressed).manhattanLength()
        if moved < self.style_of_room.em:
            button = event.button()
            if button == Qt.MouseButton.LeftButton:
                self._lecture.act("next")
            elif button == Qt.MouseButton.RightButton:
                self._lecture.act("previous")
        return True

    # Qt's names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        self.key_pressed(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Keep the focus: Tab has a meaning of its own."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a number of the caption, or begin a click on the ground."""
        if not self._drags_number(event):
            self._ground(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move a number of the caption, or show that it can be moved."""
        self._drags_number(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act as a second press."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Step, if it was a click."""
        if not self._drags_number(event):
            self._ground(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all but the panels."""
        lecture, style = self._lecture, self.style_of_room
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), style.color(style.theme.window))
        if self._layout is None:
            return
        paint_words(painter, self._words, style, self._layout)
        left = lecture.seconds_left
        if left is not None and self._words.has_ring:
            paint_ring(painter, boxes(self._words, style, self._layout.words).ring, left, style)
            if left == 0.0:
                self._ring.stop()
        underline(painter, self.draggable(), style)
        formulas = "formulas" not in lecture.moment.hidden
        view = replace(lecture.store.view, highlight=None)
        paint_cards(painter, self._layout, style, lecture.store.snapshot, view, formulas=formulas)
        shown = lecture.store.snapshot, lecture.store.view
        paint_focus(painter, self._words, self._layout, style, *shown)
        for key, card in self._layout.cards.items():
            if hides_panel(KNOWN[key](), lecture.moment.view):
                paint_hidden_panel(painter, inside(card, style.em), style)
        self.painted.emit()
