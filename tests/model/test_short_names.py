"""Long names become short, and those that differ stay different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.short_names import names_that_fit, short_names

WORDS = st.text("abc 猫é\N{COMBINING ACUTE ACCENT}\N{ZERO WIDTH JOINER}", max_size=40)


@pytest.mark.parametrize("longest", [4, 6, 10, 20])
@pytest.mark.parametrize(
    "names",
    [
        [f"a rather long class name, number {k}" for k in range(1, 11)],
        [f"{k} of the rather long class names" for k in range(1, 11)],
        [f"a rather long class name {k} of those that differ inside" for k in range(1, 11)],
        ["airplane", "automobile", "autonomous", "automatic"],
        ["Chlamydotis macqueenii, adult male", "Chlamydotis macqueenii, adult female"],
    ],
)
def test_that_long_names_that_differ_stay_different(names: list[str], longest: int) -> None:
    short = short_names(names, range(len(names)), longest)

    assert len(set(short)) == len(names)
    assert max(map(len, short)) <= longest


@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(3, 24))
def test_that_no_two_names_become_one(names: list[str], longest: int) -> None:
    short = short_names(names, range(len(names)), longest)

    shown: dict[str, str] = {}
    for name, cut in zip(names, short, strict=True):
        bare = " ".join(name.split())
        assert cut
        assert shown.setdefault(cut, bare) == bare or cut.startswith("#")
        assert len(cut) <= max(longest, 4)


def test_that_a_short_name_is_left_alone() -> None:
    assert short_names(["cat", "dog"], (1, 0), 3) == ("dog", "cat")


def test_that_a_sign_keeps_its_mark() -> None:
    name = "cafe\N{COMBINING ACUTE ACCENT} au lait et encore"

    for longest in range(4, 12):
        first, last = short_names([name], (0,), longest)[0].split("…")
        assert name.startswith(first)
        assert name.endswith(last)
        assert not (first.endswith("e") and len(first) == 4)


@pytest.mark.parametrize("room", [5, 9, 17, 33, 60])
def test_that_names_are_cut_as_little_as_is_needed(room: int) -> None:
    names = [f"a rather long class name, number {k}" for k in range(1, 11)]

    fitted = names_that_fit(names, range(10), lambda texts: max(map(len, texts)) <= room)

    assert len(set(fitted)) == 10
    # A space beside the cut is left out.
    assert min(room, max(map(len, names))) - max(map(len, fitted)) in (0, 1)
