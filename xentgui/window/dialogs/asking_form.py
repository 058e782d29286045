"""Fields for texts in one language at a time, for what a scene asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.texts import in_language
from xentgui.language.fields import require_known
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.language.translation import languages
from xentgui.model.message import RefusedError
from xentgui.model.named_numbers import Named, named
from xentgui.model.naming import one_line
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen, ok_or_cancel

_LANGUAGE = QT_TRANSLATE_NOOP("window", "&Language")
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "errors", "There is no number {value}. Write one such as “loss”, “p:2” or “gap:1,3”."
)

Texts = Mapping[str, str]


class InputError(RefusedError):
    """What somebody has typed cannot be taken; the message says why, and what to type."""


def number_in(text: str) -> Named | None:
    """Return the number that is named in a field, or None for an empty one; raises InputError."""
    if not text.strip():
        return None
    found = named(text.strip())
    if found is None:
        raise InputError(_NO_NUMBER, value=f"“{text.strip()}”")
    return found


@guarded
class AskingForm(QDialog):
    """A dialog with some texts, each in every language, and other fields.

    What cannot be taken is told below the fields, and the dialog stays open.
    """

    def __init__(
        self,
        title: str,
        texts: Sequence[tuple[str, str, Texts]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """`texts` are names of fields, in English, with their object names and what they say."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._texts = [dict(one) for _, _, one in texts]
        self.lines = [QLineEdit(self) for _ in texts]
        for (name, key, _), line in zip(texts, self.lines, strict=True):
            line.setObjectName(key)
            self.form.addRow(translate("window", name), line)
        self.language = QComboBox(self)
        names = {one.code: one.name for one in languages()}
        for code in sorted(names | {code: code for one in self._texts for code in one}):
            self.language.addItem(names.get(code, code), code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self._code = str(self.language.currentData())
        self.language.activated.connect(self._on_language)
        self.form.addRow(translate("window", _LANGUAGE), self.language)
        self.problem = PlainLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(FormScroll(self.form, self))
        layout.addWidget(self.problem)
        layout.addWidget(ok_or_cancel(self))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that all fields need, or that the screen has."""
        wide = 34 * self.fontMetrics().height()
        fit_to_screen(self, QSize(wide, self.sizeHint().height()))
        super().showEvent(event)

    def said(self) -> list[Texts]:
        """Return the texts; raises RefusedError for an unknown field in one of them."""
        self._keep()
        for one in self._texts:
            for text in one.values():
                require_known(text)
        return [*self._texts]

    def take(self) -> None:
        """Report what was entered; raises RefusedError."""
        raise NotImplementedError

    def accept(self) -> None:
        """Report what was entered, or say what is wrong with it."""
        try:
            self.take()
        except RefusedError as error:
            self.problem.setText(explain(error))
            self.problem.show()
            return
        super().accept()

    def _on_language(self) -> None:
        self._keep()
        self._code = str(self.language.currentData())
        self._show()

    def _keep(self) -> None:
        for texts, line in zip(self._texts, self.lines, strict=True):
            if text := one_line(line.text()).strip():
                texts[self._code] = text
            else:
                texts.pop(self._code, None)

    def _show(self) -> None:
        for texts, line in zip(self._texts, self.lines, strict=True):
            line.setText(texts.get(self._code, ""))
            others = {code: text for code, text in texts.items() if code != self._code}
            line.setPlaceholderText(in_language(others, self._code))
