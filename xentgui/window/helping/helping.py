"""What helps in the first minute, and later whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from xentgui.window.helping.help_buttons import HelpButtons

if TYPE_CHECKING:
    from xentgui.documents.store import Store
    from xentgui.painting.style import Style
    from xentgui.settings import Settings
    from xentgui.window.cards import Cards
    from xentgui.window.helping.card_explainer import CardExplainer
    from xentgui.window.helping.pull_hints import PullHints
    from xentgui.window.helping.tour import Tour
    from xentgui.window.helping.tour_offer import TourOffer
    from xentgui.window.look import Look
    from xentgui.window.presenting.presenter import Presenter
    from xentgui.window.status_line import StatusLine


class Helped(NamedTuple):
    """The parts of the window that are explained.

    Attributes
    ----------
    open_lecture
        Shows a scene of the lecture that comes with the program, counted from 0.
    example
        Returns the title of the example that is shown, or "".
    """

    cards: Cards
    panels: Mapping[str, QWidget]
    store: Store
    settings: Settings
    look: Look
    status: StatusLine
    presenter: Presenter
    open_lecture: Callable[[int], None]
    example: Callable[[], str]


class Helping(QObject):
    """Explains cards, leads through the tour, and hints at what can be pulled.

    Each of its parts is imported and made when it is first needed.
    """

    def __init__(self, window: QMainWindow, parts: Helped) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self._buttons: HelpButtons | None = None
        self._card_help: CardExplainer | None = None
        self._hints: PullHints | None = None
        self._tour: Tour | None = None
        self._offer: TourOffer | None = None

    def complete(self) -> None:
        """Make the “?” of each card."""
        if self._buttons is None:
            self._buttons = HelpButtons(self._parts.cards, self._parts.look.style())
            self._buttons.requested.connect(self.explain)

    def welcome(self) -> None:
        """Help somebody who is here for the first time."""
        if self._parts.settings.hints:
            self.hints.begin()
        if self._parts.settings.tour and self._offer is None:
            from xentgui.window.helping.tour_offer import TourOffer  # noqa: PLC0415

            self._parts.settings.tour = 0
            self._offer = offer = TourOffer()
            offer.taken.connect(self.begin_tour)
            offer.closed.connect(self._withdraw_offer)
            offer.show_style(self._parts.look.style())
            offer.retranslate()
            self._parts.status.add_offer(offer)

    @property
    def card_help(self) -> CardExplainer:
        """The help of cards."""
        if self._card_help is None:
            from xentgui.window.helping.card_explainer import CardExplainer  # noqa: PLC0415

            self._card_help = CardExplainer(self._window, self._parts.cards, self._parts.look)
            self._card_help.scene_requested.connect(self._parts.open_lecture)
        return self._card_help

    @property
    def hints(self) -> PullHints:
        """The hints at what can be pulled."""
        if self._hints is None:
            from xentgui.window.helping.pull_hints import PullHints  # noqa: PLC0415

            parts = self._parts
            self._hints = PullHints(parts.cards, parts.store, parts.settings, parts.panels)
        return self._hints

    @property
    def tour(self) -> Tour:
        """The tour."""
        if self._tour is None:
            from xentgui.window.helping.tour import Tour  # noqa: PLC0415

            parts = self._parts
            self._tour = Tour(self._window, parts.cards, parts.store, parts.look, parts.example)
            parts.presenter.changed.connect(self._end_tour_for_lecture)
        return self._tour

    def explain(self, key: str) -> None:
        """Explain the card `key`."""
        self.card_help.explain(key)

    def explain_card(self) -> None:
        """Explain the card that has the keys, or the first one; a second time, be silent again."""
        if self._card_help is not None and self._card_help.key:
            self._card_help.close()
            return
        cards = self._parts.cards
        self.explain(cards.used or next(key for key in cards.by_key if cards.is_shown(key)))

    def begin_tour(self) -> None:
        """Begin the tour."""
        self._withdraw_offer()
        if self._card_help is not None:
            self._card_help.close()
        self.tour.begin()

    def show_hints(self) -> None:
        """Show what can be pulled, until something is pulled."""
        self.hints.begin_again()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        for part in (self._buttons, self._offer):
            if part is not None:
                part.show_style(style)
        for shown in (self._card_help, self._tour):
            if shown is not None:
                shown.show_style()
        if self._hints is not None:
            self._hints.refresh()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for part in (self._buttons, self._offer, self._card_help, self._tour):
            if part is not None:
                part.retranslate()
        if self._hints is not None:
            self._hints.refresh()

    def _end_tour_for_lecture(self) -> None:
        if self._parts.presenter.is_on and self._tour is not None:
            self._tour.end()

    def _withdraw_offer(self) -> None:
        if self._offer is not None:
            offer, self._offer = self._offer, None
            offer.hide()
            offer.deleteLater()
