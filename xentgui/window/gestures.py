"""What the pointer and the keys do beside the commands, place by place: F1 lists it.

A class that listens to the pointer is named here, with what can be done there.
"""

from __future__ import annotations

from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP


class Place(NamedTuple):
    """A kind of place in the window.

    Attributes
    ----------
    title
        Its name, translated under the context "window" when it is shown.
    listeners
        The classes that listen to the pointer there.
    gestures
        What a person does, and what follows; both are translated in the same way.
    """

    title: str
    listeners: frozenset[str]
    gestures: tuple[tuple[str, str], ...]


PLACES = (
    Place(
        QT_TRANSLATE_NOOP("window", "In a panel"),
        frozenset({"PlotView", "PageView", "PullHint"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Drag a bar, a dot or a line"),
                QT_TRANSLATE_NOOP("window", "Set its number"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag a line of the target"),
                QT_TRANSLATE_NOOP("window", "The other targets give way: Σy stays"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Alt while dragging"),
                QT_TRANSLATE_NOOP("window", "Free: Σy may change, and no number is rounded"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Escape while dragging"),
                QT_TRANSLATE_NOOP("window", "Put it back"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Tab, arrow keys"),
                QT_TRANSLATE_NOOP("window", "Walk from mark to mark, and change it"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Arrow keys with Shift, with Ctrl"),
                QT_TRANSLATE_NOOP("window", "Change it by less, by more"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "T while clicking"),
                QT_TRANSLATE_NOOP("window", "Make the class the target"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Click beside the points of a classifier, N"),
                QT_TRANSLATE_NOOP(
                    "window", "Add one; 1, 2 … or Alt+1, 2 … choose its class, A held paints many"
                ),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Delete on a point"),
                QT_TRANSLATE_NOOP("window", "Remove it"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Type a number"),
                QT_TRANSLATE_NOOP("window", "Set the number of the mark with the focus"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Point at a mark"),
                QT_TRANSLATE_NOOP("window", "Light its class everywhere"),
            ),
            (
                QT_TRANSLATE_NOOP(
                    "window", "Wheel, dragging beside the marks; Z, Ctrl+Alt and arrow"
                ),
                QT_TRANSLATE_NOOP("window", "Zoom and move a plot, where its panel allows it"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Double-click beside the marks, Backspace"),
                QT_TRANSLATE_NOOP("window", "Show the whole plot again"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Space, Backspace, Home"),
                QT_TRANSLATE_NOOP("window", "Next stage of the derivation, one back, none"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Wheel, or Ctrl and an arrow key, on a page"),
                QT_TRANSLATE_NOOP("window", "Scroll it"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "In the panels of Learn"),
        frozenset({"PlotView"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Drag the line of the trace"),
                QT_TRANSLATE_NOOP("window", "Go back and forth along the walk"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag the point of the landscape"),
                QT_TRANSLATE_NOOP("window", "Set two logits at once"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag the dot or the square of the simplex"),
                QT_TRANSLATE_NOOP("window", "Set p or y of three classes at once"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag the line of the curves"),
                QT_TRANSLATE_NOOP("window", "Set the number of the axis"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag a cell of the Jacobian up or down"),
                QT_TRANSLATE_NOOP("window", "Set the logit of its column"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag the line of “Why cross-entropy”"),
                QT_TRANSLATE_NOOP("window", "Set p of the true class"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag a target in “Where it rests”"),
                QT_TRANSLATE_NOOP("window", "Set its share of Σy"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Pull the head of a hollow arrow"),
                QT_TRANSLATE_NOOP("window", "Take the next step"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "In a table"),
        frozenset({"ClassTable", "NumberTable"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Type, double-click, F2"),
                QT_TRANSLATE_NOOP("window", "Edit the cell; Escape gives it up"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Enter, or Tab while typing; with Shift"),
                QT_TRANSLATE_NOOP("window", "Go to the next cell; back"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Delete"),
                QT_TRANSLATE_NOOP("window", "Set the selected numbers to 0"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Ctrl and an arrow key"),
                QT_TRANSLATE_NOOP("window", "Go to the edge of the table"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Click on a heading of points, F4"),
                QT_TRANSLATE_NOOP("window", "Sort by it; again: the other way, as before"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Right-click"),
                QT_TRANSLATE_NOOP("window", "What can be done with the selected classes"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "At a glance"),
        frozenset({"ReadoutsCard", "CopiedValue"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Right-click a number"),
                QT_TRANSLATE_NOOP("window", "Copy it"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Wheel"),
                QT_TRANSLATE_NOOP("window", "Scroll, if not all lines have room"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "Around the panels"),
        frozenset({"TitleBar", "Drops"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Drag a title; Alt+Shift and arrow"),
                QT_TRANSLATE_NOOP("window", "Move the panel or table; Escape puts it back"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drag the gap between two; Ctrl+Alt+Shift and arrow"),
                QT_TRANSLATE_NOOP("window", "Share the room in another way"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Double-click a title"),
                QT_TRANSLATE_NOOP("window", "Let it fill the window; again: as before"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Drop a file on the window"),
                QT_TRANSLATE_NOOP("window", "Open it"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "Scenes, and while presenting"),
        frozenset({"StripView", "StageView", "Overview"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Drag a scene, Ctrl and arrow"),
                QT_TRANSLATE_NOOP("window", "Give it another place"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Double-click a scene, Enter"),
                QT_TRANSLATE_NOOP("window", "Write its title, caption and notes"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Click on empty ground"),
                QT_TRANSLATE_NOOP("window", "Next step; right-click: the one before"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Click a mark, arrow keys"),
                QT_TRANSLATE_NOOP("window", "Change its number; Escape: keys step again"),
            ),
        ),
    ),
    Place(
        QT_TRANSLATE_NOOP("window", "In the toolbar"),
        frozenset({"Slider"}),
        (
            (
                QT_TRANSLATE_NOOP("window", "Drag a slider, arrow keys"),
                QT_TRANSLATE_NOOP("window", "Set its number; Escape while dragging puts it back"),
            ),
            (
                QT_TRANSLATE_NOOP("window", "Double-click a slider"),
                QT_TRANSLATE_NOOP("window", "Set the number of the start"),
            ),
        ),
    ),
)
"""All places, in the order of F1."""
