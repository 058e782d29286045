import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer

from xentgui import resource
from xentgui.commands.registry import ACTIONS
from xentgui.painting import icons
from xentgui.painting.theme import DARK, LIGHT

FILES = sorted(resource("icons").glob("*.svg"))
LINE_ICONS = [path for path in FILES if path.stem != icons.APPLICATION]


def picture(icon: QIcon, side=48, scale=1.0, mode=QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(side, side), scale, mode).toImage()


def colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_icon_is_drawn_inside_its_square(qapp, path):
    image = picture(QIcon(str(path)), 64)
    edge = [(x, y) for x in range(64) for y in range(64) if {x, y} & {0, 63}]

    assert QSvgRenderer(str(path)).isValid()
    assert any(image.pixelColor(x, y).alpha() for x in range(64) for y in range(64))
    assert not any(image.pixelColor(*place).alpha() for place in edge)


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_every_line_icon_has_one_colour_and_one_square(path):
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    used = {
        element.get(name)
        for element in root.iter()
        for name in ("fill", "stroke", "color", "style")
    }

    assert root.get("viewBox") == "0 0 24 24"
    assert used <= {None, "none", "currentColor"}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_that_an_icon_has_the_colours_of_its_theme(qapp, theme):
    icon = icons.icon("play", theme)

    assert colours(picture(icon)) == {QColor(theme.ink).name()}
    assert colours(picture(icon, mode=QIcon.Mode.Selected)) == {QColor(theme.on_accent).name()}


def test_that_an_icon_pales_where_its_action_cannot_be_used(qapp):
    pale = picture(icons.icon("play", LIGHT), mode=QIcon.Mode.Disabled)

    assert pale.pixelColor(24, 24).name() == LIGHT.faint().mute


def test_that_icons_are_drawn_anew_for_a_finer_screen(qapp):
    icon = icons.icon("close", LIGHT)
    fine, coarse = picture(icon, 24, 2.0), picture(icon, 24, 1.0)

    assert (fine.width(), coarse.width(), fine.devicePixelRatio()) == (48, 24, 2.0)
    fine.setDevicePixelRatio(1.0)
    assert fine == picture(icon, 48)


def test_that_an_icon_is_made_once(qapp):
    assert icons.icon("undo", LIGHT) is icons.icon("undo", LIGHT)
    assert icons.application_icon() is icons.application_icon()


def test_every_command_has_an_icon_that_exists():
    assert {spec.icon for spec in ACTIONS.values()} - {path.stem for path in FILES} <= {""}


def test_that_the_program_has_an_icon_of_its_own(qapp):
    assert len(colours(picture(icons.application_icon(), 128))) > 10
