"""A window with another loss than the first."""

from __future__ import annotations

import pytest

from tests.flows.losses.truth import STATES, with_loss
from xentgui.model.subjects import to_state
from xentgui.window.main_window import MainWindow


@pytest.fixture
def brier_window(window: MainWindow) -> MainWindow:
    state = with_loss(STATES["soft"], "brier")
    window.store.edit(to_state(state), "Choose the loss")
    return window
