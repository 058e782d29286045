"""The strip that shows how a text was read, and lets a person change it before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.column import SCALES, Role
from xentgui.reading.describe import MENU_NAMES
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.points_table import Form
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import Message, Reading
from xentgui.window.controls.reading_form import ReadingForm
from xentgui.window.controls.reading_sheet import (
    ListBox,
    reading_sheet,
    room_of,
    space_out,
    wrap_beside,
    wrapped_label,
)
from xentgui.window.controls.reading_table import ReadingTable
from xentgui.window.controls.reading_values import progress_text, sentence_of, values_text

_NUMBERS = QT_TRANSLATE_NOOP("reading", "The numbers are")
_TAKE = QT_TRANSLATE_NOOP("reading", "Take these values")
_LEAVE = QT_TRANSLATE_NOOP("reading", "Leave everything as it was")
_AGAIN = QT_TRANSLATE_NOOP("reading", "Read it differently")
_DISMISS = QT_TRANSLATE_NOOP("reading", "Dismiss")
_STOP = QT_TRANSLATE_NOOP("reading", "Stop")


@guarded
class ReadingStrip(QWidget):
    """Asks about a reading, tells how one was taken, or shows how far one is.

    Attributes
    ----------
    reading
        What is asked about, as it would be taken; None if nothing is asked.

    Signals
    -------
    taken(Reading)
        A person takes it as it is shown.
    left()
        A person leaves everything as it was.
    again_requested()
        What was taken shall be read differently.
    dismissed()
        The strip is not needed any more.
    stop_requested()
        What is being read shall not be read to its end.
    """

    taken = Signal(object)
    left = Signal()
    again_requested = Signal()
    dismissed = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("control.reading")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading: Reading | PointsReading | None = None
        self._roles: tuple[Role, ...] = ()
        self._told: tuple[str, Reading | PointsReading] | None = None
        self._name = ""
        self._refused: ReadError | None = None
        self._style: Style | None = None
        self._make()

    def _make(self) -> None:
        self.text = wrapped_label(self, "reading.text")
        self.scale_caption, self.scale = PlainLabel(self), ListBox(self)
        self.scale.setObjectName("reading.scale")
        self.scale.activated.connect(lambda _: self._choose_scale(Role(self.scale.currentData())))
        self.table = ReadingTable(self)
        self.table.role_chosen.connect(self._choose_role)
        self.form = ReadingForm(self)
        self.form.chosen.connect(self._choose_form)
        self.values, self.warnings = (
            wrapped_label(self, "reading.values"),
            wrapped_label(self, "reading.warnings"),
        )
        self.sign = PlainLabel(self)
        self.take, self.leave = QPushButton(self), QPushButton(self)
        self.again, self.stop = QPushButton(self), QPushButton(self)
        self.close_button, self.progress = QToolButton(self), QProgressBar(self)
        beside: tuple[QWidget, ...] = (self.progress, self.again, self.stop, self.close_button)
        names = ("progress", "again", "stop", "close", "take", "leave")
        for name, one in zip(names, (*beside, self.take, self.leave), strict=True):
            one.setObjectName(f"reading.{name}")
        self.progress.setTextVisible(False)
        self.take.clicked.connect(lambda *_: self._take())
        self.leave.clicked.connect(lambda *_: self.left.emit())
        self.again.clicked.connect(lambda *_: self.again_requested.emit())
        self.close_button.clicked.connect(lambda *_: self.dismissed.emit())
        self.stop.clicked.connect(lambda *_: self.stop_requested.emit())
        self._lines = QVBoxLayout(self)
        first, form, second, third, last = (QHBoxLayout() for _ in range(5))
        form.addWidget(self.form)
        first.addWidget(self.text, 1)
        for part in beside:
            first.addWidget(part)
        second.addWidget(self.table, 0, Qt.AlignmentFlag.AlignTop)
        second.addStretch(1)
        third.addWidget(self.sign)
        third.addWidget(self.warnings, 1)
        for widget in (self.scale_caption, self.scale, self.values, self.take, self.leave):
            last.addWidget(widget, 1 if widget is self.values else 0)
        self._rows = (first, form, second, third, last)
        for row in self._rows:
            self._lines.addLayout(row)

    # What is shown

    def ask(self, reading: Reading | PointsReading, name: str = "") -> None:
        """Show `reading` of the file `name`, or of the clipboard, and ask whether to take it."""
        self._look_at(lambda: reading)
        self._told, self._name = None, name
        self.retranslate()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        tell(self.text, "\n".join((self.text.text(), self.warnings.text())))

    def tell(self, reading: Reading | PointsReading, name: str = "") -> None:
        """Say how `reading` was taken, and offer to read it differently."""
        self.reading, self._told = None, (name, reading)
        self.retranslate()

    def show_progress(self, part: float, name: str) -> None:
        """Show that `part`, 0 to 1, of the file `name` is read; there is nothing else to show."""
        if self.reading is not None or self._told is not None or self.stop.isHidden():
            self.reading = self._told = None
            self._name = name
            self.retranslate()
        self.progress.setValue(round(100 * part))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        asks, told = self.reading is not None, self._told is not None
        for part in (self.table, self.values):
            part.setVisible(asks)
        self.form.retranslate()
        for button, text, shown in (
            (self.take, _TAKE, asks), (self.leave, _LEAVE, asks),
            (self.again, _AGAIN, told), (self.stop, _STOP, not asks and not told),
        ):  # fmt: skip
            button.setText(translate("reading", text))
            button.setVisible(shown)
        self.close_button.setVisible(told)
        self.progress.setVisible(not asks and not told)
        self.close_button.setToolTip(translate("reading", _DISMISS))
        self.close_button.setAccessibleName(translate("reading", _DISMISS))
        self.scale_caption.setText(translate("reading", _NUMBERS))
        self.scale.setAccessibleName(translate("reading", _NUMBERS))
        self.scale.clear()
        for role in SCALES:
            self.scale.addItem(translate("errors", MENU_NAMES[role]), role.value)
        self._show()

    def _show(self) -> None:
        for part in (self.scale, self.scale_caption):
            part.setVisible(isinstance(self.reading, Reading))
        self.form.show_reading(self.reading)
        if self.reading is not None:
            self._show_asked(self.reading)
        elif self._told is not None:
            name, reading = self._told
            self.text.setText(sentence_of(reading, name))
            self._warn([finding.message for finding in reading.findings])
        else:
            self.text.setText(progress_text(self._name))
            self._warn([])
        self._fit()

    def _show_asked(self, reading: Reading | PointsReading) -> None:
        self.text.setText(sentence_of(reading, self._name))
        self.table.show_reading(reading, self._roles)
        scale = next((role for role in self._roles if role in SCALES), None)
        self.scale.setEnabled(scale is not None)
        self.scale.setCurrentIndex(-1 if scale is None else self.scale.findData(scale.value))
        refused = self._refused
        self.values.setText("" if refused else values_text(reading.block))
        self._warn([refused] if refused else [one.message for one in reading.findings])
        self.take.setEnabled(refused is None)

    def _warn(self, warnings: Sequence[Message | ReadError]) -> None:
        self.warnings.setText("\n".join(map(explain, warnings)))
        for part in (self.warnings, self.sign):
            part.setVisible(bool(warnings))

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.setStyleSheet(reading_sheet(style))
        self.table.show_style(style)
        self.form.show_style(style)
        side = round(style.em * 1.1)
        self.close_button.setIcon(icon("close", style.theme))
        self.close_button.setIconSize(QSize(side, side))
        self.sign.setPixmap(icon("warning", style.theme).pixmap(side, side))
        self.progress.setFixedWidth(round(style.em * 12))
        space_out(self._lines, self._rows, style)
        self._fit()

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter, leave with Escape."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.reading is not None:
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.reading is not None:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self._told is None:
            self.stop_requested.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if self.reading is not None and self._refused is None:
            self.taken.emit(self.reading)

    def _choose_scale(self, scale: Role) -> None:
        self._try([scale if role in SCALES else role for role in self._roles])

    def _choose_role(self, column: int, role: Role) -> None:
        assert self.reading is not None
        self._try(self.reading.changed(self._roles, column, role))

    def _choose_form(self, form: Form) -> None:
        reading = self.reading
        assert isinstance(reading, PointsReading)
        self._look_at(lambda: reading.with_form(form))
        self._show()

    def _try(self, roles: list[Role]) -> None:
        """Show what comes of `roles`, or why nothing can come of them."""
        reading, self._roles = self.reading, tuple(roles)
        assert reading is not None
        self._look_at(lambda: reading.with_roles(roles))
        self._show()

    def _look_at(self, read: Callable[[], Reading | PointsReading]) -> None:
        """Ask about what `read` returns; where that or its numbers are refused, say why."""
        self._refused = None
        try:
            self.reading = read()
            self._roles = self.reading.roles
            _ = self.reading.block
        except ReadError as error:
            self._refused = error

    def _fit(self) -> None:
        """Give wrapped texts the height that they need at this width, because toolbars do not."""
        if self._style is None:
            return
        first = (self.again, self.close_button, self.stop, self.progress)
        last = (self.scale_caption, self.scale, self.take, self.leave)
        beside = (
            room_of(first, self._style),
            round(self._style.em * 1.9),
            room_of(last, self._style),
        )
        wrap_beside(self._lines, self.width(), (self.text, self.warnings, self.values), beside)
        self._lines.activate()
        self.setFixedHeight(self._lines.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fit the height again after a part has another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts again."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
