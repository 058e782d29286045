"""What cannot be read or reached with text at 200 %: every workspace, card and dialog.

    python -m tests.walks.large_text [--language zh_CN] [--zoom 2.0] [FOLDER]

Run it with a screen of 1920×1080 (`tests.walks.walk.screen`).  It prints a line of JSON, a list of
faults, a sentence each, and saves pictures to FOLDER.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from tests.walks.room import ROWS, faults_of_room
from xentgui.canvas.plot_view import PlotView
from xentgui.commands.bars import TOOLBAR
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.program.app import Options, build
from xentgui.settings import Settings
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

_SUBJECTS = {"classify": "preset.71-penguins"}
_USUAL = "preset.01-worked-example"
_TURNS = 30
_SLACK = 1.0  # pixels by which Qt rounds

_SYSTEM = {"file.open", "file.import", "file.save_as", "points.open", "points.save"}
"""Commands that open a dialog of the system."""


def faults(window: MainWindow, zoom: float, folder: Path | None) -> Iterator[str]:
    """Yield what is wrong in each workspace, with each card, and in each dialog."""
    for workspace in WORKSPACES:
        window.run_command(_SUBJECTS.get(workspace, _USUAL))
        window.look.zoom_to(1.0)  # what is there before must grow, too
        window.run_command(f"workspace.{workspace}")
        _settle()
        window.look.zoom_to(zoom)
        yield from _looked_at(window, workspace, folder)
        yield from _cards(window, workspace, folder)
    for places in (("scene.strip", "scene.add"), ("class.find",)):
        for command in places:
            window.run_command(command)
        yield from _looked_at(window, "-".join(places), folder)
    yield from _tools(window)
    yield from _dialogs(window, folder)


def _settle() -> None:
    for _ in range(_TURNS):
        QApplication.processEvents()


def _looked_at(window: MainWindow, name: str, folder: Path | None) -> Iterator[str]:
    _settle()
    if folder is not None:
        window.grab().save(str(folder / f"{name}.png"))
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        yield f"{name}: the window is {window.width()}×{window.height()}"
    for fault in (
        *faults_of_room(window),
        *cut_texts(window),
        *_number_tables(window),
        *_cut_in_panels(window),
    ):
        yield f"{name}: {fault}"


def _cards(window: MainWindow, workspace: str, folder: Path | None) -> Iterator[str]:
    """Yield which cards cannot be brought back with the button that lists them."""
    for key in sorted(window.cards.aside):
        if key not in window.cards.aside:
            continue  # another one gave way to what was chosen last
        button = window.status.findChild(QToolButton, "status.aside")
        entries = {one.data(): one for one in button.menu().actions()} if button else {}
        if key not in entries:
            yield f"{workspace}: {key} stands aside, and nothing leads to it"
            continue
        entries[key].trigger()
        _settle()
        if window.cards.by_key[key].visibleRegion().isEmpty():
            yield f"{workspace}: {key} was chosen, and is not seen"
            continue
        yield from _looked_at(window, f"{workspace}-{key}", folder)
        window.run_command(f"workspace.{workspace}")
        window.run_command("panel.restore")
        _settle()


class _Words(QPainter):
    """Remembers what is written."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.words: list[str] = []

    def drawText(self, *how: Any) -> None:
        """Remember a text."""
        self.words += [one for one in how if isinstance(one, str)]
        super().drawText(*how)


def _cut_in_panels(window: MainWindow) -> Iterator[str]:
    """Yield the texts of panels that end in “…”, but for names, which tables have whole."""
    names = window.store.snapshot.state.labels
    for key, view in window.panels.items():
        if not isinstance(view, PlotView) or view.visibleRegion().isEmpty():
            continue
        picture = view.picture
        image = QImage(view.size(), QImage.Format.Format_RGB32)
        painter = _Words(image)
        picture.face.paint_below(painter, picture.frame(), picture.snapshot, picture.view)
        picture.face.paint_above(painter, picture.frame(), picture.snapshot, picture.view)
        painter.end()
        for text in painter.words:
            start = text.rstrip("…")
            if text.endswith("…") and not any(name.startswith(start) for name in names):
                yield f"“{text}” of {key} has no room"


def _number_tables(window: MainWindow) -> Iterator[str]:
    from xentgui.tables.numbers.number_table import NumberTable

    for table in window.findChildren(NumberTable):
        if table.visibleRegion().isEmpty():
            continue
        rows = [row for row in range(table.model().rowCount()) if _row_is_seen(table, row)]
        if len(rows) < min(table.model().rowCount(), ROWS):
            yield f"{table.objectName()} shows {len(rows)} rows"


def _row_is_seen(table: QWidget, row: int) -> bool:
    place = table.visualRect(table.model().index(row, 0))  # type: ignore[attr-defined]
    viewport = table.viewport()  # type: ignore[attr-defined]
    return place.height() > 0 and place.top() >= 0 and place.bottom() <= viewport.height()


def cut_texts(window: QWidget) -> Iterator[str]:
    """Yield each text that is cut, or ends in “…”, and is told in no other way."""
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or widget.visibleRegion().isEmpty():
            continue
        text, wanted = _wanted(widget)
        if not text:
            continue
        name = widget.objectName() or type(widget).__name__
        tip = widget.toolTip()
        whole = tip.startswith(text.rstrip("…")) if text.endswith("…") else text in tip
        elided = text.endswith("…") and isinstance(widget, QToolButton) and widget.menu() is None
        if (elided or wanted > widget.width() + _SLACK) and not whole:
            yield f"“{text}” of {name} is {wanted:.0f} wide, and has {widget.width()}"
        letters = QFontMetricsF(widget.font()).tightBoundingRect(text).height()
        if widget.height() + _SLACK < letters:
            yield f"“{text}” of {name} is {letters:.0f} high, and has {widget.height()}"
        if isinstance(widget, QLabel) and widget.wordWrap():
            high = widget.heightForWidth(widget.width())
            if high > widget.height() + _SLACK:
                yield f"“{text}” of {name} needs {high} lines of pixels, and has {widget.height()}"
        if _is_covered(widget):
            yield f"“{text}” of {name} is not seen whole"


