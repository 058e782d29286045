"""The panels of the window: pictures at first, and then views that react to input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from xentgui.canvas.page_view import PageView
from xentgui.canvas.panel_view import PlotPicture, view_for
from xentgui.documents.store import Store
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import PANELS, Panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.cards import Cards
from xentgui.window.controls.choice_button import ChoiceButton, offers_choices
from xentgui.window.made_ahead import WhenShown
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView
    from xentgui.window.part import Part

_PANELS = {panel_class.key: panel_class for panel_class in PANELS}
_CYCLE = 4  # frames
_MARGIN = 6.0  # design pixels between a panel and the edge of its card


class _Views(dict[str, "PlotView | PageView"]):
    """Views by the keys of their panels; one that is asked for and does not exist is made."""

    def __init__(self, make: Callable[[str], None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> PlotView | PageView:
        self._make(key)
        return self[key]


class PanelViews:
    """Makes the widget of each panel when it is needed, puts it on its card, and connects it."""

    def __init__(
        self, cards: Cards, wiring: Wiring, store: Store, style_of: Callable[[str], Style]
    ) -> None:
        """`style_of` gives the style of the panel with a key."""
        self._cards, self._wiring, self._store, self._style_of = cards, wiring, store, style_of
        self._views = _Views(self._make)
        self.when_shown = WhenShown(tuple(_PANELS), self._views, self._make, cards.is_shown)
        self._plays = False
        self._with_button: set[str] = set()

    @property
    def by_key(self) -> Mapping[str, QWidget]:
        """The widgets that exist, by the keys of their panels; one that is asked for is made."""
        return self._views

    def show_pictures(self) -> None:
        """Show plots as pictures until their views are made; pages get theirs at once."""
        for panel_class in PANELS:
            if not self._cards.is_shown(panel_class.key):
                continue
            panel = panel_class()
            if isinstance(panel, PlotPanel):
                store, style = self._store, self._style_of(panel.key)
                picture = PlotPicture(panel, store.snapshot, store.view, style)
                self._cards.by_key[panel.key].fill(picture, _MARGIN, self._choices_of(panel))
            elif isinstance(panel, PagePanel):
                self._add(PageView(panel))

    def _make(self, key: str) -> None:
        self._add(view_for(_PANELS[key]()))

    def show_playing(self, plays: bool) -> None:  # noqa: FBT001 (what is shown)
        """Let pictures that take long follow more slowly while the numbers go on by themselves.

        Two of them are not painted in the same frame, unless there are too many.
        """
        self._plays = plays
        self._let_follow()

    def _let_follow(self) -> None:
        plots = [view for view in self._views.values() if not isinstance(view, PageView)]
        for view in plots:
            view.clock.count_by(self._wiring.frames)
        slow = [view for view in plots if view.picture.face.one_in > 1]
        slow.sort(
            key=lambda one: (not self._cards.is_shown(one.panel.key), one.picture.face.one_in)
        )
        taken: list[int] = []  # of `_CYCLE` frames, those in which one of them is painted
        for view in slow:
            apart = view.picture.face.one_in
            first = min(range(apart), key=lambda at: sum(one % apart == at for one in taken))
            taken += range(first, _CYCLE, apart)
            phase = first / apart if self._plays else None
            view.clock.follow_by(phase, apart)

    @property
    def speaks(self) -> bool:
        """Whether a mark of a plot is about to tell how it was moved."""
        plots = (view for view in self._views.values() if not isinstance(view, PageView))
        return any(view.speech.is_to_tell for view in plots)

    def part(self, key: str) -> Part | None:
        """Return the panel `key`; None if its view does not exist yet."""
        return self._views.get(key)

    def zoomed(self) -> dict[str, Ranges]:
        """Return the ranges of the plots in which a person has zoomed, by key."""
        return {
            key: view.axes.ranges
            for key, view in self._views.items()
            if not isinstance(view, PageView) and view.axes.zoomed
        }

    def can_step_stage(self, way: int) -> bool:
        """Return whether a shown page with stages has one more stage (1) or one fewer (-1).

        A page that shows all of its stages is not being presented in stages, and has none fewer.
        """
        built_up = way > 0 or self._store.view.stage is not None
        return built_up and any(page.can_step(way) for page in self._staged())

    def step_stage(self, way: int) -> None:
        """Show one more stage (1) of such a page, or one fewer (-1)."""
        for page in self._staged():
            if page.can_step(way):
                page.step(way)
                return

    def _staged(self) -> list[PageView]:
        return [
            view
            for key, view in self._views.items()
            if isinstance(view, PageView)
            and isinstance(view.panel, PagePanel)
            and view.panel.staged
            and self._cards.is_shown(key)
        ]

    def _add(self, view: PlotView | PageView) -> None:
        key = view.panel.key
        self._views[key] = view
        self._join(view)
        view.show_style(self._style_of(key))
        self._let_follow()
        tools = view.buttons if isinstance(view, PageView) else self._choices_of(view.panel)
        self._cards.by_key[key].fill(view, _MARGIN, tools)

    def _choices_of(self, panel: Panel) -> ChoiceButton | None:
        """Return the button for the choices of `panel`; None if it has none, or has it already."""
        if panel.key in self._with_button or not offers_choices(panel):
            return None
        self._with_button.add(panel.key)
        button = ChoiceButton(panel)
        button.show_style(self._style_of(panel.key))
        wiring = self._wiring
        wiring.add(button)
        wiring.take_views_of(button)
        wiring.show_view_in(button)
        wiring.show_numbers_in(button)
        return button

    def _join(self, view: PlotView | PageView) -> None:
        wiring = self._wiring
        wiring.add(view)
        wiring.take_pointing_of(view)
        if isinstance(view, PageView):
            wiring.take_views_of(view)
            wiring.read_out_in(view, 1)  # nearly all of a page are digits
        else:
            wiring.take_gestures_of(view)
            wiring.take_messages_of(view)
            wiring.hold_during_gestures(view)
            wiring.show_view_in(view)
            wiring.show_numbers_in(view)
