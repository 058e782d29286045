"""What every card says about itself."""

from __future__ import annotations

import re

import pytest

from xentgui.documents.lectures import place_of
from xentgui.panels import PANELS
from xentgui.panels.card_help import CARD_HELP, SCENES, CardHelp
from xentgui.panels.derivation_page.formula import formula_of_card
from xentgui.panels.derivation_page.layout import lay_out
from xentgui.panels.derivation_page.typeset import OF_CARDS, read_shipped
from xentgui.window.card_registry import TABLE_TITLES

each_card = pytest.mark.parametrize("help_of", CARD_HELP.values(), ids=CARD_HELP)


def test_that_every_card_has_help_and_nothing_else_has() -> None:
    assert CARD_HELP.keys() == {*TABLE_TITLES, *(panel.key for panel in PANELS)}


@each_card
def test_that_help_is_three_sentences_that_can_be_read_at_once(help_of: CardHelp) -> None:
    assert len(set(help_of.sentences)) == 3
    for sentence in help_of.sentences:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 25


@each_card
def test_that_a_source_has_a_place_where_it_is_found(help_of: CardHelp) -> None:
    assert re.search(r"doi:10\.\d{4,}/\S+$|arXiv:\d{4}\.\d{4,5}$|, \d(\.\d)+$", help_of.source)
    assert re.search(r"\b(19|20)\d\d\b", help_of.source)


@each_card
def test_that_a_formula_can_be_read_aloud_and_has_no_slots(help_of: CardHelp) -> None:
    assert "\\" not in help_of.spoken
    assert formula_of_card(help_of.formula).slots == ()


@each_card
def test_that_a_card_names_a_scene_of_the_lecture(help_of: CardHelp) -> None:
    title = SCENES[help_of.scene]

    assert place_of(title) is not None, f"no scene of the lecture is called {title!r}"


def test_that_every_named_scene_teaches_a_card() -> None:
    assert SCENES.keys() == {one.scene for one in CARD_HELP.values()}


@pytest.mark.turns
@pytest.mark.parametrize("formula", sorted({one.formula for one in CARD_HELP.values()}))
def test_that_nobody_waits_for_a_formula(formula: str) -> None:
    """If one is missing: python -m xentgui.panels.derivation_page.layout"""
    there, wanted = read_shipped(OF_CARDS)[formula], lay_out(formula)

    sizes = [(one.width, one.ascent, one.descent) for one in (there, wanted)]
    assert sizes[0] == pytest.approx(sizes[1], abs=0.01)
    assert there.ink.elementCount() == wanted.ink.elementCount()


def test_that_no_other_formula_ships() -> None:
    assert read_shipped(OF_CARDS).keys() == {one.formula for one in CARD_HELP.values()}
