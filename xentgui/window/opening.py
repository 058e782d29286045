"""Documents that are opened: the state of the first scene, or what is wrong with the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from xentgui.model import RefusedError
from xentgui.model.scene import Scene
from xentgui.text import explain, translate


def read_scene(path: Path, parent: QWidget) -> Scene | None:
    """Return the first scene of a document, or None after telling what is wrong with it."""
    # Reading brings in msgspec, and most starts have nothing to read.
    from xentgui.model import document  # noqa: PLC0415

    try:
        return document.decode(path.read_bytes()).scenes[0]
    except OSError as error:
        reason = error.strerror or str(error)
    except RefusedError as error:
        reason = explain(error)
    box = QMessageBox(parent)
    box.setObjectName("refused")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(translate("window", "{file} cannot be opened.").format(file=path.name))
    box.setInformativeText(reason)
    box.open()
    return None
