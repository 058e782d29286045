"""The cards of the window, and their titles."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_title, translate
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.window.cards import Cards
from xentgui.window.workspaces import WORKSPACES

TABLE_TITLES = {
    "logit_table": QT_TRANSLATE_NOOP("window", "Logits"),
    "target_table": QT_TRANSLATE_NOOP("window", "Target"),
    "glance": QT_TRANSLATE_NOOP("window", "At a glance"),
    "descent": QT_TRANSLATE_NOOP("window", "Descent"),
    "training_card": QT_TRANSLATE_NOOP("window", "Training"),
    "sampling_card": QT_TRANSLATE_NOOP("window", "Sampling"),
    "weight_table": QT_TRANSLATE_NOOP("window", "Weights"),
    "point_table": QT_TRANSLATE_NOOP("window", "Points"),
    "loss": "",  # the name of the chosen loss, see `show_loss`
}


def make_cards() -> Cards:
    """Return an empty card for every table and panel, made when it is first needed."""
    formulas = dict.fromkeys(TABLE_TITLES, "") | {panel.key: panel.formula for panel in PANELS}
    return Cards(formulas, WORKSPACES, [panel.key for panel in PANELS])


_ALL = QT_TRANSLATE_NOOP("window", "Tables and panels")


def show_titles(cards: Cards) -> None:
    """Show the title of every card in the current language."""
    cards.setAccessibleName(translate("window", _ALL))
    for key, title in TABLE_TITLES.items():
        if title and key in cards.by_key:
            cards.by_key[key].show_title(translate("window", title))
    for panel in PANELS:
        if panel.key in cards.by_key:
            cards.by_key[panel.key].show_title(translate("panels", panel.title))


def show_loss(cards: Cards, snapshot: Snapshot) -> None:
    """Show the name and the symbol of the loss that `snapshot` has on the card of the loss."""
    loss, card = chosen_loss(snapshot.state), cards.by_key["loss"]
    title = loss_title(loss)
    if card.windowTitle() != title:
        card.show_title(title)
        card.show_formula(f"L = {loss.formulas.value}")


def show_formulas(cards: Cards, snapshot: Snapshot, view: View) -> None:
    """Show the formula of every panel for the loss that `snapshot` has, in the unit of `view`."""
    for panel in PANELS:
        if panel.key in cards.by_key:
            formula = with_logarithm(panel.formula_of(snapshot), view.unit)
            cards.by_key[panel.key].show_formula(formula)
