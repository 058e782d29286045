"""The guide is README's, whole, and the same in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xentgui import readme
from xentgui.language import guide
from xentgui.language.catalog import Catalog, codes
from xentgui.panels import PANELS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
ENGLISH = guide.pages("en")
OTHERS = [code for code in codes() if code != "en"]


def _tables(text: str) -> list[list[str]]:
    """Return, for each table, the code in the first two cells of each row."""
    blocks = [block for block in re.split(r"\n\n", text) if block.startswith("|")]
    return [
        [
            " ".join(re.findall(r"`[^`]+`", " ".join(row.split("|")[1:3])))
            for row in block.split("\n")
        ]
        for block in blocks
    ]


def test_that_readme_is_the_source() -> None:
    assert readme().read_text("utf-8") == README


def test_that_no_sentence_of_the_guide_is_left_out() -> None:
    shown = "\n".join(f"{page.title}\n{page.text}" for page in ENGLISH)
    whole = README.partition("## What it shows")[2].partition("## How fast it is")[0]

    for line in filter(None, whole.splitlines()):
        assert line.lstrip("# ") in shown


@pytest.mark.parametrize("code", OTHERS)
def test_that_every_language_has_every_page(code: str) -> None:
    pages = guide.pages(code)

    assert pages != ENGLISH
    assert len(pages) == len(ENGLISH)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("number", range(1, len(ENGLISH)))
def test_that_a_table_has_the_same_rows_in_every_language(code: str, number: int) -> None:
    here, there = guide.pages(code)[number], ENGLISH[number]

    assert _tables(here.text) == _tables(there.text)


@pytest.mark.parametrize("code", codes())
def test_that_every_panel_is_in_the_table_of_panels(code: str) -> None:
    catalog = Catalog(code)
    rows = re.findall(r"^\| (.+?) \|", guide.pages(code)[0].text, re.MULTILINE)
    titles = {re.sub(r"\s*[(（].*", "", row) for row in rows}

    assert {catalog.translate("panels", panel.title) for panel in PANELS} <= titles
