"""Three ways to find W and b: trained by descent, and two closed forms without any training.

- ``softmax``: softmax regression; W and b are what a person or a training has set.
- ``lda``: linear discriminant analysis, see `closed_forms`.
- ``linear``: least squares on the targets, without softmax, see there, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xentgui.model.classifier.linear import Linear
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.rows import Array

WAYS: Final = ("softmax", "lda", "linear")
"""All of them, by key."""

_UNKNOWN = QT_TRANSLATE_NOOP("errors", "There is no model {value}. Choose among these: {models}.")


def checked_way(way: str) -> str:
    """Return `way`; raises RefusedError if it is none."""
    if way not in WAYS:
        raise RefusedError(_UNKNOWN, value=shown(way), models=", ".join(WAYS))
    return way


def in_closed_form(way: str, points: Array, targets: Array, labels: Sequence[str]) -> Linear:
    """Return W and b of "lda" or "linear"; shapes (N, D) and (N, K).

    Raises RefusedError where the points do not determine them.
    """
    # Imported here, because no start needs them.
    from xentgui.model.classifier.closed_forms import gaussians_of, least_squares  # noqa: PLC0415

    if way == "lda":
        return gaussians_of(points, targets, labels).linear()
    return least_squares(points, targets)
