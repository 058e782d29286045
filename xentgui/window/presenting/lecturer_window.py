"""The window that the lecturer sees: the live picture, the next step, notes, clock and pace."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.scene_texts import moments_for
from xentgui.documents.texts import in_language
from xentgui.language.fields import told
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.settings import Settings
from xentgui.window.look import EM_PX
from xentgui.window.presenting.cover import SLEEPS
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.lecturer_parts import Notes, SceneList, StageHolder, VoteBoxes
from xentgui.window.presenting.lecturer_words import (
    answer_words,
    clock_text,
    pace,
    place_words,
    steps_done,
)
from xentgui.window.presenting.next_picture import NextPicture
from xentgui.window.presenting.overview import Overview
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_view import StageView
from xentgui.window.wiring import Wiring

_SWAP = QT_TRANSLATE_NOOP("presenting", "Swap screens (S)")
_LEAVE = QT_TRANSLATE_NOOP("presenting", "Leave (Esc)")
_KEEP = QT_TRANSLATE_NOOP("presenting", "Keep (K)")
_NEXT = QT_TRANSLATE_NOOP("presenting", "Next step")
_ELAPSED = QT_TRANSLATE_NOOP("presenting", "{elapsed} of")
_MINUTES = QT_TRANSLATE_NOOP("presenting", " min")
_BEHIND = QT_TRANSLATE_NOOP("presenting", "{time} behind")
_AHEAD = QT_TRANSLATE_NOOP("presenting", "{time} ahead")
_ANSWER = QT_TRANSLATE_NOOP("presenting", "Answer: {answer}")
_WHAT_IF = QT_TRANSLATE_NOOP("presenting", "What-if in force: R returns, K keeps it")
_NO_NOTES = QT_TRANSLATE_NOOP("presenting", "This scene has no notes.")
_STATES = {
    "black": QT_TRANSLATE_NOOP("presenting", "The audience sees a black screen"),
    "white": QT_TRANSLATE_NOOP("presenting", "The audience sees a white screen"),
    "frozen": QT_TRANSLATE_NOOP("presenting", "Frozen: the audience sees what it saw"),
}
_OF_CLICKERS = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_B}
_LIVE_SHARE = 0.62  # of the width
_LIVE_HIGHEST = 0.62  # of the height


@guarded
class LecturerWindow(QWidget):
    """Shows what the lecturer needs; its stage is as live as the audience's.

    Signals
    -------
    closed()
        The window system was asked to close it.
    """

    closed = Signal()

    def __init__(self, lecture: Lecture, wiring: Wiring, look: Shows, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("window.lecturer")
        self._lecture, self._look, self._settings = lecture, look, settings
        self.sleeps = False
        self.stage = StageView(lecture, wiring, look, for_audience=False)
        self.overview = Overview(self.stage, lecture, look)
        self._holder = StageHolder(self.stage)
        self.next_picture = NextPicture(lecture, look)
        self.state, self.place = PlainLabel(self), PlainLabel(self)
        self.state.setObjectName("lecturer.state")
        self.place.setObjectName("lecturer.place")
        self._next_name = PlainLabel(self)
        self.notes = Notes()
        self.answer = PlainLabel(self)
        self.answer.setObjectName("lecturer.answer")
        self.answer.setWordWrap(True)
        self.scenes = SceneList(lecture, look)
        self.votes = VoteBoxes(lecture, self)
        self.time, self.elapsed, self.late = (PlainLabel(self) for _ in range(3))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 999)
        self.minutes.setValue(settings.minutes)
        self.minutes.valueChanged.connect(self._on_minutes)
        self.minutes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.minutes.installEventFilter(self)
        self.swap = self._button("swap", "lecturer.swap")
        self.leave = self._button("leave", "lecturer.leave")
        self.keep = self._button("keep", "lecturer.keep")
        self.smaller, self.larger = QPushButton("A−"), QPushButton("A+")
        for button, factor in ((self.smaller, 1 / 1.15), (self.larger, 1.15)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=factor: self._resize_notes(by))
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_time)
        lecture.changed.connect(self.refresh)
        self.setFocusProxy(self.stage)

    def refresh(self) -> None:
        """Show the lecture as it is now."""
        lecture, language = self._lecture, self._look.language
        moment = lecture.moment
        self.place.setText(place_words(lecture))
        self._show_state()
        written = in_language(moment.notes, language)
        moments = moments_for(written, moment, lecture.store.snapshot, reveals=True)
        notes = told(written, moments, moment.view)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self.notes.setPlaceholderText(translate("presenting", _NO_NOTES))
        answer = answer_words(lecture, language)
        self.answer.setText(
            translate("presenting", _ANSWER).format(answer=answer) if answer else ""
        )
        self.answer.setVisible(bool(answer))
        self.votes.refresh()
        self.keep.setEnabled(lecture.is_what_if)
        self.scenes.refresh()
        self._show_time()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for button, text in ((self.swap, _SWAP), (self.leave, _LEAVE), (self.keep, _KEEP)):
            button.setText(translate("presenting", text))
        self._next_name.setText(translate("presenting", _NEXT))
        self.minutes.setSuffix(translate("presenting", _MINUTES))
        self.setWindowTitle(translate("presenting", "XentGUI: for the lecturer"))
        self.stage.retranslate()
        self.next_picture.refresh()
        self.refresh()

    def show_theme(self) -> None:
        """Show the colours of the look."""
        self.setPalette(QPalette())  # that of the program, at once
        self.stage.show_theme()
        self.next_picture.refresh()

    def fit_shape(self, shape: float) -> None:
        """Give the live picture the shape of the audience's, width divided by height."""
        self._holder.shape = shape
        width = self.width() * _LIVE_SHARE
        self._holder.setFixedHeight(round(min(width / shape, self.height() * _LIVE_HIGHEST)))
        self._holder.fit()
        self.next_picture.fit_shape(shape)

    def tell_saver(self, *, held_off: bool) -> None:
        """Say whether the screen saver could be held off."""
        self.sleeps = not held_off
        self._show_state()

    # Parts

    def _show_state(self) -> None:
        lecture = self._lecture
        said = [_STATES[lecture.blank]] if lecture.blank else []
        if lecture.is_frozen:
            said.append(_STATES["frozen"])
        if lecture.is_what_if:
            said.append(_WHAT_IF)
        if not said and self.sleeps:
            said.append(SLEEPS)
        self.state.setText(" · ".join(translate("presenting", one) for one in said))

    def _show_time(self) -> None:
        lecture = self._lecture
        self.time.setText(QTime.currentTime().toString("HH:mm"))
        seconds = lecture.began.elapsed() / 1000 if lecture.began.isValid() else 0.0
        self.elapsed.setText(translate("presenting", _ELAPSED).format(elapsed=clock_text(seconds)))
        said, color = "", self._look.theme.mute
        if lecture.began.isValid():
            step, count = steps_done(lecture.scenes, lecture.beat)
            how, late = pace(seconds, self.minutes.value() * 60.0, step, count)
            if how:
                words = _BEHIND if how == "behind" else _AHEAD
                color = self._look.theme.warning if how == "behind" else self._look.theme.accent
                said = translate("presenting", words).format(time=clock_text(abs(late)))
        self.late.setText(said)
        colors, role = self.late.palette(), self.late.foregroundRole()
        if colors.color(role) != QColor(color):  # a palette is laid out anew, and a drag asks often
            colors.setColor(role, color)
            self.late.setPalette(colors)

    def _on_minutes(self, minutes: int) -> None:
        self._settings.minutes = minutes
        self._show_time()

    def _resize_notes(self, by: float) -> None:
        self._settings.notes_size = min(max(self._settings.notes_size * by, 0.8), 4.0)
        self._show_fonts()

    def _show_fonts(self) -> None:
        em = max(self.height() / 50, EM_PX)
        self.setFont(fonts.ui_font(em))
        self.notes.setFont(fonts.ui_font(em * self._settings.notes_size))
        for label, size in ((self.time, 1.8), (self.elapsed, 1.3), (self.late, 1.3)):
            label.setFont(fonts.ui_font(em * size, bold=label is self.time))
        self.state.setFont(fonts.ui_font(em * 1.2, bold=True))
        self.answer.setFont(fonts.ui_font(em * 1.2))

    def _button(self, action: str, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._lecture.act(action))
        return button

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        above = QHBoxLayout()
        for label in (self.time, self.elapsed):
            above.addWidget(label)
        above.addWidget(self.minutes)
        above.addWidget(self.late)
        above.addWidget(self.state, 1)
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        above.addWidget(self.place)
        whole.addLayout(above)
        middle = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._holder)
        left.addWidget(self.notes, 1)
        for widget, stretch in (
            *((self._next_name, 0), (self.next_picture, 1)),
            *((self.answer, 0), (self.votes, 0), (self.scenes, 1)),
        ):
            right.addWidget(widget, stretch)
        middle.addLayout(left, round(_LIVE_SHARE * 100))
        middle.addLayout(right, round((1 - _LIVE_SHARE) * 100))
        whole.addLayout(middle, 1)
        below = QHBoxLayout()
        for button in (self.swap, self.keep, self.leave):
            below.addWidget(button)
        below.addStretch(1)
        for button in (self.smaller, self.larger):
            below.addWidget(button)
        whole.addLayout(below)

    # Qt's names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Suit the letters to the size."""
        super().resizeEvent(event)
        self._show_fonts()
        self.fit_shape(self._holder.shape)

    def showEvent(self, event: object) -> None:
        """Let the clock run while it is seen."""
        self._tick.start()
        super().showEvent(event)  # type: ignore[arg-type]

    def hideEvent(self, event: object) -> None:
        """Let the clock rest."""
        self._tick.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of a clicker out of the field for the minutes; digits are typed there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _OF_CLICKERS:
                self.stage.setFocus()  # which takes over what was typed
                return self.stage.key_pressed(event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
                self.stage.setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key wherever the focus is."""
        self.stage.key_pressed(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Keep the focus: Tab has a meaning of its own."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the presentation, as Escape does."""
        event.ignore()
        self.closed.emit()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(1280, 800)
