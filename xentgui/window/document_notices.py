"""Shows the document's name, and notices of changes of its file by other programs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xentgui.documents.session import Session
from xentgui.language.text import translate
from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.window.message_bar import Answer, MessageBar
from xentgui.window.scenes import Scenes

_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "Another program has changed {file}. Reload it, which can be undone, or keep what is here.",
)
_GONE = QT_TRANSLATE_NOOP(
    "errors", "{file} is no longer where it was. Save it again, or keep what is here for now."
)
_NO_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is no longer a file: a folder, a pipe or a device has taken its place. "
    "Save what is here under another name, or keep it for now.",
)
_NO_RIGHT = QT_TRANSLATE_NOOP(
    "errors",
    "{file} may no longer be read by you. "
    "Save what is here under another name, or keep it for now.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} no longer holds a document that can be opened: another program has changed it. "
    "Save it again, or keep what is here for now.",
)
_LOST = {
    "GONE": _GONE,
    "NO_FILE": _NO_FILE,
    "NO_RIGHT": _NO_RIGHT,
    "DAMAGED": _DAMAGED,
}
"""What is said of each `Loss`."""
_RELOAD = QT_TRANSLATE_NOOP("window", "Reload")
_KEEP = QT_TRANSLATE_NOOP("window", "Keep My Version")
_SAVE = QT_TRANSLATE_NOOP("window", "Save")
_SAVE_AS = QT_TRANSLATE_NOOP("window", "Save As…")

_LONGEST_TITLE = 80  # characters of a name in the title of the window


class DocumentNotices(QObject):
    """Shows the document's name in the window's title, and a notice if its file has changed."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        scenes: Scenes,
        messages: MessageBar,
        *,
        save: Callable[[], None],
        save_as: Callable[[], None],
        reload: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._scenes = window, session, scenes
        self._messages, self._reload = messages, reload
        self._save, self._save_as = Answer(_SAVE, save), Answer(_SAVE_AS, save_as)
        session.changed.connect(self.show_title)
        session.changed_on_disk.connect(self._on_disk)
        session.restored_on_disk.connect(lambda: messages.withdraw("disk"))

    def show_title(self) -> None:
        """Name the document in the title of the window, with a mark if it is not saved."""
        session, window = self._session, self._window
        name = session.path.name if session.path else translate("window", "Untitled")
        name = name.replace("[*]", "[*][*]")  # a doubled mark is plain text for Qt
        scene = f" ({session.scene + 1}/{session.count})" if session.count > 1 else ""
        title = self._scenes.words()[0][:_LONGEST_TITLE].replace("[*]", "[*][*]")
        called = f" — {title}" if title else ""
        window.setWindowTitle(f"{name}[*]{scene}{called} — XentGUI")
        window.setWindowModified(session.is_modified)
        window.setWindowFilePath(str(session.path) if session.path else "")

    def _on_disk(self) -> None:
        assert self._session.path is not None
        name = self._session.path.name
        keep = Answer(_KEEP, self._session.keep_mine)
        loss = self._session.loss
        if loss is not None:
            save = self._save_as if loss.is_in_the_way else self._save
            self._messages.announce("disk", Message(_LOST[loss.name], {"file": name}), save, keep)
        else:
            changed, reload = Message(_CHANGED, {"file": name}), Answer(_RELOAD, self._reload)
            self._messages.announce("disk", changed, reload, keep)
