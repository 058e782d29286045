"""The hand of a random walk: each of its gestures is one that a person can make."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from tests.walks.gesture_learning import bring, choose, touch_loss
from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.commands.registry import ACTIONS
from xentgui.panels.marked_panel import Way
from xentgui.tables.class_table import ClassTable
from xentgui.window.controls.slider import Slider
from xentgui.window.main_window import MainWindow

_LEFT = Qt.MouseButton.LeftButton
_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right) * 3,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_T, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F2),
)
_TEXTS = (
    *("0", "1", "-1", "2.5", "1/3", "ln 2", "50%", "−3,5", "1e5", "-1e-7", "0.1", "12.75"),
    *("-inf", "inf", "nan", "1e308", "-1e308", "8e307", "1e-308", "5e-324", "1e400", "", "two"),
)
_NAMES = ("cat", "", "数据", "<b>x</b>", "a\tb", "w" * 90, "=1+1", "−")
_SETTINGS = ("0", "1e-308", "0.1", "0.5", "1", "2", "1e308", "inf", "5e-324", "-1", "nan", "x")
_NEVER = frozenset({"quit"})  # it ends the walk
_RARE = frozenset({"preset.52-vocabulary", "preset.51-fifty-classes", "export.animation"})


class Hand:
    """Makes random gestures on a window, and answers what it asks."""

    def __init__(self, window: MainWindow, chance: random.Random, folder: Path) -> None:
        self._window, self._chance, self._folder = window, chance, folder
        kinds: dict[Callable[[], str], int] = {
            self._type_cell: 14,
            self._paste: 5,
            self._drag_mark: 18,
            self._press_keys: 16,
            self._type_at_mark: 4,
            self._wheel_and_pan: 6,
            self._command: 18,
            self._undo: 8,
            self._slide: 6,
            self._type_setting: 4,
            self._resize: 2,
            self._arrange: 3,
            self._hover: 4,
            self._open: 2,
            self._menu: 1,
            self._choose: 5,
            self._touch_loss: 2,
            self._bring: 3,
        }
        self._kinds, self._weights = list(kinds), list(kinds.values())

    def gesture(self) -> tuple[str, str]:
        """Make one gesture; return its kind and what was done."""
        if QApplication.activeWindow() is None:  # some screens forget it when a dialog closes
            self._window.activateWindow()
            QApplication.processEvents()
        (make,) = self._chance.choices(self._kinds, self._weights)
        name = make.__name__.strip("_")
        return name, f"{name} {make()}"

    def settle(self) -> None:
        """Let everything come to rest, and answer every question."""
        for _ in range(6):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not self._answer():
                break
        self._window.walking.pause()  # a play goes on until it arrives
        self._window.trains.pause()
        self._window._built.wiring.finish_bursts()
        QApplication.processEvents()

    # What asks

    def _answer(self) -> bool:
        """Answer the dialog, the menu or the editor that is open; return whether there was one."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            return True
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                self._answer_dialog(dialog)
                return True
        return False

    def _answer_dialog(self, dialog: QDialog) -> None:
        chance = self._chance
        if isinstance(dialog, QFileDialog):
            saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
            if chance.random() < 0.3:
                dialog.reject()
                return
            path = self._folder / f"{chance.randrange(3)}.xent.json" if saves else self._a_file()
            dialog.fileSelected.emit(str(path))
            dialog.close()
        elif isinstance(dialog, QMessageBox):
            buttons = [one for one in dialog.buttons() if "Copy" not in one.text()]
            chance.choice(buttons).click()
        else:
            for box in dialog.findChildren(QLineEdit):
                if chance.random() < 0.3 and box.isVisible() and box.isEnabled():
                    box.clear()
                    _type(box, chance.choice(_NAMES[:3]))
            for button in dialog.findChildren(QAbstractButton):
                if chance.random() < 0.2 and button.isCheckable() and button.isEnabled():
                    button.click()
            dialog.reject()

    # Where

    def _plots(self) -> list[PlotView]:
        views = self._window.panels.values()
        return [one for one in views if isinstance(one, PlotView) and one.isVisible()]

    def _views(self) -> list[QWidget]:
        views = self._window.panels.values()
        return [one for one in views if isinstance(one, PlotView | PageView) and one.isVisible()]

    def _table(self) -> ClassTable:
        return self._chance.choice([self._window.logit_table, self._window.target_table])

    def _row(self) -> int:
        count = len(self._window.store.snapshot.state.labels)
        return self._chance.randrange(min(count, 12))

    def _a_file(self) -> Path:
        made = sorted(self._folder.glob("*.xent.json"))
        presets = sorted(Path("resources/presets").glob("*.json"))
        others = sorted(self._folder.glob("*.csv"))
        return self._chance.choice([*made, *others, *self._chance.sample(presets, 3)])

    def _number(self) -> str:
        if self._chance.random() < 0.6:
            return f"{self._chance.gauss(0, 3):.{self._chance.randrange(5)}f}"
        return self._chance.choice(_TEXTS)

    # Gestures

    def _type_cell(self) -> str:
        table, row = self._table(), self._row()
        editable = [at for at, one in enumerate(table.model()._columns) if one.editable]
        at = self._chance.choice(editable)
        text = self._chance.choice(_NAMES) if at == 0 else self._number()
        if not table.isVisible():
            return "nothing: the table is hidden"
        table.setFocus()
        table.setCurrentIndex(table.model().index(row, at))
        if table.state() != QAbstractItemView.State.EditingState:
            QTest.keyClick(table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        if not isinstance(editor, QLineEdit):
            return "nothing: there is no editor"
        editor.selectAll()
        _type(editor, text)
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        end = self._chance.choices(ends, (6, 3, 1))[0]
        QTest.keyClick(editor, end)
        return f"{text!r} in row {row}, column {at} of {table.objectName()}, then {end.name}"

    def _paste(self) -> str:
        rows, columns = self._chance.randrange(1, 6), self._chance.randrange(1, 4)
        lines = [[self._number() for _ in range(columns)] for _ in range(rows)]
        if self._chance.random() < 0.3:
            lines = [[self._chance.choice(_NAMES), *line] for line in lines]
        text = "\n".join(self._chance.choice(("\t", ",", ";")).join(line) for line in lines)
        QGuiApplication.clipboard().setText(text)
        table = self._table()
        table.setFocus()
        at = self._chance.randrange(table.model().columnCount())
        table.setCurrentIndex(table.model().index(self._row(), at))
        self._window.commands["paste"].trigger()
        return repr(text)

    def _drag_mark(self) -> str:
        plots = [one for one in self._plots() if one.snapshot is not None]
        if not plots:
            return "nothing: no plot is visible"
        plot = self._chance.choice(plots)
        face, view, snapshot = plot.picture.face, plot.picture.view, plot.snapshot
        assert snapshot is not None
        mark = face.mark_beside(None, Way.NEXT, snapshot, view)
        for _ in range(self._chance.randrange(8)):
            mark = mark and (face.mark_beside(mark, Way.NEXT, snapshot, view) or mark)
        if mark is None:
            at = QPoint(plot.width() // 2, plot.height() // 2)
        else:
            at = face.locate(mark, plot.picture.frame(), snapshot, view).toPoint()
        port, modifiers = plot.viewport(), self._chance.choice(_MODIFIERS)
        QTest.mousePress(port, _LEFT, modifiers, at)
        path = [at]
        for _ in range(self._chance.randrange(1, 5)):
            path.append(
                QPoint(
                    self._chance.randrange(-20, plot.width() + 20),
                    self._chance.randrange(-20, plot.height() + 20),
                )
            )
            _move(port, path[-1], modifiers)
            QApplication.processEvents()
        if self._chance.random() < 0.1:
            QTest.keyClick(plot, Qt.Key.Key_Escape)
        if self._chance.random() < 0.1:
            path.append(at)
            _move(port, at, modifiers)
        QTest.mouseRelease(port, _LEFT, modifiers, path[-1])
        return f"{_name(mark)} in {plot.objectName()} {modifiers.name} {[one.toTuple() for one in path]}"

    def _press_keys(self) -> str:
        views = self._views()
        places: list[QWidget] = [*views, self._window.logit_table, self._window.target_table]
        place = self._chance.choice(places)
        place.setFocus(
            self._chance.choice((Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
        )
        pressed = []
        for _ in range(self._chance.randrange(1, 7)):
            key, modifiers = self._chance.choice(_KEYS), self._chance.choice(_MODIFIERS)
            target = QApplication.focusWidget() or place
            # On a button with a menu the key opens it, and returns only when it is closed.
            QTimer.singleShot(0, _close_menu)
            QTest.keyClick(target, key, modifiers)
            pressed.append(f"{key.name}+{modifiers.name}")
        return f"{' '.join(pressed)} in {place.objectName()}"

    def _type_at_mark(self) -> str:
        plots = self._plots()
        if not plots:
            return "nothing: no plot is visible"
        plot, text = self._chance.choice(plots), self._number()
        plot.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(plot, self._chance.choice("0123456789.-"))
        box = plot.findChild(QLineEdit, "value_box")
        if box is None:
            return f"nothing: {plot.objectName()} has no marks"
        box.selectAll()
        _type(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        if box.isVisible():
            QTest.keyClick(box, Qt.Key.Key_Escape)
        return f"{text!r} in {plot.objectName()}"

    def _wheel_and_pan(self) -> str:
        views = self._views()
        if not views:
            return "nothing: no panel is visible"
        view = self._chance.choice(views)
        port = view.viewport() if isinstance(view, PlotView) else view
        done = []
        for _ in range(self._chance.randrange(1, 6)):
            at = QPoint(self._chance.randrange(port.width()), self._chance.randrange(port.height()))
            turn = self._chance.choice((120, -120, 240, 12, -1200))
            _wheel(port, at, turn, self._chance.choice(_MODIFIERS))
            done.append(turn)
        if self._chance.random() < 0.5:
            at = QPoint(port.width() - 20, 16)
            QTest.mousePress(port, _LEFT, pos=at)
            _move(port, at - QPoint(60, -30), Qt.KeyboardModifier.NoModifier)
            QTest.mouseRelease(port, _LEFT, pos=at - QPoint(60, -30))
        if self._chance.random() < 0.3:
            QTest.mouseDClick(port, _LEFT, pos=QPoint(port.width() - 20, 16))
        return f"{done} in {view.objectName()}"

    def _command(self) -> str:
        keys = [key for key in ACTIONS if key not in _NEVER]
        key = self._chance.choice(keys)
        if key in _RARE and self._chance.random() < 0.9:
            key = "reset"
        action = self._window.commands[key]
        if not action.isEnabled():
            return f"nothing: {key} cannot be chosen"
        action.trigger()
        return key

    def _undo(self) -> str:
        key, times = self._chance.choice(("undo", "redo")), self._chance.randrange(1, 6)
        for _ in range(times):
            self._window.commands[key].trigger()
        return f"{key} {times} times"

    def _slide(self) -> str:
        sliders = [one for one in self._window.findChildren(Slider) if one.isVisible()]
        if not sliders:
            return "nothing: no slider is visible"
        slider = self._chance.choice(sliders)
        if self._chance.random() < 0.5:
            keys = [self._chance.choice(_KEYS[:12]) for _ in range(4)]
            for key in keys:
                QTest.keyClick(slider, key)
            return f"{slider.objectName()} by keys"
        start = QPoint(self._chance.randrange(slider.width()), slider.height() // 2)
        QTest.mousePress(slider, _LEFT, pos=start)
        for _ in range(3):
            to = QPoint(self._chance.randrange(-9, slider.width() + 9), start.y())
            _move(slider, to, Qt.KeyboardModifier.NoModifier)
        QTest.mouseRelease(slider, _LEFT, pos=to)
        return f"{slider.objectName()} to {to.x()}"

    def _type_setting(self) -> str:
        boxes = [
            one
            for place in (self._window.toolbar, self._window.cards.by_key["descent"])
            for one in place.findChildren(QLineEdit)
            if one.isVisible() and one.isEnabled()
        ]
        if not boxes:
            return "nothing: no box is visible"
        box, text = self._chance.choice(boxes), self._chance.choice(_SETTINGS)
        box.setFocus()
        box.selectAll()
        _type(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        if self._chance.random() < 0.5:
            QTest.keyClick(box, Qt.Key.Key_Escape)
        return f"{text!r} in {box.objectName()}"

    def _resize(self) -> str:
        size = self._chance.choice(
            ((1024, 700), (1440, 900), (1366, 720), (800, 600), (1920, 1080))
        )
        if not self._window.isFullScreen():
            self._window.resize(*size)
        return str(size)

    def _arrange(self) -> str:
        cards = self._window.cards
        visible = [one for one in cards.by_key.values() if one.isVisible()]
        if self._chance.random() < 0.5 and visible:
            card = self._chance.choice(visible)
            area = self._chance.choice(
                (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
            )
            assert isinstance(card, QDockWidget)
            cards.addDockWidget(area, card)
            return f"{card.objectName()} to {area.name}"
        line = QPoint(self._chance.randrange(cards.width()), self._chance.randrange(cards.height()))
        QTest.mousePress(cards, _LEFT, pos=line)
        _move(cards, line + QPoint(40, 30), Qt.KeyboardModifier.NoModifier)
        QTest.mouseRelease(cards, _LEFT, pos=line + QPoint(40, 30))
        return f"a pull at {line.toTuple()}"

    def _hover(self) -> str:
        places = [*self._views(), self._window.logit_table, self._window.target_table]
        place = self._chance.choice(places)
        port = place.viewport() if isinstance(place, PlotView | QAbstractItemView) else place
        for _ in range(5):
            at = QPoint(
                self._chance.randrange(max(1, port.width())),
                self._chance.randrange(max(1, port.height())),
            )
            _move(port, at, Qt.KeyboardModifier.NoModifier, pressed=False)
            QApplication.processEvents()
        return place.objectName()

    def _open(self) -> str:
        table = self._folder / "rows.csv"
        if not table.exists():
            table.write_text("\n".join(f"{row},{row / 3},{-row}" for row in range(20)))
        path = self._a_file()
        self._window.documents.open_path(path)
        return path.name

    def _choose(self) -> str:
        return choose(self._window, self._chance)

    def _touch_loss(self) -> str:
        return touch_loss(self._window, self._chance)

    def _bring(self) -> str:
        return bring(self._window, self._chance)

    def _menu(self) -> str:
        menu = self._chance.choice([*self._window.commands.menus.values()])
        assert isinstance(menu, QMenu)
        menu.popup(self._window.mapToGlobal(QPoint(50, 50)))
        QApplication.processEvents()
        menu.close()
        return menu.objectName()


def _name(mark: object) -> str:
    number, index = getattr(mark, "number", None), getattr(mark, "index", None)
    return f"{getattr(number, 'key', 'no mark')} {index}"


def _type(widget: QWidget, text: str) -> None:
    """Type any letters; `QTest.keyClicks` knows only those of ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def _close_menu() -> None:
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def _move(
    widget: QWidget, at: QPoint, modifiers: Qt.KeyboardModifier, *, pressed: bool = True
) -> None:
    """Move the pointer, as `QTest.mouseMove` does, but with modifiers and at once."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        _LEFT if pressed else Qt.MouseButton.NoButton,
        modifiers,
    )
    QApplication.sendEvent(widget, event)


def _wheel(widget: QWidget, at: QPoint, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
