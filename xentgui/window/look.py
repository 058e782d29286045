"""How the program looks and which language it speaks: the system's way until one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from xentgui import fonts
from xentgui.painting.style import Style
from xentgui.settings import Settings
from xentgui.theme import DARK, LIGHT, THEMES, Theme, palette

EM_PX = 13.0
"""The font size of the design."""

SMALLEST, LARGEST = 0.6, 3.0

_SCHEMES = {
    "": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def scroll_bar_sheet(style: Style) -> str:
    """Return the style sheet of a thin scroll bar without buttons."""
    thick, radius = round(style.px(8)), max(1, round(style.px(2.5)))
    theme = style.theme
    return f"""
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: {thick}px; }}
    QScrollBar:horizontal {{ height: {thick}px; }}
    QScrollBar::handle {{ background: {theme.mute}; border-radius: {radius}px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: {2 * thick}px; }}
    QScrollBar::handle:horizontal {{ min-width: {2 * thick}px; }}
    QScrollBar::handle:hover {{ background: {theme.accent}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


class Look(QObject):
    """The theme, the size of everything, and the language.

    Signals
    -------
    changed()
        The theme or the size is another one.
    """

    changed = Signal()

    def __init__(
        self, settings: Settings, *, theme: str = "", parent: QObject | None = None
    ) -> None:
        """Take on the colours; a `theme` that is given wins over the settings for this run."""
        super().__init__(parent)
        self._settings = settings
        self.chosen = theme or settings.theme
        self.zoom = settings.zoom
        self.theme: Theme = LIGHT
        self.language = ""
        self._applying = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._color()

    @property
    def em(self) -> float:
        """The font size in device-independent pixels."""
        return EM_PX * self.zoom

    def style(self) -> Style:
        """Return what panels paint with."""
        return Style(self.theme, self.em, fonts.ui_font(self.em))

    def choose(self, theme: str) -> None:
        """Take a theme from now on; "" follows the system again."""
        self.chosen = theme
        self._settings.theme = theme
        self._apply()

    def zoom_by(self, factor: float) -> None:
        """Make everything bigger or smaller."""
        self.zoom_to(self.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Make everything `zoom` times as big as in the design."""
        self.zoom = min(max(round(zoom, 4), SMALLEST), LARGEST)
        self._settings.zoom = self.zoom
        self._apply()

    def choose_language(self, language: str) -> None:
        """Speak `language` from now on; "" follows the system again."""
        self._settings.language = language
        self.speak(language)

    def speak(self, language: str) -> None:
        """Speak `language`, or the system's, and let everything be written in our letters."""
        # The window is on the screen before it has anything to say.
        from xentgui import translation  # noqa: PLC0415

        application = QApplication.instance()
        assert application is not None
        known = {known.code for known in translation.languages()}
        self.language = translation.install(application, language if language in known else "")
        QApplication.setFont(fonts.ui_font(self.em))

    def _on_system_changed(self) -> None:
        if not self._applying and self.chosen == "":
            self._apply()

    def _apply(self) -> None:
        self._color()
        QApplication.setFont(fonts.ui_font(self.em))
        self.changed.emit()

    def _color(self) -> None:
        hints = QGuiApplication.styleHints()
        self._applying = True
        hints.setColorScheme(_SCHEMES[self.chosen])
        self._applying = False
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        self.theme = THEMES[self.chosen] if self.chosen else DARK if dark else LIGHT
        QApplication.setPalette(palette(self.theme))
