"""Colours hold on what they stand on."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QPalette

from xentgui.painting.theme import (
    DARK,
    LIGHT,
    PRINT,
    THEMES,
    Theme,
    blended,
    contrast,
    lightness,
    palette,
)

BY_KEY = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
TEXT, MARK = 4.5, 3.0


def test_that_contrast_is_that_of_the_standard() -> None:
    # WCAG 2.2: black on white is 21, and #767676 is the lightest grey that passes 4.5 on white.
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < TEXT


@BY_KEY
@pytest.mark.parametrize("ground", ["card", "window", "selection", "field"])
@pytest.mark.parametrize("name", ["ink", "mute"])
def test_every_text_holds_on_every_ground(theme: Theme, name: str, ground: str) -> None:
    assert contrast(getattr(theme, name), getattr(theme, ground)) >= TEXT


@BY_KEY
@pytest.mark.parametrize("name", ["accent", "warning"])
def test_every_coloured_text_holds_on_the_card(theme: Theme, name: str) -> None:
    assert contrast(getattr(theme, name), theme.card) >= TEXT
    assert contrast(getattr(theme, name), theme.window) >= TEXT


@BY_KEY
def test_every_class_colour_holds_as_text_and_as_mark(theme: Theme) -> None:
    for color in theme.classes:
        assert contrast(color, theme.card) >= TEXT
        assert contrast(color, theme.selection) >= MARK


@BY_KEY
def test_every_number_inside_a_bar_holds(theme: Theme) -> None:
    for color in theme.classes:
        assert contrast(theme.ink_on(color), color) >= TEXT


@BY_KEY
@pytest.mark.parametrize("ground", ["card", "window", "selection", "field"])
def test_that_the_edge_of_a_field_holds_on_everything_that_fields_lie_on(
    theme: Theme, ground: str
) -> None:
    assert contrast(theme.frame, getattr(theme, ground)) >= MARK


@BY_KEY
def test_that_what_is_muted_holds_as_a_mark_and_is_paler(theme: Theme) -> None:
    faint = theme.faint()
    names = ("ink", "mute", "accent", "warning")
    muted = [(getattr(theme, name), getattr(faint, name)) for name in names]
    for color, pale in (*muted, *zip(theme.classes, faint.classes, strict=True)):
        assert MARK <= contrast(pale, theme.card) < contrast(color, theme.card)
        share = theme.left_of(color)
        assert blended(theme.card, color, share) == pale, "and what is painted with less opacity"


@BY_KEY
def test_that_what_cannot_be_used_can_be_read(theme: Theme) -> None:
    colors, disabled = palette(theme), QPalette.ColorGroup.Disabled
    role = QPalette.ColorRole
    for name in (role.WindowText, role.Text, role.ButtonText):
        assert contrast(colors.color(disabled, name).name(), theme.card) >= MARK


@BY_KEY
def test_that_selected_text_holds(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= TEXT


@BY_KEY
def test_that_neighbouring_classes_differ(theme: Theme) -> None:
    for one, other in itertools.pairwise((*theme.classes, theme.classes[0])):
        assert one != other


def test_that_hue_repeats_from_the_ninth_class_on() -> None:
    assert LIGHT.class_color(8) == LIGHT.class_color(0)


def test_that_the_palette_speaks_the_theme() -> None:
    assert palette(DARK).window().color().name() == DARK.window
    assert palette(LIGHT).text().color().name() == LIGHT.ink
    assert palette(PRINT).base().color().name() == "#ffffff"


def test_that_lightness_is_that_of_the_standard() -> None:
    # CIE: mid grey of 18 % has L* = 49.5; sRGB's #777777 reflects 18.4 %.
    assert lightness("#000000") == 0.0
    assert lightness("#ffffff") == pytest.approx(100.0, abs=1e-3)
    assert lightness("#777777") == pytest.approx(50.0, abs=0.3)


def test_that_eight_classes_can_be_told_apart_in_grey() -> None:
    steps = sorted(lightness(color) for color in PRINT.classes)

    assert len(steps) == 8
    assert min(after - before for before, after in itertools.pairwise(steps)) >= 6.0
    for one, other in itertools.pairwise((*PRINT.classes, PRINT.classes[0])):
        assert abs(lightness(one) - lightness(other)) >= 12.0
