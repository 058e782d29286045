"""What the window does not show while a scene withholds it: one entry for each word of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP


class Withheld(NamedTuple):
    """What belongs together.

    Attributes
    ----------
    text
        What it is, in English, marked in the context "window".
    tools
        Entries of the tool bar.
    menus
        Menus, with all of their commands.
    commands
        Beginnings of the keys of other commands.
    cards
        Cards beside the panels, which a scene names anyway.
    """

    text: str
    tools: tuple[str, ...] = ()
    menus: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


WITHHELD: Final[Mapping[str, Withheld]] = MappingProxyType(
    {
        "tables": Withheld(
            QT_TRANSLATE_NOOP("window", "tables of numbers"),
            cards=("logit_table", "target_table", "weight_table", "point_table"),
        ),
        "glance": Withheld(QT_TRANSLATE_NOOP("window", "numbers at a glance"), cards=("glance",)),
        "loss_card": Withheld(QT_TRANSLATE_NOOP("window", "the loss"), cards=("loss",)),
        "examples": Withheld(
            QT_TRANSLATE_NOOP("window", "examples and lectures"),
            tools=("control.presets",),
            menus=("presets", "mistakes", "lectures"),
        ),
        "losses": Withheld(
            QT_TRANSLATE_NOOP("window", "other losses"),
            tools=("control.loss", "control.gamma", "control.q", "control.alpha"),
            menus=("loss",),
        ),
        "temperature": Withheld(
            QT_TRANSLATE_NOOP("window", "temperature"), tools=("control.temperature",)
        ),
        "smoothing": Withheld(
            QT_TRANSLATE_NOOP("window", "label smoothing"), tools=("control.smoothing",)
        ),
        "unit": Withheld(
            QT_TRANSLATE_NOOP("window", "units"), tools=("control.unit",), menus=("unit",)
        ),
        "workspaces": Withheld(
            QT_TRANSLATE_NOOP("window", "other workspaces"),
            tools=("control.workspace",),
            commands=("workspace.",),
        ),
        "panels": Withheld(
            QT_TRANSLATE_NOOP("window", "other panels"),
            menus=("panels",),
            commands=("show.", "layout.reset"),
        ),
        "classes": Withheld(
            QT_TRANSLATE_NOOP("window", "adding, removing and sorting classes"), menus=("classes",)
        ),
        "walk": Withheld(
            QT_TRANSLATE_NOOP("window", "descent"), menus=("walk",), cards=("descent",)
        ),
        "sampling": Withheld(
            QT_TRANSLATE_NOOP("window", "sampling"), menus=("sampling",), cards=("sampling_card",)
        ),
        "training": Withheld(
            QT_TRANSLATE_NOOP("window", "training"), menus=("train",), cards=("training_card",)
        ),
    }
)
"""All that can be withheld, by its word in a document, in the order of the dialog."""


def tools_of(keys: Collection[str]) -> frozenset[str]:
    """Return the entries of the tool bar that are withheld."""
    return frozenset(tool for one in _chosen(keys) for tool in one.tools)


def menus_of(keys: Collection[str]) -> frozenset[str]:
    """Return the menus that are withheld."""
    return frozenset(menu for one in _chosen(keys) for menu in one.menus)


def cards_of(keys: Collection[str]) -> frozenset[str]:
    """Return the cards that are withheld."""
    return frozenset(card for one in _chosen(keys) for card in one.cards)


def beginnings_of(keys: Collection[str]) -> tuple[str, ...]:
    """Return how the keys of withheld commands begin, beside those in menus."""
    return tuple(command for one in _chosen(keys) for command in one.commands)


def _chosen(keys: Collection[str]) -> Iterator[Withheld]:
    return (one for key, one in WITHHELD.items() if key in keys)
