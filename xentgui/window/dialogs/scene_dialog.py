"""The words of a scene, in every language of the program: for the audience and the lecturer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.texts import in_language
from xentgui.language.fields import FieldError, require_known
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.language.translation import languages
from xentgui.model.naming import one_line
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen, ok_or_cancel

_LINES = 4  # lines of a caption that are visible

_WINDOW = QT_TRANSLATE_NOOP("window", "Title and Caption")
_TITLE = QT_TRANSLATE_NOOP("window", "&Title")
_CAPTION = QT_TRANSLATE_NOOP("window", "&Caption")
_NOTES = QT_TRANSLATE_NOOP("window", "&Notes")
_ANSWER = QT_TRANSLATE_NOOP("window", "&Answer")
_LANGUAGE = QT_TRANSLATE_NOOP("window", "&Language")


class Words(NamedTuple):
    """The texts of a scene, each by language; the audience sees neither notes nor answer."""

    title: Mapping[str, str]
    caption: Mapping[str, str]
    notes: Mapping[str, str]
    answer: Mapping[str, str]


@guarded
class SceneDialog(QDialog):
    """Four fields for one language at a time; the texts of the others are kept.

    An empty field shows, in grey, the text of another language that is shown instead.

    Signals
    -------
    described(Words)
        The new texts.
    """

    described = Signal(object)

    def __init__(
        self,
        words: Words,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scene.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", _WINDOW))
        self._texts = [dict(texts) for texts in words]
        self.title = QLineEdit(self)
        self.title.setObjectName("scene.title")
        self.caption, self.notes = _Lines(self), _Lines(self)
        self.caption.setObjectName("scene.caption")
        self.notes.setObjectName("scene.notes")
        self.answer = QLineEdit(self)
        self.answer.setObjectName("scene.answer")
        self.problem = PlainLabel(self)
        self.problem.setObjectName("scene.problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.language = QComboBox(self)
        self.language.setObjectName("scene.language")
        self._lay_out()
        names = {one.code: one.name for one in languages()}
        for code in sorted(names | {code: code for text in self._texts for code in text}):
            self.language.addItem(names.get(code, code), code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self._code = str(self.language.currentData())
        self.language.activated.connect(self._on_language_activated)
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            *((_TITLE, self.title), (_CAPTION, self.caption), (_NOTES, self.notes)),
            *((_ANSWER, self.answer), (_LANGUAGE, self.language)),
        ):
            form.addRow(translate("window", text), field)
        layout = QVBoxLayout(self)
        em = self.fontMetrics().height()
        for field in (self.caption, self.notes):
            field.setFixedHeight(round((_LINES + 1) * em * 1.2))
        layout.addWidget(FormScroll(form, self))
        layout.addWidget(self.problem)
        layout.addWidget(ok_or_cancel(self))
        fit_to_screen(self, QSize(28 * em, self.sizeHint().height()))

    def _on_language_activated(self) -> None:
        self._keep()
        self._code = str(self.language.currentData())
        self._show()

    def _keep(self) -> None:
        written = (
            one_line(self.title.text()),
            self.caption.toPlainText().strip(),
            self.notes.toPlainText().strip(),
            one_line(self.answer.text()),
        )
        for texts, text in zip(self._texts, written, strict=True):
            if text:
                texts[self._code] = text
            else:
                texts.pop(self._code, None)

    def _show(self) -> None:
        title, caption, notes, answer = self._texts
        for texts, line in ((title, self.title), (answer, self.answer)):
            line.setText(texts.get(self._code, ""))
            line.setPlaceholderText(self._elsewhere(texts))
        for texts, lines in ((caption, self.caption), (notes, self.notes)):
            lines.setPlainText(texts.get(self._code, ""))
            lines.setPlaceholderText(self._elsewhere(texts))

    def _elsewhere(self, texts: Mapping[str, str]) -> str:
        """Return the text that is shown if there is none in the current language."""
        others = {code: text for code, text in texts.items() if code != self._code}
        return in_language(others, self._code)

    def accept(self) -> None:
        """Report the texts, or say what is wrong with a field in one of them."""
        self._keep()
        for texts in self._texts:
            for code, text in texts.items():
                try:
                    require_known(text)
                except FieldError as error:
                    if code != self._code:
                        self.language.setCurrentIndex(self.language.findData(code))
                        self._code = code
                        self._show()
                    self.problem.setText(explain(error))
                    self.problem.show()
                    return
        self.described.emit(Words(*self._texts))
        super().accept()


@guarded
class _Lines(QPlainTextEdit):
    """A field of some lines; Tab leaves it, and Ctrl+Return accepts the dialog."""

    def __init__(self, parent: QDialog) -> None:
        super().__init__(parent)
        self._dialog = parent
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._dialog.accept()
        else:
            super().keyPressEvent(event)