def _is_covered(widget: QWidget) -> bool:
    """Return whether a parent that does not scroll cuts the widget."""
    above = widget.parentWidget()
    while above is not None and above is not widget.window():
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return False
        place = widget.rect().translated(widget.mapTo(above, QPoint()))
        if not above.rect().adjusted(-1, -1, 1, 1).contains(place):
            return True
        above = above.parentWidget()
    return False


def _wanted(widget: QWidget) -> tuple[str, float]:
    """Return the text of a widget, and how wide it must be for it."""
    letters = QFontMetricsF(widget.font())
    if isinstance(widget, QLabel):
        if widget.wordWrap() or "<" in widget.text():
            return widget.text(), 0.0
        lines = widget.text().replace("&", "").split("\n")
        return widget.text(), max(map(letters.horizontalAdvance, lines))
    if isinstance(widget, (QCheckBox, QRadioButton, QPushButton)):
        return widget.text().replace("&", ""), widget.sizeHint().width()
    if isinstance(widget, QToolButton):
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return "", 0.0
        return widget.text().replace("&", ""), letters.horizontalAdvance(widget.text())
    if isinstance(widget, QComboBox):
        return widget.currentText(), letters.horizontalAdvance(widget.currentText())
    if isinstance(widget, QLineEdit):
        return widget.text(), letters.horizontalAdvance(widget.text())
    return "", 0.0


def _tools(window: MainWindow) -> Iterator[str]:
    """Yield what the toolbar leaves out at this size, and no menu has."""
    menus = {action for menu in _menus(window) for action in menu.actions()}
    controls = {"control.loss": "loss", "control.language": "language"}
    controls |= {"control.workspace": "", "control.presets": "presets", "control.unit": "unit"}
    for entry in TOOLBAR:
        if entry in {None, "stretch"}:
            continue
        assert entry is not None
        name = entry if entry.startswith("control.") else f"control.{entry}"
        widget = window.toolbar.findChild(QWidget, name)
        if widget is not None and not widget.visibleRegion().isEmpty():
            continue
        if entry in ACTIONS:
            if window.commands[entry] not in menus:
                yield f"{entry} is neither in the toolbar nor in a menu"
        elif entry == "control.workspace":
            missing = [
                key for key in WORKSPACES if window.commands[f"workspace.{key}"] not in menus
            ]
            if missing:
                yield f"no menu leads to {missing}"
        elif entry in controls:
            if not any(controls[entry] in menu.entries for menu in MENUS.values()):
                yield f"{entry} is neither in the toolbar nor in a menu"
        elif window.store.snapshot.state.loss == "cross_entropy" and widget is not None:
            continue  # a setting of another loss
        else:
            yield f"{entry} is not in the toolbar"


def _menus(window: MainWindow) -> list[QMenu]:
    return [window.commands.menus[key] for key in MENUS]


def _dialogs(window: MainWindow, folder: Path | None) -> Iterator[str]:
    """Yield which dialogs are larger than the screen, or cut their texts."""
    room = window.screen().availableGeometry()
    opening = [key for key in ACTIONS if key not in _SYSTEM]
    for key in opening:
        command = window.commands[key]
        asks = command.text().endswith("…") or key.startswith("help.")
        if not asks or not command.isEnabled():
            continue
        before = set(QApplication.topLevelWidgets())
        command.trigger()
        _settle()
        for dialog in set(QApplication.topLevelWidgets()) - before:
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                continue
            if folder is not None:
                dialog.grab().save(str(folder / f"dialog-{key}.png"))
            if dialog.width() > room.width() or dialog.height() > room.height():
                yield f"the dialog of {key} is {dialog.width()}×{dialog.height()}"
            for button in dialog.findChildren(QAbstractButton):
                if button.isVisible() and _is_covered(button):
                    yield f"the dialog of {key}: {button.text()} is not seen"
            for fault in (*cut_texts(dialog), *_cut_items(dialog)):
                yield f"the dialog of {key}: {fault}"
        for dialog in set(QApplication.topLevelWidgets()) - before:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
        _settle()


def _cut_items(dialog: QDialog) -> Iterator[str]:
    """Yield the entries of lists that are cut, and told in no other way."""
    for listed in dialog.findChildren(QListWidget):
        for row in range(listed.count()):
            item = listed.item(row)
            place = listed.visualItemRect(item)
            wanted = QFontMetricsF(listed.font()).horizontalAdvance(item.text())
            if wanted > place.width() and item.text() not in item.toolTip():
                yield f"“{item.text()}” of {listed.objectName()} is cut"


def main() -> int:
    """Walk, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--language", default="en")
    parser.add_argument("--zoom", type=float, default=2.0)
    asked = parser.parse_args()
    if asked.folder is not None:
        asked.folder.mkdir(parents=True, exist_ok=True)
    store = QSettings(tempfile.mkdtemp() + "/settings.ini", QSettings.Format.IniFormat)
    options = Options(theme="light", language=asked.language)
    _, window = build(options, settings=Settings(store))
    window.setGeometry(window.screen().availableGeometry())
    window.show()
    window.complete()
    _settle()
    found = list(faults(window, asked.zoom, asked.folder))
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    window.documents.closes_unasked = True
    window.close()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
