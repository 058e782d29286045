"""An animation: the same figure of a sequence of states, on fixed axes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from PySide6.QtGui import QImage

from xentgui.export.figure import Figure, panels_of
from xentgui.export.figure_size import fitted
from xentgui.export.formats.png import render
from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import suited
from xentgui.export.told import moving
from xentgui.model import Snapshot, State, derive
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.subjects import Subject
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.plot_panel import PlotPanel

Progress = Callable[[int, int], bool]
"""Called with the number of finished frames, or pages, and of all of them; returns False to stop."""

MOST_FRAMES = 2000
LARGEST_FRAME = 10_000_000  # pixels: more than 4K
_BEYOND = 1.5  # times the height of the middle one of all frames: how far axes go beyond it
_NO_FRAMES = QT_TRANSLATE_NOOP(
    "errors", "An animation can have 2 to {most} frames; this one would have {count}."
)
_RATE = QT_TRANSLATE_NOOP(
    "errors", "An animation shows up to 50 frames a second, and {value} is not such a number."
)
_LARGE = QT_TRANSLATE_NOOP(
    "errors", "A frame would have {width} × {height} pixels. Choose a smaller size."
)


class AnimationError(RefusedError):
    """An animation that cannot be made; the message gives the reason and the remedy."""


class CancelledError(Exception):
    """The person has cancelled the file."""


@dataclass(frozen=True, eq=False)
class Animation:
    """Everything from which an animation is made.

    Attributes
    ----------
    spec, view
        How each frame looks.
    states
        What the frames show, one after the other.
    rate
        Frames a second.
    document
        The state as the text of a document, for formats that can keep it; "" for none.
    subjects
        The subject of each of `states`, for panels that show more of it; none if only states are
        known.

    Raises
    ------
    AnimationError
        If there are too few frames, or too many for the memory.
    """

    spec: FigureSpec
    view: View
    states: tuple[State, ...]
    rate: float = 20.0
    document: str = ""
    subjects: tuple[Subject, ...] = ()

    def __post_init__(self) -> None:
        if not 2 <= len(self.states) <= MOST_FRAMES:
            raise AnimationError(_NO_FRAMES, most=MOST_FRAMES, count=len(self.states))
        if not 0.01 <= self.rate <= 50.0:
            raise AnimationError(_RATE, value=self.rate)
        width, height = self.spec.device_size
        if width * height > LARGEST_FRAME:
            raise AnimationError(_LARGE, width=width, height=height)

    @property
    def milliseconds(self) -> int:
        """The duration of a frame."""
        return round(1000.0 / self.rate)

    def title(self) -> str:
        """Return the title in the file's metadata."""
        spec = replace(self.spec, moving=moving(self.states))
        return Figure(spec, self._snapshot(0), self.view).title()

    def frames(self, progress: Progress | None = None) -> Iterator[QImage]:
        """Paint one frame after the other; raises CancelledError if `progress` returns False."""
        for done, figure in enumerate(self.figures()):
            if progress is not None and not progress(done, len(self.states)):
                raise CancelledError
            yield render(figure)

    def figures(self, chosen: Sequence[int] | None = None) -> Iterator[Figure]:
        """Yield what each frame shows, or each of the `chosen` ones, by number from 0."""
        ranges, spec = self._ranges(), replace(self.spec, moving=moving(self.states))
        for nth in range(len(self.states)) if chosen is None else chosen:
            snapshot = self._snapshot(nth)
            yield Figure(spec, snapshot, self._view_of(snapshot.state), ranges=ranges)

    def fitted(self) -> Animation:
        """Return the animation in a size in which every frame can be read.

        The height follows from the frames if it is free, and type whose size nobody has chosen is
        made smaller.  Raises FigureError, with the least size that would do, if that is not enough.
        """
        first = {state: nth for nth, state in reversed([*enumerate(self.states)])}
        shown = [*self.figures(sorted(first.values()))]
        spec = self.spec
        if spec.free_height:
            heights = [fitted(one.spec, one.snapshot, one.view, one.ranges).height for one in shown]
            spec = replace(spec, height=max(heights), free_height=False)
        for one in shown:
            size = replace(
                one.spec, height=spec.height, font_size=spec.font_size, free_height=False
            )
            font = fitted(size, one.snapshot, one.view, one.ranges).font_size
            spec = replace(spec, font_size=font)
        return replace(self, spec=spec)

    def _snapshot(self, nth: int) -> Snapshot:
        """Return all that follows from a frame's state."""
        return derive(self.states[nth], self.subjects[nth] if self.subjects else None)

    def _view_of(self, state: State) -> View:
        """Return the view with the walk at `state`, or without it where it has not come by."""
        run = self.view.run
        if run is None:
            return self.view
        row = run.place_of(state)
        return replace(self.view, run=None if row is None else run.to(row))

    def _ranges(self) -> dict[str, Ranges]:
        """Return, for each panel, ranges that show all states.

        If the number of classes changes, axes cannot be fixed.
        """
        if len({len(state.labels) for state in self.states}) > 1:
            return {}
        snapshots = [self._snapshot(nth) for nth in _sample(len(self.states))]
        found = {}
        for panel in panels_of(self.spec):
            if isinstance(panel, PlotPanel):
                views = [
                    suited(self.spec, snapshot, self._view_of(snapshot.state))
                    for snapshot in snapshots
                ]
                homes = [
                    panel.face(view).ranges(snapshot, view)
                    for snapshot, view in zip(snapshots, views, strict=True)
                ]
                needed = [
                    panel.face(view).least(snapshot, view)
                    for snapshot, view in zip(snapshots, views, strict=True)
                ]
                seen = [one for one in needed if one is not None]
                # Only the marks of classes stand at the edge if they are beyond it.
                cut = isinstance(panel, ClassPlot)
                found[panel.key] = _shared(homes, seen if cut else homes)
        return found


def _shared(homes: Sequence[Ranges], needed: Sequence[Ranges]) -> Ranges:
    """Return ranges for all frames, whose `homes` show all of each, and in which none looks empty.

    A few frames may need far more height than most.  What they have beyond is shown at the edge, as
    in every plot; but all that is `needed` is seen.
    """
    whole = reduce(Ranges.united, homes)
    bottom = float(np.median([one.bottom for one in homes]))
    top = float(np.median([one.top for one in homes]))
    more = _BEYOND * (top - bottom)
    shown = whole._replace(bottom=max(whole.bottom, bottom - more), top=min(whole.top, top + more))
    return reduce(Ranges.united, needed, shown)


def _sample(count: int, most: int = 200) -> tuple[int, ...]:
    """Return enough of `count` frames, with the first and the last, to find the ranges of all."""
    return (*range(0, count, -(-count // most)), count - 1)
