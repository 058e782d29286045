"""The text of a page of the guide, with a picture in place of each panel's row of a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

SCHEME: Final = "panel"
"""What the address of a panel's picture begins with: "panel:distribution"."""

_CELLS: Final = re.compile(r"(?<!\\)\|")
_COLUMNS: Final = 3  # of the table of panels: its name, what it shows, what can be dragged


def with_pictures(text: str, keys: Mapping[str, str]) -> str:
    r"""Return Markdown in which the table of panels is a section for each of its rows.

    `keys` are the panels by their titles; a row that names none gets no picture.

    >>> print(with_pictures("| card | shows | can be dragged |\n|---|---|---|\n"
    ...                     "| Curves | lines | a line |", {"Curves": "curves"}))
    ### Curves
    <BLANKLINE>
    ![Curves](panel:curves)
    <BLANKLINE>
    lines
    <BLANKLINE>
    *can be dragged:* a line
    <BLANKLINE>
    """
    done: list[str] = []
    for block in re.split(r"\n\n", text):
        head, *rows = block.rstrip().split("\n")  # a page may end with a table
        named = {_key(_cells(row)[0], keys) for row in rows[1:]} if head.startswith("|") else set()
        if named - {""} and len(_cells(head)) == _COLUMNS:
            done += [_section(_cells(row), _cells(head)[2], keys) for row in rows[1:]]
        else:
            done.append(block)
    return "\n\n".join(done)


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(row.strip())[1:-1]]


def _key(title: str, keys: Mapping[str, str]) -> str:
    """Return the key of the panel with this title, without what stands in brackets, or ""."""
    return keys.get(re.sub(r"\s*[(（].*", "", title), "")


def _section(cells: list[str], dragged: str, keys: Mapping[str, str]) -> str:
    title, shows, drag = cells
    key = _key(title, keys)
    parts = [f"### {title}", f"![{title}]({SCHEME}:{key})" if key else "", shows]
    parts += [f"*{dragged}:* {drag}" if drag else ""]
    return "\n\n".join(filter(None, parts)) + "\n"
