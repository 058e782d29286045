"""What a card says about itself: three sentences, a formula, a source and a scene."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, escaped, translate
from xentgui.painting.accessibility import TEXT, give_role, tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.card_help import CARD_HELP
from xentgui.panels.derivation_page.formula import formula_of_card
from xentgui.panels.derivation_page.glyph_writer import GlyphWriter
from xentgui.window.helping.note import Note, typeset

_SIZE = 1.2  # em

_SCENE = QT_TRANSLATE_NOOP("window", "Scene of the lecture: {title}")
_SCENE_TIP = QT_TRANSLATE_NOOP(
    "window", "Open the lecture that comes with the program at this scene"
)
_LINK = re.compile(r"(doi:|arXiv:)(\S+)")
_PLACES = {"doi:": "https://doi.org/", "arXiv:": "https://arxiv.org/abs/"}


@guarded
class FormulaPicture(QWidget):
    """Draws a formula without numbers, smaller where there is not enough width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        give_role(self, TEXT)
        self._template = ""
        self._style: Style | None = None

    def show_formula(self, template: str, spoken: str, style: Style) -> None:
        """Show `template`, as `laid_out` takes it; `spoken` is for people who listen."""
        self._template, self._style = template, style
        self.setAccessibleName(spoken)
        formula = formula_of_card(template)
        self.setFixedHeight(round((formula.ascent + formula.descent) * style.em * _SIZE) + 2)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole formula."""
        if self._style is None:
            return QSize()
        width = formula_of_card(self._template).width * self._style.em * _SIZE
        return QSize(round(width) + 2, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the formula."""
        if self._style is None:
            return
        formula, em = formula_of_card(self._template), self._style.em * _SIZE
        em = min(em, self.width() / formula.width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._style.color(self._style.theme.ink)
        GlyphWriter(painter, int(em)).formula(formula, 0.0, formula.ascent * em, ink)
        painter.end()


@guarded
class CardNote(Note):
    """The help of one card.

    Signals
    -------
    scene_requested()
        The scene that teaches it is to be seen.
    """

    scene_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card_note", parent)
        self.key = ""
        self._named = self._scene_title = ""
        self._style: Style | None = None
        self.text, self.source = QLabel(self), QLabel(self)
        self.text.setObjectName("card_note.text")
        self.source.setObjectName("card_note.source")
        self.formula = FormulaPicture(self)
        self.scene = QPushButton(self)
        self.scene.setObjectName("card_note.scene")
        self.scene.clicked.connect(lambda *_: self.scene_requested.emit())
        for label in (self.text, self.source):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
        self.source.setOpenExternalLinks(True)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        for part in (self.text, self.formula, self.source, self.scene):
            self.body.addWidget(part)

    def explain(self, key: str, name: str, scene: str) -> None:
        """Explain the card `key`, whose title is `name`; `scene` is the title of one, or ""."""
        self.key, self._named, self._scene_title = key, name, scene
        self.retranslate()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        super().show_style(style)
        self._style = style
        self.retranslate()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        super().retranslate()
        if not self.key or self._style is None:
            return
        help_of, link = CARD_HELP[self.key], self._style.theme.accent
        sentences = [translate("card_help", one) for one in help_of.sentences]
        self.title.setText(self._named)
        self.text.setText("".join(_paragraph(typeset(one)) for one in sentences))
        self.text.setAccessibleName(" ".join(sentences))
        self.formula.show_formula(help_of.formula, help_of.spoken, self._style)
        self.source.setText(_linked(help_of.source, link))
        self.source.setAccessibleName(help_of.source)
        self.scene.setVisible(bool(self._scene_title))
        self.scene.setText(
            translate("window", _SCENE).format(title=self._scene_title).replace("&", "&&")
        )
        self.scene.setToolTip(translate("window", _SCENE_TIP))
        self.setAccessibleName(self._named)
        self.setAccessibleDescription(
            "\n".join((*sentences, help_of.spoken, help_of.source, self._scene_title))
        )

    def begin(self) -> None:
        """Appear, take the keys, and be read."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        tell(self, self.accessibleDescription())


def _paragraph(html: str) -> str:
    return f"<p style='margin: 0 0 4px 0'>{html}</p>"


def _linked(source: str, color: str) -> str:
    def link(found: re.Match[str]) -> str:
        place = escaped(_PLACES[found[1]] + found[2])
        return f"<a href='{place}' style='color: {color}'>{escaped(found[0])}</a>"

    parts = _LINK.split(source)
    return escaped(source) if len(parts) == 1 else _LINK.sub(link, source.replace("&", "&amp;"))
