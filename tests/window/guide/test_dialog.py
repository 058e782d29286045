"""The guide in the window: pages, pictures that the panels paint, and a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from xentgui.language import guide
from xentgui.language.text import translate
from xentgui.panels import PANELS
from xentgui.window.guide.dialog import Guide
from xentgui.window.guide.panel_pictures import PanelPictures, with_pictures
from xentgui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> Guide:
    window.run_command("help.guide")
    return window.findChild(Guide)


def _picture(pictures: PanelPictures, key: str) -> QImage:
    kind = QTextDocument.ResourceType.ImageResource.value
    return pictures.resource(kind, QUrl(f"panel:{key}"))


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_that_every_panel_has_a_picture_with_something_on_it(qapp, panel) -> None:
    pictures = PanelPictures("light", "en")

    image = _picture(pictures, panel.key)

    seen = {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    assert len(seen) > 3


def test_that_a_picture_has_the_colours_and_the_language_of_the_window(qapp) -> None:
    light, dark = PanelPictures("light", "en"), PanelPictures("dark", "en")

    assert _picture(light, "distribution") != _picture(dark, "distribution")


def test_that_the_pages_are_those_of_the_guide_and_show_every_panel(dialog: Guide) -> None:
    titles = [dialog.pages.item(row).text() for row in range(dialog.pages.count())]
    assert titles == [page.title for page in guide.pages("en")]

    text = with_pictures(guide.pages("en")[0].text, {one.title: one.key for one in PANELS})
    assert all(f"(panel:{panel.key})" in text for panel in PANELS)
    for row, page in enumerate(guide.pages("en")):
        dialog.pages.setCurrentRow(row)
        assert dialog.page.toPlainText().startswith(page.title)


def test_that_a_second_request_brings_the_same_window(window: MainWindow, dialog: Guide) -> None:
    window.run_command("help.guide")

    assert window.findChildren(Guide) == [dialog]


def test_that_it_follows_the_language_and_the_theme(window: MainWindow, dialog: Guide) -> None:
    dialog.pages.setCurrentRow(2)

    window.run_command("language.zh_CN")
    window.run_command("theme.dark")

    assert dialog.pages.currentRow() == 2
    assert dialog.page.toPlainText().startswith(guide.pages("zh_CN")[2].title)
    assert dialog.windowTitle() == translate("window", "Guide") == "指南"


def test_that_a_search_leaves_the_pages_that_have_the_words(dialog: Guide) -> None:
    dialog.search.setText("qpdf")

    shown = [row for row in range(dialog.pages.count()) if not dialog.pages.item(row).isHidden()]
    assert [guide.pages("en")[row].title for row in shown] == ["Figures"]
    assert dialog.page.textCursor().selectedText() == "qpdf"

    dialog.search.setText("")
    assert not any(dialog.pages.item(row).isHidden() for row in range(dialog.pages.count()))
