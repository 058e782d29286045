"""The sampler, in the picture that is chosen: sorted bars below their sum, or one bar."""

from __future__ import annotations

from functools import cache

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.panels.choice import Choice, Option
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.sampler_rows import SamplerRows
from xentgui.panels.sampler_sorted import SortedSampler

_SORTED, _ONE_BAR = "sorted", "bar"
_PICTURE = QT_TRANSLATE_NOOP("panels", "Stages as")
_PICTURES = (
    (_SORTED, QT_TRANSLATE_NOOP("panels", "Bars sorted by p, with their sum")),
    (_ONE_BAR, QT_TRANSLATE_NOOP("panels", "One bar of all p")),
)


def _picture() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _PICTURES)
    return Choice("picture", translate("panels", _PICTURE), options, _SORTED)


@cache
def _sorted_sampler() -> PlotPanel:
    found: PlotPanel = SortedSampler()
    return found


class Sampler(SamplerRows):
    """The rows of one bar each, unless the sorted bars are chosen."""

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what a row is a picture of."""
        return (_picture(),)

    def face(self, view: View) -> PlotPanel:
        """Return the panel of the chosen picture."""
        if _picture().chosen(self.key, view)[0] == _ONE_BAR:
            return self
        found: PlotPanel = _sorted_sampler()
        return found
