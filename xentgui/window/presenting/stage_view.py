"""The picture for a room as a widget: its panels are live, and can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from xentgui.language.fields import Field
from xentgui.language.text import translate
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import Theme
from xentgui.window.presenting.caption_hand import CaptionHand, underline
from xentgui.window.presenting.cover import SLEEPS, Cover
from xentgui.window.presenting.focus_frame import frame_of, paint_focus
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import RoomStyle, Shows
from xentgui.window.presenting.stage_ahead import StageAhead
from xentgui.window.presenting.stage_cards import Card, StageGround, cards_of, panels_of
from xentgui.window.presenting.stage_hand import StageHand
from xentgui.window.presenting.stage_layout import StageLayout
from xentgui.window.presenting.stage_panels import StageNumbers, StagePanels
from xentgui.window.presenting.stage_picture import laid_out
from xentgui.window.presenting.stage_plot import StagePage, StagePlot
from xentgui.window.presenting.stage_words import (
    StageWords,
    boxes,
    changed_region,
    paint_ring,
    paint_words,
    place_text,
)
from xentgui.window.presenting.words_now import WordsNow
from xentgui.window.wiring import Wiring


@guarded
class StageView(QWidget):
    """Shows a lecture, at any size; several of them show the same, within a frame.

    Signals
    -------
    step_seen()
        A step is painted, with its panels, before anything else is done for it.
    """

    step_seen = Signal()

    def __init__(
        self, lecture: Lecture, wiring: Wiring, look: Shows, *, for_audience: bool = True
    ) -> None:
        """Without `for_audience`, it neither goes blank nor freezes, and nothing fades."""
        super().__init__()
        self.setObjectName("stage.audience" if for_audience else "stage.lecturer")
        self._lecture, self._look, self._for_audience = lecture, look, for_audience
        self.style_of_room = RoomStyle(look.theme, 1.0)
        self._words = StageWords("", "", (), "", "")
        self._layout: StageLayout | None = None
        self._cards: tuple[Card, ...] = ()
        self._frame: QRectF | None = None
        self._caption_of = lecture.moment
        self._ground = StageGround()
        numbers = StageNumbers(lecture, self, every=1 if for_audience else 2)
        self._panels = StagePanels(self, lecture, numbers, wiring, self.style_of_room)
        self._hand = StageHand(self, lecture, self._panels)
        self.cover = Cover(self)
        self.caption_hand, self.spoken = CaptionHand(lecture), WordsNow(lecture)
        parts = self._panels, self._ground, self.spoken, lambda: self.cover.fades
        self.ahead = StageAhead(self, lecture, look, *parts, keeps=for_audience)
        self._ring = QTimer(self)
        self._ring.setInterval(250)
        self._ring.timeout.connect(self._on_ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        lecture.moved.connect(self._on_moved)
        lecture.arrived.connect(self._on_arrived)
        lecture.changed.connect(self._on_changed)
        lecture.fade_wanted.connect(self._on_fade_wanted)
        numbers.changed.connect(self._on_numbers)
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

    @property
    def frame(self) -> QRectF | None:
        """Where the frame around what is emphasised is, or None."""
        return self._frame

    @property
    def views(self) -> dict[str, StagePlot | StagePage]:
        """The live panels, by their keys."""
        return self._panels.views

    @property
    def speaks(self) -> bool:
        """Whether a mark of a plot is about to tell how it was moved."""
        return self._panels.speaks

    # What is shown

    def refresh(self) -> None:
        """Show the lecture as it is now; while values move, only words are painted anew."""
        if self.width() < 2 or self.height() < 2 or self._lecture.is_changing:
            return
        lecture, style = self._lecture, self._fitting_style()
        moment, store = lecture.moment, lecture.store
        panels = panels_of(moment, lecture.turn)
        words = self.spoken.now(self._caption_of, self._look.language)
        layout = laid_out(QSizeF(self.size()), words, style, panels)
        place = place_text(lecture.beat.scene, len(lecture.scenes), layout.aside)
        words, formulas = words._replace(place=place), "formulas" not in moment.hidden
        cards = cards_of(layout, store.snapshot, store.view, formulas=formulas)
        frame = frame_of(words, layout, cards, style, store.view)
        still = layout, cards, frame, style, moment.ranges
        if still != self._still:
            self._still, self._words = still, words
            self._layout, self._cards, self._frame = layout, cards, frame
            self._panels.place(layout, cards)
            self.cover.setGeometry(self.rect())
            self.cover.raise_()
            self.update()
        elif words != self._words:
            self.update(changed_region(self._words, words, style, layout))
            self._words = words

    _still: tuple[object, ...] = ()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._panels.retranslate()
        self.ahead.begin()  # what is being painted ahead is in the language before
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
            self._hand.still = self.style_of_room.em
            self._panels.show_style(self.style_of_room)
            self.ahead.show_style(self.style_of_room)
        return self.style_of_room

    _styled: tuple[Theme, float, float] | None = None

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

    def _on_numbers(self, _snapshot: object) -> None:
        if self._lecture.is_moving:  # else the lecture says that it has changed
            self.refresh()

    def _on_moved(self) -> None:
        self._has_moved = True
        if not self._lecture.is_moving:
            self._caption_of = self._lecture.moment
        self._panels.home()
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
        self.ahead.begin()
        cover.refresh()
        if self._has_moved and self._for_audience:
            self.repaint()  # at once: what is for the lecturer can wait until the step is seen
            self.step_seen.emit()
        self._has_moved = False
        runs = lecture.seconds_left
        if (runs is not None and runs > 0.0) != self._ring.isActive():
            self._ring.stop() if self._ring.isActive() else self._ring.start()

    _has_moved = False

    def show_pointer(self, at: tuple[float, float] | None) -> None:
        """Show the pointer at these shares of width and height."""
        self.cover.pointer = at
        self.cover.refresh()

    def _on_ring(self) -> None:
        if self._layout is not None:
            self.update(self._layout.words.toAlignedRect())

    def _on_fade_wanted(self, milliseconds: int) -> None:
        picture = self.ahead.picture_now() if self._for_audience and self._layout else None
        if picture is not None and self.isVisible():
            self.cover.fade(picture, milliseconds)

    # Keys and the mouse; Qt's names from here on.

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; return False if it belongs to the mark that has the focus."""
        return self._hand.key_pressed(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys wherever the focus is, and clicks on empty ground."""
        if event.type() == QEvent.Type.Paint:
            self.ahead.forget_picture()
        return self._hand.takes(watched, event) or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        self._hand.key_pressed(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Keep the focus: Tab has a meaning of its own."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a number of the caption, or begin a click on the ground."""
        if not self._drags_number(event):
            self._hand.on_ground(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move a number of the caption, or show that it can be moved."""
        self._drags_number(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act as a second press."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Step, if it was a click."""
        if not self._drags_number(event):
            self._hand.on_ground(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all but the panels."""
        lecture, style = self._lecture, self.style_of_room
        self.ahead.forget_picture()
        painter = QPainter(self)
        if self._layout is None:
            painter.fillRect(QRectF(self.rect()), style.color(style.theme.window))
            return
        size, ratio = QSizeF(self.size()), self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._ground.picture(self._cards, size, ratio, style))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_words(painter, self._words, style, self._layout, event.region())
        left = lecture.seconds_left
        if left is not None and self._words.has_ring:
            paint_ring(painter, boxes(self._words, style, self._layout.words).ring, left, style)
            if left == 0.0:
                self._ring.stop()
        underline(painter, self.draggable(), style)
        paint_focus(painter, self._frame, style)
