from __future__ import annotations

from collections import Counter

import pytest

from xentgui import resource
from xentgui.commands.bars import MENU_BAR, SHOWN, TOOLBAR
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.commands.spec import lookup
from xentgui.window.names import CONTROLS

ENTRIES = [entry for menu in MENUS.values() for entry in menu.entries if entry is not None]


def test_every_command_is_in_exactly_one_menu() -> None:
    assert [key for key in ACTIONS if ENTRIES.count(key) != 1] == []


def test_every_menu_entry_is_a_command_or_a_menu() -> None:
    assert set(ENTRIES) <= ACTIONS.keys() | MENUS.keys()
    assert not ACTIONS.keys() & MENUS.keys()


def test_every_menu_is_in_the_menu_bar_or_in_one_menu() -> None:
    places = Counter([*MENU_BAR, *(entry for entry in ENTRIES if entry in MENUS)])

    assert places == dict.fromkeys(MENUS, 1)


def test_that_the_commands_of_the_toolbar_are_among_those_that_a_picture_waits_for() -> None:
    shown = {spec.key for spec in SHOWN}

    assert {key for key in TOOLBAR if key in ACTIONS} <= shown
    assert [ACTIONS[spec.key] for spec in SHOWN] == list(SHOWN)
    assert len(shown) < len(ACTIONS) / 10


def test_that_no_two_commands_have_the_same_keys() -> None:
    keys = Counter(keys for spec in ACTIONS.values() for keys in spec.shortcuts)

    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_says_what_it_does() -> None:
    assert [key for key, spec in ACTIONS.items() if len(spec.text) <= 1] == []
    assert [key for key, spec in ACTIONS.items() if len(spec.tip) <= 10] == []
    assert [key for key, spec in ACTIONS.items() if spec.tip.endswith(".")] == []


def test_every_icon_of_a_command_is_a_file() -> None:
    icons = {spec.icon for spec in ACTIONS.values() if spec.icon}

    assert [icon for icon in icons if not resource("icons", f"{icon}.svg").is_file()] == []


def test_every_entry_of_the_toolbar_is_known() -> None:
    entries = {entry for entry in TOOLBAR if entry is not None}

    assert entries <= {*ACTIONS, *CONTROLS, "stretch"}


def test_that_menus_do_not_use_one_letter_twice() -> None:
    for key, menu in MENUS.items():
        texts = [
            ACTIONS[entry].text if entry in ACTIONS else MENUS[entry].title
            for entry in menu.entries
            if entry is not None
        ]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], key


def test_that_a_wrong_key_is_answered_with_the_nearest_ones() -> None:
    with pytest.raises(KeyError, match=r"did you mean 'target\.hardmax'"):
        lookup(ACTIONS, "target.hardmx")
