"""Questions before something is lost.  They do not block the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6 import QtWidgets  # for the box, which PySide makes when it is first named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from xentgui.language.text import translate


def ask_unsaved(
    parent: QWidget,
    name: str,
    save: Callable[[], None],
    discard: Callable[[], None],
    *,
    lost: bool = False,
) -> None:
    """Ask whether to save or discard the unsaved work in `name`; Cancel does nothing.

    `lost` says that the work has no changes, but that its file no longer holds it.
    """
    buttons = QtWidgets.QMessageBox.StandardButton
    if lost:
        text = translate("window", "{name} no longer holds what is here.")
    else:
        text = translate("window", "{name} has changes that are not saved.")
    text = text.format(name=name)
    detail = translate("window", "Discarded work can be restored from the File menu.")
    answers = {buttons.Save: save, buttons.Discard: discard}
    _ask(parent, "question.unsaved", text, detail, answers)


def ask_overwrite(
    parent: QWidget, name: str, overwrite: Callable[[], None], save_as: Callable[[], None]
) -> None:
    """Ask whether the file `name`, which another program has changed, is to be replaced."""
    buttons = QtWidgets.QMessageBox.StandardButton
    text = translate("window", "Another program has changed {name}.").format(name=name)
    detail = translate("window", "Saving replaces what it has written.")
    box = _ask(parent, "question.overwrite", text, detail, {buttons.Save: overwrite})
    if box is None:
        return
    button = box.addButton(
        translate("window", "Save As…"), QtWidgets.QMessageBox.ButtonRole.ActionRole
    )
    button.setObjectName("question.save_as")
    button.clicked.connect(lambda _=False: save_as())


def ask_replace(parent: QWidget, name: str, replace: Callable[[], None]) -> None:
    """Ask whether an existing file is to be replaced."""
    buttons = QtWidgets.QMessageBox.StandardButton
    text = translate("window", "{name} already exists.").format(name=name)
    detail = translate("window", "Saving replaces it.")
    _ask(parent, "question.replace", text, detail, {buttons.Save: replace})


def _ask(
    parent: QWidget,
    key: str,
    text: str,
    detail: str,
    answers: Mapping[QtWidgets.QMessageBox.StandardButton, Callable[[], None]],
) -> QtWidgets.QMessageBox | None:
    """Show the question and return it, unless it is already open."""
    buttons = QtWidgets.QMessageBox.StandardButton
    there = parent.findChild(QtWidgets.QMessageBox, key)
    if isinstance(there, QtWidgets.QMessageBox) and there.isVisible():
        there.raise_()
        return None
    # No question is asked at a start.
    from xentgui.window.dialogs.messages import PlainMessageBox  # noqa: PLC0415

    box = PlainMessageBox(parent)
    box.setObjectName(key)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
    box.setWindowTitle("XentGUI")
    box.setText(text)
    box.setInformativeText(detail)
    for button in answers:
        box.addButton(button)
    box.addButton(buttons.Cancel)
    box.setDefaultButton(next(iter(answers)))
    box.setEscapeButton(buttons.Cancel)

    def answered() -> None:
        run = answers.get(box.standardButton(box.clickedButton()))
        if run is not None:
            run()

    box.finished.connect(answered)
    box.open()
    return box
