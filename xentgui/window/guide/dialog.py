"""The window of the guide: its pages on the left, the chosen one beside them, and a search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from xentgui.language import guide
from xentgui.language.text import translate
from xentgui.painting.handlers import guarded
from xentgui.panels import PANELS
from xentgui.window.dialogs.form_scroll import fit_to_screen
from xentgui.window.guide.panel_pictures import PanelPictures, with_pictures
from xentgui.window.look import Look

_SIZE = QSize(920, 680)
_LEFT = 190  # of the list of pages
_LINE_PER_CENT = 125.0
_PICTURE = "\ufffc"  # what stands in the text for a picture
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@guarded
class Guide(QDialog):
    """A window beside the main one, in which the guide is read while the program is used.

    Attributes
    ----------
    pages, page, search
        The list of pages, the text of the chosen one, and the words that are looked for.
    """

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._pages: tuple[guide.Page, ...] = ()
        self.pages, self.page, self.search = QListWidget(), QTextBrowser(), QLineEdit()
        self.pages.setObjectName("guide.pages")
        self.page.setObjectName("guide.page")
        self.search.setObjectName("guide.search")
        self.pages.setFixedWidth(round(_LEFT * look.zoom))
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenExternalLinks(True)
        self.search.setClearButtonEnabled(True)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.pages)
        layout = QHBoxLayout(self)
        layout.addLayout(left)
        layout.addWidget(self.page, 1)
        self.pages.currentRowChanged.connect(lambda _row: self._show())
        self.search.textChanged.connect(lambda _text: self._look_for())
        self.search.returnPressed.connect(self._find)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self._fill()
        look.changed.connect(self._fill)
        fit_to_screen(self, _SIZE * look.zoom)
        self.pages.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Show the guide in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        """Read the pages, in the current language and colours, and keep the place."""
        chosen = max(self.pages.currentRow(), 0)
        self._pages = guide.pages(self._look.language)
        self.setWindowTitle(translate("window", "Guide"))
        self.pages.setAccessibleName(translate("window", "Pages"))
        self.page.setAccessibleName(self.windowTitle())
        self.search.setPlaceholderText(translate("window", "Search"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.pages.blockSignals(True)
        self.pages.clear()
        self.pages.addItems([page.title for page in self._pages])
        self.pages.setCurrentRow(chosen)
        self.pages.blockSignals(False)
        self._show()
        self._look_for()

    def _show(self) -> None:
        """Show the chosen page from its beginning."""
        page = self._pages[max(self.pages.currentRow(), 0)]
        document = PanelPictures(self._look.theme.key, self._look.language)
        document.setParent(self.page)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(self._look.em)
        document.setMarkdown(
            f"## {page.title}\n\n" + with_pictures(page.text, _panels()),
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        _lay_out(document, self._look.theme.line)
        self.page.setDocument(document)  # the one before is deleted by that
        self._find()

    def _look_for(self) -> None:
        """Hide the pages in which the words do not stand, and go to the first one that has them."""
        words = self.search.text().casefold()
        found = [words in f"{page.title}\n{page.text}".casefold() for page in self._pages]
        for row, there in enumerate(found):
            self.pages.item(row).setHidden(not there)
        if any(found) and not found[self.pages.currentRow()]:
            self.pages.setCurrentRow(found.index(True))
        else:
            self._find()

    def _find(self) -> None:
        """Mark the next place where the words stand, after the last one again the first."""
        words = self.search.text()
        if words and not self.page.find(words):
            cursor = self.page.textCursor()
            cursor.setPosition(0)
            self.page.setTextCursor(cursor)
            self.page.find(words)


def _panels() -> Mapping[str, str]:
    return {translate("panels", panel.title): panel.key for panel in PANELS}


def _lay_out(document: QTextDocument, line: str) -> None:
    """Give text room between its lines and paragraphs, and tables thin lines."""
    em = document.defaultFont().pixelSize()
    block = document.begin()
    while block.isValid():
        if block.textList() is None and not _is_in_table(block):
            QTextCursor(block).setBlockFormat(_spaced(block, em))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format()
            table.setBorderCollapse(True)
            table.setBorder(1)
            table.setBorderBrush(QColor(line))
            table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            table.setCellPadding(em * 0.35)
            table.setCellSpacing(0)
            table.setBottomMargin(em * 0.8)
            frame.setFormat(table)
            for column in range(frame.columns()):
                head = frame.cellAt(0, column).firstCursorPosition()
                if not head.block().text():  # which Qt puts into the first one after code
                    head.deleteChar()
                head.setBlockFormat(QTextBlockFormat())
                head.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                bold = QTextCharFormat()
                bold.setFontWeight(QFont.Weight.Bold)
                head.mergeCharFormat(bold)


def _spaced(block: QTextBlock, em: float) -> QTextBlockFormat:
    """Return the format of a paragraph, a heading, a picture or a line of code."""
    shape = block.blockFormat()
    is_code, is_picture = shape.nonBreakableLines(), block.text() == _PICTURE
    if not is_picture:
        shape.setLineHeight(_LINE_PER_CENT, _PROPORTIONAL)
    shape.setTopMargin(em * (1.2 if shape.headingLevel() else 0.0))
    ends = not is_code or not block.next().blockFormat().nonBreakableLines()
    shape.setBottomMargin(em * 0.6 if ends else 0.0)
    return shape


def _is_in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None
