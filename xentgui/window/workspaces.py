"""Named arrangements of cards, for the first start and for Reset."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from xentgui.window.card_sizes import TABLES_WIDTH, CardSizes
from xentgui.window.card_splits import Rect

_ROOM = (10000.0, 10000.0)
"""Any size of the window will do, because sizes are fitted to the real one."""

_IN_A_ROW = 2
"""The most panels in a row; with more they would be too narrow."""


class Workspace(NamedTuple):
    """A named arrangement of cards.

    Attributes
    ----------
    tables
        The cards to the left, from top to bottom, each with its share of the height.
    panels
        The panels that are shown, row by row; all others are hidden.
    order
        The cards from the most important one: where there is little room, the last ones stand
        aside first.  A card that is not named is the least important.
    """

    tables: tuple[tuple[str, float], ...]
    panels: tuple[tuple[str, ...], ...]
    order: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The cards that are shown."""
        return *(key for key, _ in self.tables), *(key for row in self.panels for key in row)

    def without(self, cards: Collection[str]) -> Workspace:
        """Return this workspace without these cards beside the panels; the others get their room."""
        kept = [(key, share) for key, share in self.tables if key not in cards]
        whole = sum(share for _, share in kept) or 1.0
        return self._replace(tables=tuple((key, share / whole) for key, share in kept))

    def showing(self, panels: Collection[str]) -> Workspace:
        """Return this workspace with only these panels, in its own order; new ones come last."""
        rows = [[key for key in row if key in panels] for row in self.panels]
        rows = [row for row in rows if row]
        placed = {key for row in rows for key in row}
        for key in panels:
            if key in placed:
                continue
            row = next((row for row in rows if len(row) < _IN_A_ROW), None)
            if row is None:
                rows.append([key])
            else:
                row.append(key)
        return self._replace(panels=tuple(tuple(row) for row in rows))

    @property
    def sizes(self) -> CardSizes:
        """The sizes of the cards: tables by their shares of the column, panels evenly."""
        width, height = _ROOM
        column = width / 4
        places: dict[str, Rect] = {}
        top = 0.0
        for key, share in self.tables:
            places[key] = (0.0, top, column, top + share * height)
            top += share * height
        for number, row in enumerate(self.panels):
            above, below = (height * (number + step) / len(self.panels) for step in (0, 1))
            for place, key in enumerate(row):
                left, right = (
                    column + (width - column) * (place + step) / len(row) for step in (0, 1)
                )
                places[key] = (left, above, right, below)
        return CardSizes(_ROOM, places, TABLES_WIDTH)


WORKSPACES = {
    "explore": Workspace(
        tables=(
            ("loss", 0.203),
            ("logit_table", 0.238),
            ("target_table", 0.238),
            ("glance", 0.321),
        ),
        panels=(("distribution", "information"), ("gradient", "derivation")),
        order=(
            *("logit_table", "distribution", "loss", "gradient", "target_table"),
            *("information", "glance"),
        ),
    ),
    "learn": Workspace(
        tables=(("loss", 0.18), ("logit_table", 0.2), ("target_table", 0.2), ("descent", 0.42)),
        panels=(("simplex", "landscape"), ("trace", "why_cross_entropy")),
        order=(
            *("descent", "trace", "logit_table", "simplex", "landscape", "loss"),
            "target_table",
        ),
    ),
    "classify": Workspace(
        tables=(("weight_table", 0.3), ("point_table", 0.27), ("training_card", 0.43)),
        panels=(("input_space", "flow"), ("distribution", "learning_curve", "points_calibration")),
        order=(
            *("input_space", "training_card", "weight_table", "flow", "point_table"),
            *("learning_curve", "distribution", "points_calibration"),
        ),
    ),
    "sample": Workspace(
        tables=(
            ("loss", 0.17),
            ("sampling_card", 0.37),
            ("logit_table", 0.26),
            ("target_table", 0.2),
        ),
        panels=(("sampler", "draws"), ("funnel", "codes")),
        order=(
            *("sampler", "draws", "sampling_card", "logit_table", "funnel", "codes"),
            *("loss", "target_table"),
        ),
    ),
}
"""All workspaces by key; their names are in `xentgui.commands.view`."""
