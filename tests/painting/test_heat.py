"""A heat map has the lowest number at the card's colour, and every mark can be seen on it."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from xentgui.painting.heat import SHADES, heat_image, shades_of
from xentgui.painting.theme import THEMES, Theme, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_shades_go_from_the_card_to_where_ink_is_still_seen(theme: Theme) -> None:
    names = [f"#{color & 0xFFFFFF:06x}" for color in shades_of(theme).tolist()]

    assert len(names) == SHADES
    assert names[0] == theme.card
    away = [contrast(theme.card, name) for name in names]
    assert away == sorted(away)
    assert away[-1] >= 3.0  # the ends differ enough to be seen
    assert min(contrast(theme.ink, name) for name in names) >= 3.0


def test_a_picture_has_the_lowest_row_at_the_bottom_and_shades_by_value() -> None:
    shades = np.array([0xFF000000 + 10 * k for k in range(11)], dtype=np.uint32)
    values = np.array([[0.0, 1.0], [5.0, 10.0], [np.inf, np.nan], [-3.0, 12.0]])

    image = heat_image(values, 0.0, 10.0, shades)

    rows = [[image.pixelColor(x, y).blue() for x in range(2)] for y in range(4)]
    assert rows == [[0, 100], [100, 100], [50, 100], [0, 10]]


def test_what_is_flat_has_the_lowest_shade() -> None:
    shades = shades_of(THEMES["light"])

    image = heat_image(np.full((2, 2), 7.0), 7.0, 7.0, shades)

    assert image.pixelColor(1, 1) == QColor(THEMES["light"].card)
