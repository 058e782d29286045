"""CSV: one line for each class, exact, with the single numbers repeated on every line."""

from __future__ import annotations

import re

from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import columns_of, readouts_of
from xentgui.language.formulas import guarded
from xentgui.model import Snapshot

# Where the comma is the decimal mark, a semicolon or a tab begins the next cell.
_PLAIN = re.compile(r"[^,;\"\s]([^,;\"\r\n\t]*[^,;\"\s])?")


def encode(snapshot: Snapshot, looks: Looks) -> str:
    """Return the numbers of `snapshot`, in nats, as comma-separated values after RFC 4180.

    Every number reads back exactly; infinity is "inf".  There is one table: numbers that belong to
    no class have columns of their own, with the same value on every line.
    """
    arrays, singles = columns_of(snapshot), readouts_of(snapshot, looks)
    header = ["label", *(one.singular for one in arrays), *(one.field for one in singles)]
    values = [one.value(snapshot) for one in singles]
    single = [text_cell(one) if isinstance(one, str) else repr(one) for one in values]
    columns = [map(repr, one.values(snapshot)) for one in arrays]
    lines = [",".join(header)]
    for label, *numbers in zip(snapshot.state.labels, *columns, strict=True):
        lines.append(",".join([text_cell(label), *numbers, *single]))
    return "\n".join([*lines, ""])


def text_cell(text: str) -> str:
    """Return `text` as a cell: quoted if necessary, and never a formula."""
    return _quoted(guarded(text))


def _quoted(text: str) -> str:
    """Return `text` in quotes if it needs them; Python's csv does not quote carriage returns."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + text.replace('"', '""') + '"'
