"""How the window shows a scene, taken from it and applied to it."""

from __future__ import annotations

from dataclasses import replace

from xentgui.documents.scene import Scene
from xentgui.documents.staging import PLAIN, Shown, Staging, is_range
from xentgui.documents.store import Store
from xentgui.model.mark import ClassMark
from xentgui.window.arrangements import FIRST
from xentgui.window.cards import Cards
from xentgui.window.panel_views import PanelViews
from xentgui.window.workspaces import WORKSPACES


class SceneLook:
    """Takes workspace, ghost, areas, stages, choices, axes and emphasis from the window.

    Attributes
    ----------
    shows_all
        Whether the window shows all controls, also those that a scene withholds.
    """

    def __init__(self, store: Store, cards: Cards, views: PanelViews) -> None:
        self._store, self._cards, self._views = store, cards, views
        self.shows_all = False
        self._staged = False  # whether the scene before had something to say about it

    def taken(self, staging: Staging) -> Staging:
        """Return `staging` with the look that the window has now."""
        view, shown = self._store.view, set(self._cards.panels_shown())
        mark = view.highlight
        ranges = {
            key: Shown(*one)
            for key, one in self._views.zoomed().items()
            if key in shown and is_range(Shown(*one))
        }
        choices = {
            key: value for key, value in view.choices.items() if key.partition(".")[0] in shown
        }
        return replace(
            staging,
            pinned=view.pinned,
            areas=view.areas,
            stage=view.stage if "derivation" in shown else staging.stage,
            choices=choices,
            ranges=ranges,
            workspace="" if self._cards.workspace == FIRST else self._cards.workspace,
            focus=mark.index if isinstance(mark, ClassMark) else staging.focus,
        )

    def withheld(self, scene: Scene) -> tuple[str, ...]:
        """Return what the window does not show with a scene: nothing, if a person wants to see all."""
        return () if self.shows_all else scene.staging.withheld

    def _withheld_cards(self, scene: Scene) -> frozenset[str]:
        if not (withheld := self.withheld(scene)):
            return frozenset()
        from xentgui.commands.withheld import cards_of  # noqa: PLC0415 - few scenes withhold

        return cards_of(withheld)

    def show(self, scene: Scene) -> None:
        """Show a scene: its workspace and panels, and what else it says about its look."""
        staging = scene.staging
        if staging.workspace in WORKSPACES and staging.workspace != self._cards.workspace:
            self._cards.show_workspace(staging.workspace)
        self._cards.show_panels(scene.panels, self._withheld_cards(scene))
        staged = staging != PLAIN
        if staged or self._staged:
            view = self._store.view
            view = replace(
                view,
                pinned=staging.pinned,
                areas=staging.areas,
                stage=staging.stage,
                choices={**view.choices, **staging.choices},
                walk=staging.walk or view.walk,
            )
            self._store.show(view)
        self._staged = staged
