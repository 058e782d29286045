"""Says in a sentence how a text was understood."""

from __future__ import annotations

from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.column import SCALES, Role
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.reading import Reading

_WHOLE = QT_TRANSLATE_NOOP("errors", "{layout}: {parts}.")
_LIST = QT_TRANSLATE_NOOP("errors", "{parts}, {part}")
_IN_COLUMN = QT_TRANSLATE_NOOP("errors", "{what} in column {first}")
_IN_COLUMNS = QT_TRANSLATE_NOOP("errors", "{what} in columns {first} to {last}")
_ROWS = QT_TRANSLATE_NOOP("errors", "a sample in each of {count} rows")

_POINTS = QT_TRANSLATE_NOOP("errors", "a point in each of {count} rows")
_HEADER = QT_TRANSLATE_NOOP("errors", "the names of the columns in the first line")
_NO_HEADER = QT_TRANSLATE_NOOP("errors", "no names of columns")
_COMMA = QT_TRANSLATE_NOOP("errors", "decimal commas")

ROLE_NAMES: Final = {
    Role.LABEL: QT_TRANSLATE_NOOP("errors", "names"),
    Role.LOGIT: QT_TRANSLATE_NOOP("errors", "logits"),
    Role.PROBABILITY: QT_TRANSLATE_NOOP("errors", "probabilities (z = log p)"),
    Role.PERCENT: QT_TRANSLATE_NOOP("errors", "percentages (z = log p)"),
    Role.LOG_PROBABILITY: QT_TRANSLATE_NOOP("errors", "log-probabilities"),
    Role.TARGET: QT_TRANSLATE_NOOP("errors", "targets"),
    Role.TARGET_CLASS: QT_TRANSLATE_NOOP("errors", "target classes (from 0, or by name)"),
    Role.TARGET_FROM_ONE: QT_TRANSLATE_NOOP("errors", "target classes (from 1)"),
    Role.INDEX: QT_TRANSLATE_NOOP("errors", "row numbers"),
    Role.OUT: QT_TRANSLATE_NOOP("errors", "left out"),
    Role.INPUT: QT_TRANSLATE_NOOP("errors", "inputs"),
    Role.POINT_CLASS: QT_TRANSLATE_NOOP("errors", "classes"),
}
"""What each role is called, for people."""

MENU_NAMES: Final = ROLE_NAMES | {
    Role.PROBABILITY: QT_TRANSLATE_NOOP("errors", "probabilities"),
    Role.PERCENT: QT_TRANSLATE_NOOP("errors", "percentages"),
    Role.TARGET_CLASS: QT_TRANSLATE_NOOP("errors", "classes from 0, or names"),
    Role.TARGET_FROM_ONE: QT_TRANSLATE_NOOP("errors", "classes from 1"),
}
"""The same, short, for menus."""


def description(reading: Reading | PointsReading) -> Message:
    r"""Return what the text was taken for, and what its columns hold.

    >>> from xentgui.reading.reading import read
    >>> str(description(read("cat 2.33\ndog -1.46")))
    'words and numbers with blanks between them: names in column 1, logits in column 2.'
    """
    parts = [_part(reading, *run) for run in _runs(reading.roles)]
    if isinstance(reading, PointsReading):
        parts += _of_points(reading)
    elif len(reading.places(*SCALES)) > 1 and reading.grid.height > 1:
        parts.append(Message(_ROWS, {"count": reading.block.rows}))
    whole = parts[0]
    for part in parts[1:]:
        whole = Message(_LIST, {"parts": whole, "part": part})
    return Message(_WHOLE, {"layout": Message(reading.layout), "parts": whole})


def _of_points(reading: PointsReading) -> list[Message]:
    """Return what else is to be known of points: how many, names, and an unusual decimal sign."""
    form = reading.table.form
    parts = [Message(_POINTS, {"count": len(reading.table.rows)})]
    parts.append(Message(_HEADER if form.header else _NO_HEADER))
    if form.decimal == ",":
        parts.append(Message(_COMMA))
    return parts


def _part(reading: Reading | PointsReading, role: Role, first: int, last: int) -> Message:
    what = Message(ROLE_NAMES[role])
    if last - first + 1 == reading.grid.width:
        return what
    if first == last:
        return Message(_IN_COLUMN, {"what": what, "first": first + 1})
    return Message(_IN_COLUMNS, {"what": what, "first": first + 1, "last": last + 1})


def _runs(roles: tuple[Role, ...]) -> list[tuple[Role, int, int]]:
    """Return each role that neighbouring columns share, with the first and the last of them."""
    found: list[tuple[Role, int, int]] = []
    for j, role in enumerate(roles):
        if found and found[-1][0] is role:
            found[-1] = (role, found[-1][1], j)
        else:
            found.append((role, j, j))
    return found
