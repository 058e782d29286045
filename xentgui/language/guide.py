"""The guide: the part of README about using the program, cut into pages, in each language.

README.md is the only source: an installed copy carries it, and a checkout has it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from xentgui import readme
from xentgui.language.catalog import ENGLISH

# The headings that the guide begins with and ends before.  In README, a language but English has
# all of its text below one heading, with its name.
_PARTS: Final = {
    ENGLISH: ("## What it shows", "## How fast it is"),
    "zh_CN": ("### 展示的内容", "## Changes"),
}
_HEADING: Final = re.compile(r"#{2,3} (.+)")


class Page(NamedTuple):
    """A page of the guide: its title, and its text in Markdown, without the title."""

    title: str
    text: str


@cache
def pages(language: str) -> tuple[Page, ...]:
    """Return the pages in a language; in English, if README has no guide in it."""
    first, end = _PARTS.get(language, _PARTS[ENGLISH])
    lines = readme().read_text("utf-8").splitlines()
    return _cut(lines[lines.index(first) : lines.index(end)])


def _cut(lines: list[str]) -> tuple[Page, ...]:
    """Return the pages of the lines of a text: each begins with a heading."""
    found: list[tuple[str, list[str]]] = []
    in_code = False
    for line in lines:
        in_code ^= line.startswith("```")
        heading = None if in_code else _HEADING.fullmatch(line)
        if heading is not None:
            found.append((heading.group(1), []))
        else:
            found[-1][1].append(line)
    return tuple(Page(title, _joined("\n".join(text).strip()) + "\n") for title, text in found)


def _joined(text: str) -> str:
    """Return Markdown without line breaks after Chinese signs, where no blank may come."""
    return re.sub(r"(?<=[。：；，）])\n(?=[^\n|>`#-])", "", text)
