"""Other ways to look at the same numbers."""

from __future__ import annotations

from xentgui.canvas.plot_view import PlotView
from xentgui.panels.areas import Areas
from xentgui.window.main_window import MainWindow


def test_that_information_turns_into_areas_and_back(window: MainWindow) -> None:
    view = window.panels["information"]
    assert isinstance(view, PlotView)
    curve = view.picture.face

    window.run_command("information.areas")
    assert isinstance(view.picture.face, Areas)
    assert window.commands["information.areas"].isChecked()
    assert view.picture.ranges.right == 1.0

    window.run_command("information.areas")
    assert view.picture.face is curve
    assert window.store.history.count() == 0
