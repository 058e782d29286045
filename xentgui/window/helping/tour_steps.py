"""The five steps of the tour: what each one asks for, and how it sees that it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import Snapshot


class Seen(NamedTuple):
    """What a step looks at.

    Attributes
    ----------
    snapshot
        The numbers.
    place
        How many steps of the undo history are done.
    example
        The title of the example with these numbers, or "".
    """

    snapshot: Snapshot
    place: int
    example: str


class TourStep(NamedTuple):
    """One step.

    Attributes
    ----------
    parts
        The object names of what it points at: the first of them that is seen.
    free
        The object names of what the note must not cover, besides.
    asks, says
        What is to be done, and what follows from it; in English, in the context "tour".
    is_done
        Whether it is done, by what was seen at its beginning and is seen now.
    """

    parts: tuple[str, ...]
    free: tuple[str, ...]
    asks: str
    says: str
    is_done: Callable[[Seen, Seen], bool]


STEPS = (
    TourStep(
        ("dock.distribution",),
        (),
        QT_TRANSLATE_NOOP(
            "tour", "Each bar is the probability p of a class. Drag one of them up or down."
        ),
        QT_TRANSLATE_NOOP(
            "tour", "Its logit has moved, and all other bars gave way: together they are always 1."
        ),
        lambda before, now: before.snapshot.state.logits != now.snapshot.state.logits,
    ),
    TourStep(
        ("dock.loss",),
        ("dock.distribution",),
        QT_TRANSLATE_NOOP(
            "tour",
            "This is the loss. Make it smaller: pull the bars towards the thick lines of the target.",
        ),
        QT_TRANSLATE_NOOP(
            "tour", "Training does just that: it moves p towards the target, and the loss falls."
        ),
        lambda before, now: now.snapshot.loss < before.snapshot.loss,
    ),
    TourStep(
        ("control.temperature", "control.temperature_value"),
        ("dock.distribution",),
        QT_TRANSLATE_NOOP("tour", "Now set the temperature T to another number, such as 5."),
        QT_TRANSLATE_NOOP(
            "tour", "A high T makes all classes alike; near 0, the winner takes it all."
        ),
        lambda before, now: before.snapshot.state.temperature != now.snapshot.state.temperature,
    ),
    TourStep(
        ("control.undo", "menu.edit"),
        ("dock.distribution",),
        QT_TRANSLATE_NOOP("tour", "Take it back: press {undo}."),
        QT_TRANSLATE_NOOP("tour", "Every change can be undone, as far back as you like."),
        lambda before, now: now.place < before.place,
    ),
    TourStep(
        ("control.presets",),
        ("lesson",),
        QT_TRANSLATE_NOOP("tour", "Choose one of the examples: each of them has a lesson."),
        QT_TRANSLATE_NOOP(
            "tour",
            "“?” beside a title explains that card. {menu} ▸ {entry} leads through all of it.",
        ),
        lambda before, now: bool(now.example) and now != before,
    ),
)
