"""The dialogs to choose files.  They do not block: the program goes on while they are open."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtWidgets  # for the dialog, which PySide makes when it is first named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from xentgui.documents.file_readers import (
    DOCUMENTS,
    FIGURES,
    FILE_GROUPS,
    FileGroup,
    patterns,
)
from xentgui.language.text import translate
from xentgui.window import question

SUFFIX = DOCUMENTS.endings[0]


def ask_open(parent: QWidget, folder: Path, chosen: Callable[[Path], None]) -> None:
    """Ask for an existing file."""
    dialog = _dialog(parent, "dialog.open", translate("window", "Open"), chosen)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(str(folder))
    # A name that ends with .xent.json also ends with .json.
    every = (Path(f"a{ending}").suffix for group in FILE_GROUPS for ending in group.endings)
    dialog.setNameFilters(
        [
            translate("window", "All that can be opened") + f" ({patterns(every)})",
            _filter(DOCUMENTS),
            _filter(FIGURES),
            translate("window", "All files") + " (*)",
        ]
    )
    dialog.open()


def ask_save(parent: QWidget, path: Path, chosen: Callable[[Path], None]) -> None:
    """Ask for a name, at first `path`, and whether an existing file is to be replaced."""

    def named(found: Path) -> None:
        whole = with_suffix(found)
        # The dialog checked the typed name, which had no suffix yet.
        if whole != found and whole.exists():
            question.ask_replace(parent, whole.name, lambda: chosen(whole))
        else:
            chosen(whole)

    dialog = _dialog(parent, "dialog.save", translate("window", "Save As"), named)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_filter(DOCUMENTS)])
    dialog.setDefaultSuffix(SUFFIX[1:])
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.open()


def with_suffix(path: Path) -> Path:
    """Return `path` with the ending of a document.

    >>> with_suffix(Path("lecture.2")).name, with_suffix(Path("a.json")).name
    ('lecture.2.xent.json', 'a.json')
    """
    return path if path.suffix.lower() == ".json" else path.with_name(path.name + SUFFIX)


def file_name(title: str) -> str:
    """Return a file name for a document called `title`, which can be empty.

    >>> file_name("A/B: what?"), file_name("")
    ('A B what.xent.json', 'untitled.xent.json')
    """
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title).split()
    return (" ".join(words)[:80].strip(". ") or "untitled") + SUFFIX


def _filter(group: FileGroup) -> str:
    return f"{translate(group.context, group.name)} ({patterns(group.endings)})"


def _dialog(
    parent: QWidget, key: str, title: str, chosen: Callable[[Path], None]
) -> QtWidgets.QFileDialog:
    dialog = QtWidgets.QFileDialog(parent, title)
    dialog.setObjectName(key)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return dialog
