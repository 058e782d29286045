from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from xentgui.language.units import UNITS
from xentgui.settings import CONFIG_VARIABLE, Settings, directory


def _settings(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def test_that_what_was_set_is_there_after_a_restart(settings_path: Path) -> None:
    settings = _settings(settings_path)
    settings.theme, settings.language, settings.unit = "dark", "zh_CN", "bits"
    settings.decimals, settings.zoom, settings.layout = 6, 1.25, b"\0\xff\n=;"
    settings.save()

    again = _settings(settings_path)

    assert (again.theme, again.language, again.unit) == ("dark", "zh_CN", "bits")
    assert (again.decimals, again.zoom, again.layout) == (6, 1.25, b"\0\xff\n=;")


def test_that_new_settings_follow_the_system(settings_path: Path) -> None:
    settings = _settings(settings_path)

    assert (settings.theme, settings.language) == ("", "")
    assert (settings.unit, settings.decimals, settings.zoom) == ("nats", 4, 1.0)


@pytest.mark.parametrize(
    ("key", "name", "default"),
    [
        ("view/theme", "theme", ""),
        ("view/unit", "unit", "nats"),
        ("view/decimals", "decimals", 4),
        ("view/zoom", "zoom", 1.0),
        ("window/layout", "layout", b""),
    ],
)
@pytest.mark.parametrize("spoilt", ["purple", "-1", "nan", "", "1e9"])
def test_that_what_was_spoilt_by_hand_is_the_default(
    settings_path: Path, key: str, name: str, default: object, spoilt: str
) -> None:
    section, value = key.split("/")
    settings_path.write_text(f"[{section}]\n{value}={spoilt}\n")

    assert getattr(_settings(settings_path), name) == default


@pytest.mark.parametrize("unit", UNITS)
def test_that_every_unit_can_be_remembered(settings_path: Path, unit: str) -> None:
    settings = _settings(settings_path)
    settings.unit = unit

    assert settings.unit == unit


def test_that_the_environment_puts_the_folder_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path))

    assert directory() == tmp_path


def test_that_a_file_is_not_written_again_for_what_is_in_it(settings_path: Path) -> None:
    settings = _settings(settings_path)
    settings.unit, settings.decimals, settings.zoom, settings.layout = "bits", 6, 1.25, b"\0\xff"
    settings.save()
    settings = _settings(settings_path)
    assert settings.unit == "bits"
    settings_path.unlink()

    settings.unit, settings.decimals, settings.zoom, settings.layout = "bits", 6, 1.25, b"\0\xff"
    settings.save()
    assert not settings_path.exists()

    settings.decimals = 7
    settings.save()
    assert _settings(settings_path).decimals == 7
