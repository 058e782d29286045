"""What classes are called in sentences, whatever their names are made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.naming import LONGEST, name_of, one_line


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\x00", "\u202e", "\u200b"])
def test_that_a_class_without_a_visible_name_is_called_by_its_number(blank: str) -> None:
    assert name_of(("cat", blank), 1) == "#2"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("cat", "cat"),
        ("two\r\nlines", "two lines"),
        ("a\tb", "a b"),
        ("\x1b[31mred", "[31mred"),
        ("\u202eevil", "evil"),
        ("\ud800", "\ufffd"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("第一类", "第一类"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
def test_that_a_name_is_told_on_one_line(name: str, called: str) -> None:
    assert name_of((name,), 0) == called


def test_that_a_name_from_right_to_left_leaves_the_words_around_it_in_order() -> None:
    assert name_of(("שלום",), 0) == "\N{FIRST STRONG ISOLATE}שלום\N{POP DIRECTIONAL ISOLATE}"


def test_that_a_name_never_hides_the_sentence() -> None:
    assert name_of(("x" * 10_000,), 0) == "x" * (LONGEST - 1) + "…"


@given(st.text())
def test_that_nothing_but_what_can_be_drawn_is_left_of_any_text(text: str) -> None:
    left = one_line(text)

    assert left == left.strip()
    assert one_line(left) == left
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in left)
