"""The data sets that come with the program: files with source and licence, and points that are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from xentgui import resource
from xentgui.model.classifier.made_data import MADE
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.reading.labelled_points import LabelledPoints, read_points

_UNKNOWN = QT_TRANSLATE_NOOP("errors", "There are no data {value}. Choose among these: {names}.")
_LETTERS: Final = "abcdefghij"


class DataSet(NamedTuple):
    """A data set.

    Attributes
    ----------
    source, licence
        Where it comes from, and under which terms.
    overlap
        The usual deviation of clouds that are made; None for a file.
    """

    source: str
    licence: str
    overlap: float | None = None


_OURS: Final = ("made by XentGUI, seeded", "as XentGUI")

DATA_SETS: Mapping[str, DataSet] = MappingProxyType(
    {
        "penguins": DataSet(
            "Horst, Hill & Gorman 2020, doi:10.5281/zenodo.3960218; Gorman, Williams & Fraser "
            "2014, doi:10.1371/journal.pone.0090081",
            "CC0",
        ),
        "iris": DataSet(
            "Fisher 1936, doi:10.1111/j.1469-1809.1936.tb02137.x", "facts, published in 1936"
        ),
        "blobs": DataSet(*_OURS, 1.0),
        "two_blobs": DataSet(*_OURS, 0.5),
        "ring": DataSet(*_OURS, 0.4),
        "xor": DataSet(*_OURS, 0.6),
        "in_a_row": DataSet(*_OURS, 0.3),
        "one_outlier": DataSet(*_OURS, 0.5),
        "article": DataSet("the article that XentGUI follows", "as XentGUI"),
    }
)
"""All of them, by key; those of `MADE` depend on a count, a seed and an overlap."""


def data_set(
    key: str,
    inputs: Sequence[str] = (),
    count: int = 120,
    seed: int = 0,
    overlap: float | None = None,
) -> LabelledPoints:
    """Return the points of a data set; `count`, `seed` and `overlap` are for those that are made.

    Raises RefusedError for one that there is not.

    >>> data_set("xor", count=4).labels, data_set("penguins", ["body mass (g)"]).points.shape
    (('a', 'b'), (342, 1))
    """
    if key not in DATA_SETS:
        raise RefusedError(_UNKNOWN, value=shown(key), names=", ".join(DATA_SETS))
    if key == "article":
        return LabelledPoints(
            ("x1", "x2"), ("cat", "dog", "owl"), np.array([[1.0, 2.0]]), np.array([0])
        )
    if key in MADE:
        deviation = DATA_SETS[key].overlap if overlap is None else overlap
        assert deviation is not None
        points, classes = MADE[key](count, seed, deviation)
        return LabelledPoints(
            ("x1", "x2"), tuple(_LETTERS[: int(classes.max()) + 1]), points, classes
        )
    return read_points((resource("data") / f"{key}.csv").read_text("utf-8"), inputs)
