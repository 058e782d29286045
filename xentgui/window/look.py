"""The look and the language of the program: those of the system until others are chosen.

The shell is painted with this module alone, before numpy is imported.  Therefore imports that need
numpy are inside functions.  So is Qt's namespace ``Qt``, whose hundred enumerations take a tenth of
the time of the first window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from xentgui.painting import fonts
from xentgui.painting.theme import DARK, FIELDS, LIGHT, THEMES, Theme, field_palette, palette
from xentgui.settings import FOLLOW_SYSTEM, Settings

if TYPE_CHECKING:
    from xentgui.painting.style import Style

EM_PX = 13.0
"""The font size of the design."""

SMALLEST, LARGEST = 0.6, 3.0

_FORMULAS_AS_TEXT = 13.0 / 11.0  # the least letters of a page are 11 px beside text of 13 px


class Look(QObject):
    """The theme, the size of everything, and the language.

    Signals
    -------
    changed()
        The theme or the size has changed.
    """

    changed = Signal()

    def __init__(
        self, settings: Settings, *, theme: str = "", parent: QObject | None = None
    ) -> None:
        """Apply the colours; for this run, a given `theme` overrides the settings."""
        super().__init__(parent)
        self._settings = settings
        self.chosen = theme or settings.theme
        self.zoom = settings.zoom
        self.theme: Theme = THEMES.get(self.chosen) or _theme_of_system()
        self.language = ""
        self._applying = False
        self._style: Style | None = None  # until a part asks for it
        _reduce_motion(settings.reduced_motion)
        QApplication.setPalette(palette(self.theme))  # fields come with the language

    @property
    def em(self) -> float:
        """The font size in device-independent pixels."""
        return EM_PX * self.zoom

    def style(self) -> Style:
        """Return the style for panels, which share its fonts, and what has been measured in them."""
        from xentgui.painting.style import Style  # noqa: PLC0415

        if self._style is None:
            self._style = Style(self.theme, self.em, fonts.ui_font(self.em))
            # Whoever wants larger text reads formulas, too: those are then as large as the text.
            self._style.page_letters = min(max(self.zoom, 1.0), _FORMULAS_AS_TEXT)
        return self._style

    def choose(self, theme: str) -> None:
        """Choose a theme; "" follows the system again."""
        self.chosen = theme
        self._settings.theme = theme
        self._apply()

    def reduce_motion(self, *, reduced: bool) -> None:
        """Let everything stand still, or move, from now on, whatever the system says."""
        self._settings.reduced_motion = int(reduced)
        _reduce_motion(int(reduced))

    def zoom_by(self, factor: float) -> None:
        """Make everything larger or smaller."""
        self.zoom_to(self.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Make everything `zoom` times as large as in the design."""
        self.zoom = min(max(round(zoom, 4), SMALLEST), LARGEST)
        self._settings.zoom = self.zoom
        self._apply()

    @property
    def chosen_language(self) -> str:
        """The language that was chosen, or "" for the system's."""
        return self._settings.language

    def choose_language(self, language: str) -> None:
        """Choose a language; "" follows the system again."""
        self._settings.language = language
        self.speak(language)

    def speak(self, language: str) -> None:
        """Install `language`, or the system's, and our fonts."""
        from xentgui.language import translation  # noqa: PLC0415

        if not self.language:
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        application = QApplication.instance()
        assert application is not None
        known = {known.code for known in translation.languages()}
        self.language = translation.install(application, language if language in known else "")
        self._apply()

    def _on_system_changed(self) -> None:
        if not self._applying and self.chosen == "":
            self._apply()

    def _apply(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415

        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        self._applying = True
        hints.setColorScheme(schemes.get(self.chosen, Qt.ColorScheme.Unknown))
        self._applying = False
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        self.theme = THEMES[self.chosen] if self.chosen else DARK if dark else LIGHT
        self._style = None
        _show_colors(self.theme)
        QApplication.setFont(fonts.ui_font(self.em))
        self.changed.emit()


def _theme_of_system() -> Theme:
    """Return the theme that suits the colours that Qt gets from the system."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightnessF() < 0.5 else LIGHT


def _show_colors(theme: Theme) -> None:
    QApplication.setPalette(palette(theme))  # first: it takes those of single classes away
    for kind in FIELDS:
        # PySide takes a str where its types ask for bytes, and refuses bytes.
        QApplication.setPalette(field_palette(theme, kind), kind)  # type: ignore[arg-type]


def _reduce_motion(setting: int) -> None:
    from xentgui.painting import accessibility  # noqa: PLC0415

    accessibility.reduce_motion(reduced=None if setting == FOLLOW_SYSTEM else bool(setting))
