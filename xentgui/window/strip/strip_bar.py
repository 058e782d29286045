"""The bar under the cards that holds the strip of scenes, a button to add one, and a what-if."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolBar, QVBoxLayout, QWidget

from xentgui.documents.scene import Document
from xentgui.documents.scene_texts import scene_title
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.window.commands import Commands
from xentgui.window.presenting.presenter import Presenter
from xentgui.window.presenting.thumbs import Thumbs
from xentgui.window.scenes import Scenes
from xentgui.window.strip.lesson import Lesson
from xentgui.window.strip.strip_view import StripView

_ADD = QT_TRANSLATE_NOOP("window", "+ scene")
_KEEP = QT_TRANSLATE_NOOP("window", "Keep the what-if")
_KEEP_TIP = QT_TRANSLATE_NOOP(
    "window", "Take what was shown last while presenting into this scene; can be undone"
)


class StripBar(QToolBar):
    """Shows the scenes of the document, and passes on what is asked for.

    Attributes
    ----------
    strip
        The scenes.
    lesson
        What the present scene says, and its task.
    add, keep
        The buttons.
    """

    def __init__(self, commands: Commands, scenes: Scenes, presenter: Presenter) -> None:
        super().__init__()
        self.setObjectName("toolbar.scenes")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._presenter = presenter
        self._style: Style | None = None
        self._thumbs = Thumbs(self, whole=False)
        self.strip = StripView(self._thumbs)
        self.add = QPushButton(self)
        self.add.setObjectName("control.scene.add")
        self.add.clicked.connect(commands["scene.add"].trigger)
        self.keep = QPushButton(self)
        self.keep.setObjectName("control.scene.keep")
        self.keep.clicked.connect(presenter.keep_what_if)
        self.strip.scene_chosen.connect(lambda at: scenes.step(at - scenes.place))
        self.strip.scene_moved.connect(scenes.move_scene)
        self.strip.words_requested.connect(commands["scene.describe"].trigger)
        self.strip.remove_requested.connect(commands["scene.remove"].trigger)
        self.strip.menu_requested.connect(commands.menus["scenes"].popup)
        self.lesson = Lesson(self)
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(self.strip, 1)
        layout.addWidget(self.add)
        layout.addWidget(self.keep)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.lesson)
        rows.addWidget(line)
        self.addWidget(whole)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.strip.show_style(style)
        self.lesson.show_style(style)
        for button in (self.add, self.keep):
            button.setFixedHeight(self.strip.height())
            button.setFlat(True)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setWindowTitle(translate("window", "Scenes"))
        self.add.setText(translate("window", _ADD))
        self.keep.setText(translate("window", _KEEP))
        self.keep.setToolTip(translate("window", _KEEP_TIP))

    def show_document(self, document: Document, present: int, language: str) -> None:
        """Show the scenes of `document`."""
        titles = tuple(scene_title(one, language) for one in document.scenes)
        self.strip.show_scenes(titles, present)
        self.keep.setVisible(self._presenter.has_what_if)
        if self._style is not None:
            self._thumbs.show(
                document.scenes,
                self._style.theme,
                language,
                self.strip.picture_size(),
                self.devicePixelRatioF(),
            )
