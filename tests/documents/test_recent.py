from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from xentgui.documents.recent import MOST, Recent
from xentgui.settings import Settings


@pytest.fixture
def settings(settings_path: Path) -> Settings:
    return Settings(QSettings(str(settings_path), QSettings.Format.IniFormat))


def test_that_the_latest_file_comes_first_and_each_of_them_once(settings: Settings) -> None:
    recent = Recent(settings)
    for name in ("/a", "/b", "/c", "/a"):
        recent.add(Path(name))

    assert recent.paths() == (Path("/a"), Path("/c"), Path("/b"))
    assert Recent(settings).paths() == recent.paths()


def test_that_the_list_does_not_grow_for_ever(settings: Settings) -> None:
    recent = Recent(settings)
    for number in range(50):
        recent.add(Path(f"/{number}"))

    assert len(recent.paths()) == MOST
    assert recent.paths()[0] == Path("/49")


def test_that_files_can_be_forgotten(settings: Settings) -> None:
    recent = Recent(settings)
    recent.add(Path("/a"))
    recent.add(Path("/b, ü\n;"))

    recent.forget(Path("/a"))
    assert recent.paths() == (Path("/b, ü\n;"),)
    recent.clear()
    assert recent.paths() == ()


@pytest.mark.parametrize("spoilt", ["", "{", "7", "[1, null]", '{"a": 1}'])
def test_that_a_list_that_was_spoilt_is_empty(settings: Settings, spoilt: str) -> None:
    settings.recent = spoilt

    assert Recent(settings).paths() == ()
