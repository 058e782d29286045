"""The lecturer's view as a strip below the picture, for when it has lost its screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTime, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from xentgui.documents.scene_texts import moments_for
from xentgui.documents.texts import in_language
from xentgui.language.fields import told
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.look import EM_PX
from xentgui.window.presenting.asked_words import advice_words
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.lecturer_parts import Notes
from xentgui.window.presenting.lecturer_words import answer_words, clock_text, place_words
from xentgui.window.presenting.room_style import Shows

SHARE: Final = 0.16
"""Of the height of the window."""

_ANSWER = QT_TRANSLATE_NOOP("presenting", "Answer: {answer}")
_WHAT_IF = QT_TRANSLATE_NOOP("presenting", "What-if in force: R returns, K keeps it")
_NO_NOTES = QT_TRANSLATE_NOOP("presenting", "This scene has no notes.")
_HIDE = QT_TRANSLATE_NOOP("presenting", "H hides the notes")
_LINES: Final = 6.5  # of text have room
_NOTES: Final = 1.4  # times the other text


@guarded
class NotesStrip(QWidget):
    """Notes, answer, place, clock, and whether a what-if is in force, in a few lines."""

    def __init__(self, parent: QWidget, lecture: Lecture, look: Shows) -> None:
        super().__init__(parent)
        self.setObjectName("audience.notes")
        self.setAutoFillBackground(True)
        self._lecture, self._look = lecture, look
        self.notes = Notes()
        self.place, self.time, self.state, self.answer = (PlainLabel(self) for _ in range(4))
        self.answer.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for row, label in enumerate((self.place, self.time, self.state, self.answer)):
            layout.addWidget(label, row, 1)
        layout.addWidget(self.notes, 0, 0, 5, 1)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(4, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_time)
        lecture.changed.connect(self.refresh)
        lecture.arrived.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show the lecture as it is now, if it is to be shown."""
        lecture = self._lecture
        if not lecture.shows_notes:
            self._tick.stop()
            return
        self.setPalette(QPalette())  # that of the program
        moment, language = lecture.moment, self._look.language
        self.place.setText(place_words(lecture))
        written = in_language(moment.notes, language)
        moments = moments_for(written, moment, lecture.store.snapshot, reveals=True)
        notes = told(written, moments, lecture.store.view)
        answer = answer_words(lecture, language)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self.notes.setPlaceholderText(translate("presenting", _NO_NOTES))
        words = translate("presenting", _ANSWER).format(answer=answer)
        self.answer.setText(words if answer else "")
        state = translate("presenting", _WHAT_IF if lecture.is_what_if else _HIDE)
        self.state.setText(advice_words(lecture) or state)
        self._show_time()
        self._tick.start()

    def _show_time(self) -> None:
        began = self._lecture.began
        elapsed = clock_text(began.elapsed() / 1000 if began.isValid() else 0.0)
        self.time.setText(f"{QTime.currentTime().toString('HH:mm')} · {elapsed}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Suit the letters to the size."""
        super().resizeEvent(event)
        em = max(self.height() / _LINES / 1.3, EM_PX)
        self.setFont(fonts.ui_font(em))
        self.notes.setFont(fonts.ui_font(_NOTES * em))
