r"""Features of the inputs: squares, products and sines, of which z = W f(x) + b is linear.

The logits are K linear functions still, of more numbers; seen over x, the boundaries bend.  A
feature has a key, which counts the inputs from 1: ``x1``, ``x1^2``, ``x1*x2``, ``sin x1``.

Source: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.1 (fixed basis functions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from xentgui.model.checks import InvalidStateError
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.naming import name_of
from xentgui.model.rows import Array

_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "There is no feature {value}. Write x1, x1^2, x1*x2 or sin x1, with inputs up to {count}.",
)
_NONE = QT_TRANSLATE_NOOP("errors", "A classifier needs at least one feature. Choose one.")
_TWICE = QT_TRANSLATE_NOOP("errors", "The feature {value} is there twice. Write it once.")

_FORM: Final = re.compile(r"(?:(sin)\s*\(?\s*)?x\s*(\d+)\)?(?:\s*(\^2|\*?\s*x\s*(\d+)))?")
_SUBSCRIPTS: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉·×", "0123456789**")


class Feature(NamedTuple):
    """A feature.

    Attributes
    ----------
    kind
        "x", "square", "product" or "sin".
    first, second
        The inputs that it is made of, from 0; the same one unless it is a product.
    """

    kind: str
    first: int
    second: int

    @property
    def key(self) -> str:
        """How it is written."""
        one, other = f"x{self.first + 1}", f"x{self.second + 1}"
        forms = {"x": one, "square": f"{one}^2", "product": f"{one}*{other}", "sin": f"sin {one}"}
        return forms[self.kind]


def feature_of(key: str, inputs: int) -> Feature:
    """Return the feature that `key` names, of so many inputs; raises InvalidStateError.

    >>> feature_of("x2x1", 2).key, feature_of("x₁²", 2).key, feature_of("sin(x2)", 2).key
    ('x1*x2', 'x1^2', 'sin x2')
    """
    plain = key.translate(_SUBSCRIPTS).replace("²", "^2").strip()
    found = _FORM.fullmatch(plain)
    if found is None or (found[1] and found[3]):
        raise InvalidStateError(_UNKNOWN, value=shown(key), count=inputs)
    first = int(found[2]) - 1
    second = first if found[4] is None else int(found[4]) - 1
    if not (0 <= first < inputs and 0 <= second < inputs):
        raise InvalidStateError(_UNKNOWN, value=shown(key), count=inputs)
    if found[1]:
        return Feature("sin", first, first)
    if found[3] is None:
        return Feature("x", first, first)
    first, second = sorted((first, second))
    return Feature("square" if first == second else "product", first, second)


def checked_features(keys: Iterable[str], inputs: int) -> tuple[str, ...]:
    """Return the keys as they are written; () if they are the inputs as they are, or none."""
    found = tuple(feature_of(key, inputs).key for key in keys)
    for key in found:
        if found.count(key) > 1:
            raise InvalidStateError(_TWICE, value=shown(key))
    return () if found == plain_features(inputs) else found


def plain_features(inputs: int) -> tuple[str, ...]:
    """Return the keys of the inputs as they are."""
    return tuple(f"x{number}" for number in range(1, inputs + 1))


def offered_features(inputs: int) -> tuple[str, ...]:
    """Return the keys that can be chosen in the window: of the first two inputs all, else plain.

    >>> offered_features(2)
    ('x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin x1', 'sin x2')
    """
    plain, few = plain_features(inputs), range(1, min(inputs, 2) + 1)
    products = ("x1*x2",) if inputs > 1 else ()
    return (*plain, *(f"x{n}^2" for n in few), *products, *(f"sin x{n}" for n in few))


@np.errstate(all="ignore")
def mapped(keys: Sequence[str], points: Array) -> Array:
    """Return the features of points, shape (N, F); `points` have shape (N, D).

    Without keys it is `points`.

    >>> mapped(("x1^2", "x1*x2"), np.array([[2.0, 3.0]])).tolist()
    [[4.0, 6.0]]
    """
    if not keys:
        return points
    columns = points.T
    found = np.empty((len(points), len(keys)))
    for number, key in enumerate(keys):
        kind, first, second = feature_of(key, len(columns))
        if kind == "x":
            found[:, number] = columns[first]
        elif kind == "sin":
            found[:, number] = np.sin(columns[first])
        else:
            found[:, number] = columns[first] * columns[second]
    return found


@np.errstate(all="ignore")
def by_inputs(keys: Sequence[str], point: Array) -> Array:
    """Return the derivative of each feature by each input at a point; shape (F, D).

    >>> by_inputs(("x1^2", "x1*x2"), np.array([2.0, 3.0])).tolist()
    [[4.0, 0.0], [3.0, 2.0]]
    """
    if not keys:
        return np.eye(len(point))
    found = np.zeros((len(keys), len(point)))
    for number, key in enumerate(keys):
        kind, first, second = feature_of(key, len(point))
        if kind == "x":
            found[number, first] = 1.0
        elif kind == "sin":
            found[number, first] = np.cos(point[first])
        else:
            found[number, first] += point[second]
            found[number, second] += point[first]
    return found


def feature_names(keys: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Return how each feature is called where the inputs have `names`.

    >>> feature_names(("x1^2", "x1*x2", "sin x2"), ("length", "width"))
    ('length²', 'length·width', 'sin width')
    """
    if not keys:
        return tuple(names)
    found = []
    for key in keys:
        kind, first, second = feature_of(key, len(names))
        one, other = name_of(names, first), name_of(names, second)
        forms = {"x": one, "square": f"{one}²", "product": f"{one}·{other}", "sin": f"sin {one}"}
        found.append(forms[kind])
    return tuple(found)


def require_some(keys: Sequence[str]) -> None:
    """Raise InvalidStateError for no feature at all."""
    if not keys:
        raise InvalidStateError(_NONE)
