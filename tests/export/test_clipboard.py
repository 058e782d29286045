"""A figure on the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.export.samples import EXAMPLE, figure, of_qimage, pixels
from xentgui.export.clipboard import copied
from xentgui.export.file_formats import SVG
from xentgui.export.formats.png import render

pytestmark = pytest.mark.usefixtures("qapp")


def test_that_pixels_vectors_and_words_are_copied_together() -> None:
    made = figure(EXAMPLE, document="{}")
    data = copied(made)

    image = data.imageData()
    assert isinstance(image, QImage)
    np.testing.assert_array_equal(of_qimage(image), of_qimage(render(made)))
    np.testing.assert_array_equal(pixels(bytes(data.data("image/png").data())), of_qimage(image))
    assert bytes(data.data("image/svg+xml").data()) == SVG.encode(made)
    assert data.text() == made.description()


def test_that_a_program_that_ends_after_copying_ends_well() -> None:
    code = (
        "from PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "from tests.export.samples import EXAMPLE, figure\n"
        "from xentgui.export.clipboard import copy_figure\n"
        "copy_figure(figure(EXAMPLE))\n"
        "copy_figure(figure(EXAMPLE, 'gradient'))\n"
        "assert 'image/svg+xml' in app.clipboard().mimeData().formats()\n"
    )
    home = str(Path(__file__).parents[2])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": home}

    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False, cwd=home)

    assert done.returncode == 0
