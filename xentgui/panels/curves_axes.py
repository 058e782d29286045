"""The choices of the panel Curves, and the axes that follow from them."""

from __future__ import annotations

import math

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, loss_in_unit, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.curves import Curves, Drawn, curves_of, even_logit
from xentgui.model.naming import name_of
from xentgui.model.quantity import LOGIT, SWEPT, Quantity
from xentgui.model.settings_of_state import LOSS_SETTINGS, SETTINGS
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.ticks import round_above, tick_step
from xentgui.panels.axis_limits import FARTHEST, span, within
from xentgui.panels.choice import Choice, Option
from xentgui.panels.class_choice import chosen_class, class_options
from xentgui.panels.later import CurvesPanel
from xentgui.panels.quantity_mark import LEAST_RATIO, MOST_RATIO, symbol_of

MOST = 6
"""Classes with curves; of more, those that matter most."""

_OVER = QT_TRANSLATE_NOOP("panels", "Over")
_DRAWN = QT_TRANSLATE_NOOP("panels", "Curves of")
_LOGIT_OF = QT_TRANSLATE_NOOP("panels", "Logit of {label}")
_AXIS_OF_LOGIT = QT_TRANSLATE_NOOP("panels", "logit {symbol} of {label}")
_WORDS = {
    Drawn.PROBABILITIES: QT_TRANSLATE_NOOP("panels", "Probabilities"),
    Drawn.LOSS: QT_TRANSLATE_NOOP("panels", "The loss"),
    Drawn.ENTROPY: QT_TRANSLATE_NOOP("panels", "The entropy H(p)"),
}
_HALF = 6.0  # in units of a temperature from 1 on: half the axis of a logit
_TALL = 3.0
"""Over ratios, what is higher than so many times the usual is cut: it grows without end."""


def curves_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return all choices, in words of the current language."""
    form = translate("panels", _LOGIT_OF)
    classes = (Option(one.value, form.format(label=one.text)) for one in class_options(snapshot))
    settings = (
        Option(key, translate("export", SWEPT[key].title)) for key in _settings_of(snapshot)
    )
    over = Choice("over", translate("panels", _OVER), (*classes, *settings), "1")
    return over, _drawn_choice()


def _drawn_choice() -> Choice:
    options = tuple(Option(one.value, translate("panels", text)) for one, text in _WORDS.items())
    return Choice("drawn", translate("panels", _DRAWN), options, Drawn.PROBABILITIES.value)


def _settings_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the settings that matter, which are the loss's own and those of all losses."""
    own = chosen_loss(snapshot.state).parameters
    return tuple(key for key in SWEPT if key != LOGIT and (key not in LOSS_SETTINGS or key in own))


def drawn_in(view: View) -> Drawn:
    """Return what is drawn."""
    return Drawn(_drawn_choice().chosen(CurvesPanel.key, view)[0])


def quantity_in(snapshot: Snapshot, view: View) -> Quantity:
    """Return what it is drawn over; the first logit, if what was chosen is not there now."""
    key = f"{CurvesPanel.key}.over"
    word = view.choices.get(key)
    if isinstance(word, str) and word in _settings_of(snapshot):
        return Quantity(word)
    index = chosen_class(view, key, len(snapshot.logits))
    return Quantity(LOGIT, index or 0)


def axis_title(quantity: Quantity, snapshot: Snapshot) -> str:
    """Return the name of the x axis."""
    if quantity.key != LOGIT:
        return translate("export", SETTINGS[quantity.key].heading)
    label = name_of(snapshot.state.names, quantity.index)
    words = translate("panels", _AXIS_OF_LOGIT)
    return words.format(symbol=symbol_of(quantity), label=label)


def ranges_of(snapshot: Snapshot, view: View) -> Ranges:
    """Return the axes: where the quantity matters, with its present value, and all curves."""
    quantity, drawn = quantity_in(snapshot, view), drawn_in(view)
    left, right = _across(snapshot, quantity)
    if drawn is Drawn.PROBABILITIES:
        asked = float(snapshot.effective_target.max()) if quantity.key == "label_smoothing" else 0.0
        return Ranges(left, right, 0.0, max(1.0, min(asked, FARTHEST)))
    if drawn is Drawn.ENTROPY:
        on = int(np.count_nonzero(snapshot.logits > -np.inf))
        most = in_unit(math.log(max(on, 2)), view.unit)
        return Ranges(left, right, 0.0, round_above(float(most)))
    curves = curves_between(snapshot, quantity, drawn, left, right)
    return Ranges(left, right, 0.0, _top(snapshot, quantity, curves, view))


def curves_between(
    snapshot: Snapshot, quantity: Quantity, drawn: Drawn, left: float, right: float
) -> Curves:
    """Return the curves between two places on the axis."""
    low, high = (10.0**left, 10.0**right) if quantity.by_ratio else (left, right)
    return curves_of(snapshot, quantity, drawn, low, high, MOST)


def in_shown_unit(values: np.ndarray, drawn: Drawn, snapshot: Snapshot, view: View) -> np.ndarray:
    """Return the values of curves as the y axis has them; any shape."""
    if drawn is Drawn.PROBABILITIES:
        return values
    if drawn is Drawn.ENTROPY:
        return np.asarray(in_unit(values, view.unit))
    return np.asarray(loss_in_unit(values, chosen_loss(snapshot.state), view.unit))


def _across(snapshot: Snapshot, quantity: Quantity) -> tuple[float, float]:
    state = snapshot.state
    if quantity.by_ratio:
        return math.log10(LEAST_RATIO), math.log10(MOST_RATIO)
    now = quantity.of(state)
    if quantity.key != LOGIT:
        swept = SWEPT[quantity.key]
        return swept.start, swept.stop if now <= swept.stop else round_above(now)
    temperature = state.temperature if state.temperature < math.inf else 1.0
    half = min(_HALF * max(temperature, 1.0), FARTHEST)
    middle = within(even_logit(state, quantity.index), -FARTHEST, FARTHEST)
    if middle == -FARTHEST:  # all others are off
        middle = 0.0
    half = max(half, 1e-6 * abs(middle))  # less would be lost beside so large a number
    low, high = middle - half, middle + half
    if math.isfinite(now):
        now = within(now, -FARTHEST, FARTHEST)
        low, high = min(low, now), max(high, now)
    step = tick_step(low, high, 8)
    return math.floor(low / step) * step, math.ceil(high / step) * step


def _top(snapshot: Snapshot, quantity: Quantity, curves: Curves, view: View) -> float:
    """Return a round number above the loss; where it grows without end, above the usual."""
    values = in_shown_unit(curves.values, Drawn.LOSS, snapshot, view).ravel()
    now = np.array([snapshot.loss])
    now = in_shown_unit(now, Drawn.LOSS, snapshot, view)
    _, highest = span(np.concatenate((values, now)))
    if quantity.by_ratio:
        finite = values[np.isfinite(values)]
        usual = max(float(np.median(finite)) if finite.size else 0.0, span(now)[1])
        highest = min(highest, _TALL * usual) if usual > 0.0 else highest
    return round_above(within(highest, 1e-100, FARTHEST)) if highest > 0.0 else 1.0
