"""Exports figures, animations and numbers from the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.documents.scene import Document
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.export.file_formats import NUMBER_FORMATS, save
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model.message import RefusedError
from xentgui.panels import PANELS
from xentgui.settings import Settings
from xentgui.window.cards import Cards
from xentgui.window.look import Look
from xentgui.window.scenes import Scenes
from xentgui.window.status_line import StatusLine

if TYPE_CHECKING:
    from xentgui.export.numbers.looks import Looks

_FOLDER = "export/folder"
_COPIED = QT_TRANSLATE_NOOP("window", "Copied {name}")
_SAVED = QT_TRANSLATE_NOOP("window", "Saved {name}")


class Remembered(MutableMapping[str, str]):
    """The settings for the dialogs: texts by name."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def __getitem__(self, key: str) -> str:
        if not self._store.contains(key):
            raise KeyError(key)
        return str(self._store.value(key))

    def __setitem__(self, key: str, value: str) -> None:
        self._store.setValue(key, value)

    def __delitem__(self, key: str) -> None:
        self._store.remove(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.allKeys())

    def __len__(self) -> int:
        return len(self._store.allKeys())


class Exports(QObject):
    """Runs the commands that write figures and numbers.  Dialogs are imported when they open.

    Signals
    -------
    figure_begun(), figure_ended()
        The dialog for a figure opens, or has closed.
    """

    figure_begun = Signal()
    figure_ended = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        store: Store,
        session: Session,
        scenes: Scenes,
        settings: Settings,
        look: Look,
        status: StatusLine,
        cards: Cards,
        panels: Mapping[str, QWidget],
    ) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._session, self._scenes = session, scenes
        self._remembered = Remembered(settings.store)
        self._look, self._status, self._cards, self._panels = look, status, cards, panels

    def ask_figure(self) -> None:
        """Open the dialog for a figure of the panels in the window."""
        from xentgui.window.dialogs.export_dialog import ExportDialog  # noqa: PLC0415

        store = self._store
        self.figure_begun.emit()
        dialog = ExportDialog(
            store.snapshot,
            store.view,
            self._remembered,
            panels=self._shown(),
            document=self._document,
            name=self._name(),
            words=self._scenes.words(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_with.connect(self._status.say)
        store.changed.connect(dialog.show_snapshot)
        store.view_changed.connect(dialog.show_view)
        dialog.finished.connect(self.figure_ended)
        dialog.open()

    def ask_animation(self) -> None:
        """Open the dialog for an animation."""
        from xentgui.window.dialogs.animation_dialog import AnimationDialog  # noqa: PLC0415

        store = self._store
        dialog = AnimationDialog(
            store.snapshot,
            store.view,
            self._remembered,
            history=self._session.subjects(),
            document=self._document,
            name=self._name(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_with.connect(self._status.say)
        dialog.open()

    def ask_handout(self) -> None:
        """Open the dialog for the scenes of the document on paper."""
        from xentgui.window.dialogs.handout_dialog import HandoutDialog  # noqa: PLC0415

        dialog = HandoutDialog(
            self._session.document(),
            self._remembered,
            language=self._look.language,
            name=self._name(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_with.connect(self._status.say)
        dialog.open()

    def copy_panel(self) -> None:
        """Copy the panel under the pointer, else the one with the focus, else the first."""
        from xentgui.export.clipboard import copy_figure  # noqa: PLC0415
        from xentgui.export.figure import panel_figure  # noqa: PLC0415

        key = self._meant()
        widget = self._panels.get(key)
        shape = widget.width() / max(widget.height(), 1) if widget is not None else 1.6
        theme, store = self._look.theme.key, self._store
        try:
            copy_figure(
                panel_figure(
                    key,
                    store.snapshot,
                    store.view,
                    theme=theme,
                    shape=shape,
                    document=self._document(),
                )
            )
        except (RefusedError, MemoryError) as error:
            self._status.say(explain(error))
            return
        title = next(panel.title for panel in PANELS if panel.key == key)
        self._say(_COPIED, translate("panels", title))

    def copy_numbers(self, key: str) -> None:
        """Copy the numbers in one of the `NUMBER_FORMATS`."""
        written = NUMBER_FORMATS[key]
        QGuiApplication.clipboard().setText(self._text(key))
        self._say(_COPIED, translate("export", written.name))

    def ask_numbers(self) -> None:
        """Open the dialog for the numbers as text."""
        from xentgui.window.dialogs.numbers_dialog import NumbersDialog  # noqa: PLC0415

        dialog = NumbersDialog(
            self._store.snapshot,
            self._looks(),
            self._remembered,
            name=self._name(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(lambda key, looks, path: self.save_numbers(key, path, looks))
        dialog.copied.connect(
            lambda key: self._say(_COPIED, translate("export", NUMBER_FORMATS[key].name))
        )
        dialog.open()

    def save_numbers(self, key: str, path: Path, looks: Looks | None = None) -> bool:
        """Write the numbers to `path`, as `looks` says; return whether that succeeded."""
        try:
            save(self._text(key, looks).encode("utf-8", "replace"), path)
        except RefusedError as error:
            self._status.say(explain(error))
            return False
        self._remembered[_FOLDER] = str(path.parent)
        self._say(_SAVED, path.name)
        return True

    def _text(self, key: str, looks: Looks | None = None) -> str:
        return NUMBER_FORMATS[key].encode(self._store.snapshot, looks or self._looks())

    def _looks(self) -> Looks:
        from xentgui.export.numbers.looks import Looks  # noqa: PLC0415

        view = self._store.view
        return Looks(view.unit, view.decimals, translate)

    def _say(self, sentence: str, name: str) -> None:
        self._status.say(translate("window", sentence).format(name=name))

    def _document(self) -> str:
        """Return a document with only the present scene, as text."""
        scenes, place = self._session.document().scenes, self._session.scene
        from xentgui.documents import document_text  # noqa: PLC0415 - no start exports

        return document_text.encode(Document((scenes[place],)))

    def _name(self) -> str:
        path = self._session.path
        return path.name.split(".")[0] if path is not None else "xentgui"

    def _shown(self) -> tuple[str, ...]:
        """Return the panels whose cards are shown, in the order of the menu."""
        return tuple(panel.key for panel in PANELS if self._cards.is_shown(panel.key))

    def _meant(self) -> str:
        """Return the key of the current panel."""
        panels, focus = self._panels, QApplication.focusWidget()
        for key, view in panels.items():
            if view.isVisible() and view.rect().contains(view.mapFromGlobal(QCursor.pos())):
                return key
        for key, view in panels.items():
            if _holds(view, focus):
                return key
        return (self._shown() or (PANELS[0].key,))[0]


def _holds(view: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (view is focus or view.isAncestorOf(focus))
