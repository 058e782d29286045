"""A second loss, registered and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.flows.second_loss.truth import STATES, with_loss
from tests.model.losses.brier import BRIER
from xentgui.model.losses import LOSSES
from xentgui.model.subjects import to_state
from xentgui.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    LOSSES[BRIER.key] = BRIER
    yield
    del LOSSES[BRIER.key]


@pytest.fixture
def brier_window(window: MainWindow) -> MainWindow:
    state = with_loss(STATES["soft"], "brier")
    window.store.edit(to_state(state), "Choose the loss")
    return window
