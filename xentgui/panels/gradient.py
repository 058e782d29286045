"""The gradient of the loss at the logits, and the step that follows from it while one walks."""

from __future__ import annotations

from xentgui.model.view import View
from xentgui.panels.gradient_arrows import GradientArrows
from xentgui.panels.plot_panel import PlotPanel


class Gradient(GradientArrows):
    """The slope of the loss in each logit; an arrow down means: raising it lowers the loss."""

    def face(self, view: View) -> PlotPanel:
        """Return the arrows alone, or with the step about to be taken beside them."""
        if view.next_step or view.run is not None:
            from xentgui.panels.gradient_step import with_step  # noqa: PLC0415 - for walks alone

            return with_step()
        return self
