"""What can be chosen about panels: sound, drawn, and kept."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.export.every_panel import rows
from xentgui.model import Snapshot, State, derive
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS, Panel
from xentgui.panels.choice import Choice, Option, as_text, from_text

_spec = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)

OPENING = samples.OPENING
KINDS = {"opening": OPENING, "fifty": samples.HARD["fifty"], "pair": samples.HARD["two classes"]}
WITH_CHOICES = [one for one in PANELS if type(one()).choices is not Panel.choices]
EVERY = pytest.mark.parametrize("panel_class", WITH_CHOICES, ids=lambda one: one.key)
WORD = re.compile(r"[a-z0-9_]+")

ONE = Choice("one", "One", (Option("a", "A"), Option("b", "B")), "a")
SEVERAL = Choice("several", "Several", (Option("a", "A"), Option("b", "B")), ("b",), several=True)


def _painted(panel: Panel, state: State | Snapshot, view: View) -> QImage:
    image = QImage(480, 320, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    snapshot = state if isinstance(state, Snapshot) else derive(state)
    panel.paint(painter, QRectF(0, 0, 480, 320), snapshot, view, Style(LIGHT, 13, ui_font(13)))
    painter.end()
    return image


def _snapshot() -> Snapshot:
    """Return points with two inputs, so that there is something to choose about everything."""
    random = np.random.default_rng(7)
    subject = Classifier(
        labels=("a", "b", "c"),
        points=random.normal(size=(40, 2)),
        targets=[(0.7, 0.2, 0.1), *np.eye(3)[random.integers(3, size=39)].tolist()],
        weights=random.normal(size=(3, 2)),
        bias=(0.3, 0.2, 0.1),
    )
    return derive(subject.resolve(), subject)


def test_that_there_are_panels_with_choices() -> None:
    assert {"trace", "why_cross_entropy", "where_it_rests"} <= {one.key for one in WITH_CHOICES}


@EVERY
@pytest.mark.parametrize("kind", KINDS)
def test_that_choices_are_words_that_can_be_typed(panel_class: type[Panel], kind: str) -> None:
    choices = panel_class().choices(derive(KINDS[kind]))

    assert len({one.key for one in choices}) == len(choices)
    for choice in choices:
        words = [option.value for option in choice.options]
        assert len(set(words)) == len(words) > 0
        assert all(map(WORD.fullmatch, [choice.key, *words]))
        assert all(option.text.strip() for option in choice.options)
        usual = (choice.usual,) if isinstance(choice.usual, str) else choice.usual
        assert set(usual) <= set(words)
        assert isinstance(choice.usual, str) is not choice.several


@EVERY
@pytest.mark.usefixtures("qapp")
def test_that_every_choice_changes_the_picture(panel_class: type[Panel]) -> None:
    panel, shown, view = panel_class(), _snapshot(), View(rows=rows())
    usual = _painted(panel, shown, view)
    for choice in panel.choices(shown):
        others = [one.value for one in choice.options if one.value not in choice.chosen("", view)]
        for value in others:
            chosen = replace(view, choices=choice.with_chosen(panel.key, view, value))
            assert _painted(panel, shown, chosen) != usual, f"{choice.key}={value}"


@EVERY
@pytest.mark.usefixtures("qapp")
def test_that_words_that_nobody_knows_change_nothing(panel_class: type[Panel]) -> None:
    panel, usual = panel_class(), _painted(panel_class(), OPENING, View())
    for choice in panel.choices(derive(OPENING)):
        odd: str | tuple[str, ...] = "nonsense"
        if choice.several:
            odd = (*choice.usual, "nonsense")
        view = View(choices={f"{panel.key}.{choice.key}": odd})
        assert _painted(panel, OPENING, view) == usual


def test_what_is_chosen_out_of_one_and_of_several() -> None:
    view = View(choices={"p.one": "b", "p.several": ("b", "c", "a"), "q.one": "a"})

    assert ONE.chosen("p", view) == ("b",)
    assert ONE.chosen("p", View(choices={"p.one": "gone"})) == ("a",)
    assert SEVERAL.chosen("p", view) == ("a", "b")
    assert SEVERAL.chosen("p", View()) == ("b",)
    assert SEVERAL.chosen("p", View(choices={"p.several": ()})) == ()


def test_that_what_is_as_usual_is_not_kept() -> None:
    chosen = View(choices=ONE.with_chosen("p", View(), "b"))
    assert chosen.choices == {"p.one": "b"}
    assert ONE.with_chosen("p", chosen, "a") == {}

    none = View(choices=SEVERAL.with_chosen("p", chosen, "b"))
    assert none.choices == {"p.one": "b", "p.several": ()}
    assert SEVERAL.with_chosen("p", none, "b") == {"p.one": "b"}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "7", '{"a": 7, "b": [1], "c": {}}', "\0", "[" * 100_000]
)
def test_that_settings_that_cannot_be_read_are_left_out(text: str) -> None:
    assert from_text(text) == {}


def test_that_choices_come_back_from_the_settings() -> None:
    choices = {"p.one": "b", "p.several": ("b", "a"), "p.none": ()}

    assert from_text(as_text(choices)) == choices
    assert as_text({}) == ""
