"""The numbers of a mark in the input space, and the edits by which they are typed."""

from __future__ import annotations

from xentgui.language.numbers import lowered
from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier
from xentgui.model.view import View
from xentgui.panels.boundary_mark import BoundaryMark, with_offset
from xentgui.panels.input_space_choices import axes_of
from xentgui.panels.mean_mark import MeanMark, means_in, moved_to
from xentgui.panels.point_mark import PointMark, set_inputs


def captions_of(mark: Mark) -> tuple[str, ...]:
    """Return the symbols of the two inputs, or of the difference of two biases."""
    if isinstance(mark, BoundaryMark):
        first, second = (lowered(str(one + 1)) for one in (mark.first, mark.second))
        return (f"b{first} − b{second}",)
    return ("x (→)", "x (↑)")


def numbers_of(mark: Mark, subject: Classifier, view: View) -> tuple[float, ...]:
    """Return the two inputs of a point or a mean, or the difference of two biases."""
    if isinstance(mark, BoundaryMark):
        return (float(subject.bias[mark.first] - subject.bias[mark.second]),)
    axes = axes_of(subject, view)
    if isinstance(mark, MeanMark):
        return tuple(mean_of(subject, view, mark)[list(axes)].tolist())
    assert isinstance(mark, PointMark)
    return tuple(subject.points[mark.number, [axes.across, axes.up]].tolist())


def typed(mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
    """Return the edit for typed numbers."""
    if isinstance(mark, BoundaryMark):
        return with_offset(mark, values[0])
    across, up = values
    if isinstance(mark, MeanMark):
        mean = mark
        return OnClassifier(
            lambda subject: moved_to(mean, subject, axes_of(subject, view), (across, up))
        )
    assert isinstance(mark, PointMark)
    return set_inputs(mark, lambda subject: axes_of(subject, view), (across, up))


def mean_of(subject: Classifier, view: View, mark: MeanMark) -> Array:
    """Return the inputs of a mean, shape (D,)."""
    means = means_in(subject, view)
    found: Array = subject.points[0] if means is None else means[mark.index]
    return found
