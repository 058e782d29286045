"""A line of the card Sampling: a stage of the sampler, its place, its value, and what it does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.sampling.sampler import Stage
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.panels.setting_edits import stage_name
from xentgui.panels.stage_rows import verdict_text
from xentgui.window.controls.number_box import NumberBox

_TIPS: Final = {
    "temperature": QT_TRANSLATE_NOOP("window", "Divide the logits by this number; 1 changes none"),
    "top_k": QT_TRANSLATE_NOOP("window", "Keep so many classes, the most probable ones; 0 for all"),
    "top_p": QT_TRANSLATE_NOOP(
        "window", "Keep the fewest classes that have this probability together; 1 for all"
    ),
    "min_p": QT_TRANSLATE_NOOP(
        "window", "Keep classes with this share of the largest probability; 0 for all"
    ),
    "typical": QT_TRANSLATE_NOOP(
        "window",
        "Keep the classes whose information is nearest to the entropy, with this probability together; "
        "1 for all",
    ),
}
_UP = QT_TRANSLATE_NOOP("window", "{stage} one place earlier (Alt+↑)")
_DOWN = QT_TRANSLATE_NOOP("window", "{stage} one place later (Alt+↓)")
_WAYS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


@guarded
class StageLine(QObject):
    """The widgets of a stage, which are placed in a row of a grid.

    Signals
    -------
    entered(float)
        Somebody wants another value.
    moved(int)
        Somebody wants it earlier (1) or later (-1).
    """

    entered = Signal(float)
    moved = Signal(int)

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.up, self.down = QToolButton(parent), QToolButton(parent)
        self.label, self.verdict = PlainLabel(parent), PlainLabel(parent)
        self.box = NumberBox(parent)
        self.verdict.setMinimumWidth(1)
        self.verdict.setObjectName(f"sampling.{key}_verdict")
        self.label.setBuddy(self.box)
        self.box.setObjectName(f"sampling.{key}")
        self.box.installEventFilter(self)
        self.box.entered.connect(self.entered)
        for button, name, way in ((self.up, "up", 1), (self.down, "down", -1)):
            button.setObjectName(f"sampling.{key}_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, way=way: self.moved.emit(way))

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into `row` of `grid`, also when they are in another one."""
        for column, widget in enumerate((self.up, self.down, self.label, self.box, self.verdict)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)

    def show_stage(self, stage: Stage, nth: int, count: int) -> None:
        """Show the value of the stage and what it does; it is the `nth` of `count`."""
        self.box.show_value(stage.value)
        words = verdict_text(stage)
        self.verdict.setText(words)
        self.verdict.setToolTip(words)
        self.box.setAccessibleDescription(words)
        self.up.setEnabled(nth > 0)
        self.down.setEnabled(nth < count - 1)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.box.show_style(style)
        self.box.setFixedWidth(round(style.em * 4.2))
        side = round(style.em * 0.9)
        for button, name in ((self.up, "up"), (self.down, "down")):
            button.setIcon(icon(name, style.theme))
            button.setIconSize(QSize(side, side))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        name = stage_name(self.key)
        self.label.setText(name)
        for widget in (self.label, self.box):
            widget.setToolTip(translate("window", _TIPS[self.key]))
        self.box.setAccessibleName(name)
        for button, text in ((self.up, _UP), (self.down, _DOWN)):
            words = translate("window", text).format(stage=name)
            button.setToolTip(words)
            button.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the stage with Alt and an arrow, which move a class anywhere else."""
        kinds = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if event.type() in kinds and isinstance(event, QKeyEvent):
            way = _WAYS.get(Qt.Key(event.key()))
            if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                if event.type() == QEvent.Type.KeyPress:
                    self.moved.emit(way)
                event.accept()
                return True
        return super().eventFilter(watched, event)
