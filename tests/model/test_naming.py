"""What classes are called in sentences, whatever their names are made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.naming import LONGEST, name_of, one_line, visible
from xentgui.model.short_names import short_names


def test_that_a_class_without_a_name_is_called_by_its_number() -> None:
    assert name_of(("cat", ""), 1) == "#2"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (" the", "‿the"),
        ("the ", "the‿"),
        ("   ", "‿‿‿"),
        ("a  b", "a‿‿b"),
        ("\n", "⏎"),
        ("\n\n", "⏎⏎"),
        ("\u200b", "‹U+200B›"),
        ("cat\u200d", "cat‹U+200D›"),
        ("\u200fcat", "‹U+200F›cat"),
        ("\u00a0", "‹U+00A0›"),
        ("\ufeffcat", "‹U+FEFF›cat"),
    ],
)
def test_that_blanks_and_marks_that_would_not_be_seen_are_signs(name: str, called: str) -> None:
    assert name_of((name,), 0) == called
    assert short_names((name,), (0,), 40) == (called,)


@pytest.mark.parametrize("mark", [" ", "\n", "\t", "\u200b", "\u200d", "\u200e", "\u202e", "\x00"])
@given(name=st.text("abc ", max_size=6))
def test_that_names_that_differ_in_what_is_not_seen_are_shown_different(
    mark: str, name: str
) -> None:
    shown = {name_of((text,), 0) for text in (name or "a", (name or "a") + mark)}
    assert len(shown) == 2


@given(st.text())
def test_that_a_shown_name_is_one_line_without_marks_that_reverse_it(name: str) -> None:
    shown = visible(name)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not set(shown) & set(
        "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("cat", "cat"),
        ("two\r\nlines", "two⏎lines"),
        ("a\tb", "a⇥b"),
        ("\x1b[31mred", "‹U+001B›[31mred"),
        ("\u202eevil", "‹U+202E›evil"),
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
