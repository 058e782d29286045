"""The dialog for moving figures: made, told, cancelled, refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSlider, QSpinBox

from tests.export.samples import EXAMPLE
from xentgui.documents.embedded import read_state_document
from xentgui.model import derive
from xentgui.model.subjects import BareLogits
from xentgui.model.view import View
from xentgui.window.dialogs import animation_dialog
from xentgui.window.dialogs.animation_dialog import AnimationDialog
from xentgui.window.dialogs.animation_form import HISTORY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STEPS = tuple(BareLogits(replace(EXAMPLE, temperature=t)) for t in (1.0, 2.0, 4.0))


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AnimationDialog:
    monkeypatch.setattr(animation_dialog, "_SIZE", (320, 180))
    made = AnimationDialog(derive(EXAMPLE), View(), {}, history=STEPS, document=lambda: '{"a": 1}')
    qtbot.addWidget(made)
    made.show()
    _find(made, QSpinBox, "frames").setValue(4)
    return made


def _find(dialog: AnimationDialog, kind: type[Any], name: str) -> Any:
    found = dialog.findChild(kind, f"animation.{name}")
    assert found is not None, name
    return found


def _frames(path: Path) -> int:
    with Image.open(path) as image:
        return int(getattr(image, "n_frames", 1))


@pytest.mark.parametrize("key", ["apng", "gif", "webp"])
def test_every_format_is_saved_there_and_back(
    dialog: AnimationDialog, key: str, tmp_path: Path, qtbot: QtBot
) -> None:
    combo = _find(dialog, QComboBox, "format")
    combo.setCurrentIndex(combo.findData(key))

    with qtbot.waitSignal(dialog.done_with) as told:
        assert dialog.save(tmp_path / f"a.{key}")

    assert f"a.{key}" in told.args[0]
    assert _frames(tmp_path / f"a.{key}") == 6
    if key == "apng":
        assert read_state_document(tmp_path / "a.apng") == '{"a": 1}'


@pytest.mark.parametrize("parameter", ["temperature", "logit", "label_smoothing", HISTORY])
def test_every_parameter_can_be_swept(dialog: AnimationDialog, parameter: str) -> None:
    dialog.choose(parameter)
    animation = dialog.animation()

    if parameter == HISTORY:
        assert animation.subjects == STEPS
    assert len(animation.states) == (3 if parameter == HISTORY else 6)
    assert _find(dialog, QComboBox, "class").isEnabled() == (parameter == "logit")
    assert _find(dialog, QLineEdit, "start").isEnabled() == (parameter != HISTORY)


def test_that_a_history_of_one_state_is_not_offered(qtbot: QtBot) -> None:
    dialog = AnimationDialog(derive(EXAMPLE), View(), {}, history=STEPS[:1])
    qtbot.addWidget(dialog)

    assert _find(dialog, QComboBox, "parameter").findData(HISTORY) == -1


@pytest.mark.expensive
def test_that_cancel_ends_it_and_leaves_no_file(dialog: AnimationDialog, tmp_path: Path) -> None:
    _find(dialog, QSpinBox, "frames").setValue(400)
    seen: list[bool] = []

    def press() -> None:
        button = dialog.findChild(QPushButton, "progress.cancel")
        assert button is not None
        seen.append(button.isVisible())
        seen.append(_find(dialog, QPushButton, "save").isEnabled())
        button.click()

    QTimer.singleShot(0, press)

    assert not dialog.save(tmp_path / "a.apng")
    assert seen == [True, False]
    assert list(tmp_path.iterdir()) == []
    assert _find(dialog, QLabel, "message").text()
    assert _find(dialog, QPushButton, "save").isEnabled()


@pytest.mark.expensive
def test_that_escape_ends_the_making_and_not_the_dialog(
    dialog: AnimationDialog, tmp_path: Path
) -> None:
    _find(dialog, QSpinBox, "frames").setValue(400)
    QTimer.singleShot(0, dialog.reject)

    assert not dialog.save(tmp_path / "a.apng")
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("parameter", "start", "said"),
    [("temperature", "cold", "cold"), ("temperature", "inf", "finite"), ("temperature", "-1", "1")],
)
def test_that_what_cannot_be_swept_is_explained(
    dialog: AnimationDialog, parameter: str, start: str, said: str, tmp_path: Path
) -> None:
    dialog.choose(parameter)
    _find(dialog, QLineEdit, "start").setText(start)

    assert not dialog.save(tmp_path / "a.apng")
    assert said in _find(dialog, QLabel, "message").text()
    assert list(tmp_path.iterdir()) == []


def test_that_the_preview_is_the_frame_that_will_be_written(
    dialog: AnimationDialog, qtbot: QtBot
) -> None:
    slider = _find(dialog, QSlider, "frame")
    qtbot.waitUntil(lambda: slider.maximum() == 6)
    slider.setValue(4)
    figure = dialog.preview.figure
    assert figure is not None
    written = [*dialog.animation().fitted().figures()][3]

    assert figure.spec == written.spec
    assert figure.snapshot.state == written.snapshot.state
    assert figure.ranges == written.ranges


def test_that_the_preview_lies_on_the_ground_that_a_gif_has(qtbot: QtBot) -> None:
    dialog = AnimationDialog(
        derive(EXAMPLE), View(), {"export/figure": '{"theme": "dark", "background": "transparent"}'}
    )
    qtbot.addWidget(dialog)
    dialog.show()
    combo = _find(dialog, QComboBox, "format")
    colors = []
    for key in ("apng", "gif"):
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())
        qtbot.waitUntil(lambda key=key: dialog.preview.see_through == (key == "apng"))
        image = dialog.preview.grab().toImage()
        colors.append(image.pixelColor(image.width() // 2, image.height() // 2).lightness())

    assert colors[0] > 200
    assert colors[1] < 60


def test_that_a_style_is_chosen_in_the_dialog(dialog: AnimationDialog, tmp_path: Path) -> None:
    combo = _find(dialog, QComboBox, "style")
    assert combo.currentData() == "window"
    combo.setCurrentIndex(combo.findData("slide"))

    assert dialog.animation().spec.style == "slide"


def test_that_what_cannot_be_shown_says_why_at_once(dialog: AnimationDialog, qtbot: QtBot) -> None:
    start = _find(dialog, QLineEdit, "start")
    start.setText("")
    start.textEdited.emit("")
    qtbot.waitUntil(lambda: bool(_find(dialog, QLabel, "message").text()))

    assert dialog.preview.figure is None


def test_that_the_slider_of_frames_says_which_frame_it_is_and_what_is_shown_there(
    dialog: AnimationDialog,
) -> None:
    slider, place = _find(dialog, QSlider, "frame"), _find(dialog, QLabel, "frame_place")

    for frame in (slider.maximum(), 2):
        slider.setValue(frame)
        assert place.text().startswith(f"{frame} of {slider.maximum()}: T = ")
        assert slider.accessibleDescription() == place.text()
    assert slider.minimum() == 1
