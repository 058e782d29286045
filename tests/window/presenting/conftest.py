"""The built-in lecture, presented in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from xentgui.documents import lectures
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.presenting import Presenting


@pytest.fixture
def talk(window: MainWindow) -> Iterator[Presenting]:
    """Begin at the first scene, and leave in the end."""
    window.documents.begin_lecture(lectures.BUILT_IN, 0)
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    QApplication.processEvents()
    yield talk
    talk.leave()
