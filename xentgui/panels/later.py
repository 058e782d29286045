"""The panels of which no start has to wait for the code: it is imported with the first of them.

Until then, their keys, titles and formulas are all that is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import Snapshot
from xentgui.model.subjects import classifier_of
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel


class _DrawnElsewhere:
    """What is drawn by a class elsewhere, which is a subclass of this one.

    Attributes
    ----------
    drawn_by
        The module and the name of that class.
    """

    drawn_by: ClassVar[tuple[str, str]]

    def __new__(cls, *arguments: Any) -> Any:
        """Return a new object of the class that draws."""
        module, name = cls.drawn_by
        drawing = getattr(import_module(module), name)
        return super().__new__(cls if issubclass(cls, drawing) else drawing)


class LaterPanel(_DrawnElsewhere, PlotPanel):
    """A plot that is drawn by a class elsewhere."""


class LaterPage(_DrawnElsewhere, PagePanel):
    """A page that is drawn by a class elsewhere."""


class LogitsPanel(LaterPanel):
    """The logits of the classes."""

    key = "logits"
    title = QT_TRANSLATE_NOOP("panels", "Logits")
    formula = "z"
    tip = QT_TRANSLATE_NOOP("panels", "Drag a stem's head to set its logit.")
    drawn_by = ("xentgui.panels.logits", "Logits")


class DecompositionPanel(LaterPanel):
    """The parts of cross-entropy."""

    key = "decomposition"
    title = QT_TRANSLATE_NOOP("panels", "Decomposition")
    formula = "H(y, p) = H(y) + D(y‖p)"
    tip = QT_TRANSLATE_NOOP(
        "panels", "The loss cannot fall below H(y). Drag p towards y and watch D shrink."
    )
    legible = (230.0, 180.0)
    drawn_by = ("xentgui.panels.decomposition", "Decomposition")

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return the sum that is drawn: a part more while the target's sum is not 1."""
        is_whole = snapshot.state.target_is_normalised
        return cls.formula if is_whole else f"{cls.formula} + Σy − 1"


class CarelessPanel(LaterPage):
    """A lesson: the results of careless code beside the true numbers."""

    key = "naive"
    title = QT_TRANSLATE_NOOP("panels", "What naive code computes")
    formula = "exp(z) / Σ exp(z)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "What code that overflows, clips or applies softmax twice computes. The first row, like every other panel, is exact.",
    )
    drawn_by = ("xentgui.panels.careless", "Careless")


class TracePanel(LaterPanel):
    """The loss and the probabilities after each step."""

    key = "trace"
    title = QT_TRANSLATE_NOOP("panels", "Trace")
    formula = "z ← z − η·∂L/∂z"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Loss and probabilities after each step; dashed: what is to come. Drag the line along.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.trace", "Trace")


class WhyCrossEntropyPanel(LaterPanel):
    """How hard each loss pulls."""

    key = "why_cross_entropy"
    title = QT_TRANSLATE_NOOP("panels", "Why cross-entropy")
    formula = "|∂L/∂u|, K = 2"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "How hard each loss pulls at the true class, with one rival. On the left is a confident "
        "mistake. Drag the line to set p.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.why_cross_entropy", "WhyCrossEntropy")


class WhereItRestsPanel(LaterPanel):
    """Where each loss is least."""

    key = "where_it_rests"
    title = QT_TRANSLATE_NOOP("panels", "Where it rests")
    formula = "∂L/∂z = 0"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The probabilities at which each loss is least. Drag a target: focal loss stays too flat, "
        "generalised cross-entropy goes too far.",
    )
    legible = (330.0, 180.0)
    drawn_by = ("xentgui.panels.where_it_rests", "WhereItRests")


class CurvesPanel(LaterPanel):
    """Probabilities, loss or entropy over one number."""

    key = "curves"
    title = QT_TRANSLATE_NOOP("panels", "Curves")
    formula = "p = softmax(z / T)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Probabilities, loss or entropy as functions of one logit, of the temperature or of another "
        "setting. Drag the line along.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.curves", "CurvesOverOne")

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return what p is."""
        is_softmax = snapshot.probabilities is snapshot.softmax
        return cls.formula if is_softmax else "p̂ = entmax(z / T)"


class JacobianPanel(LaterPanel):
    """How each probability depends on each logit."""

    key = "jacobian"
    title = QT_TRANSLATE_NOOP("panels", "Jacobian")
    formula = "∂p₁/∂z₁ = p₁(1 − p₁)/T,  ∂p₁/∂z₂ = −p₁p₂/T"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "How each p changes with each z, and how the gradient flows back through it. Drag a cell "
        "up or down to move the logit of its column.",
    )
    legible = (260.0, 170.0)
    drawn_by = ("xentgui.panels.jacobian", "Jacobian")

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return what stands in the cells."""
        is_softmax = snapshot.probabilities is snapshot.softmax
        return cls.formula if is_softmax else "∂p̂/∂z,  p̂ = entmax(z / T)"


class SimplexPanel(LaterPanel):
    """The triangle of three classes."""

    key = "simplex"
    title = QT_TRANSLATE_NOOP("panels", "Simplex")
    formula = "p₁ + p₂ + p₃ = 1"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "All that three probabilities can be. Drag the dot to set p, or the square to set y. The "
        "loss is the same all along a line; dashed: what the temperature does to p.",
    )
    legible = (200.0, 150.0)
    drawn_by = ("xentgui.panels.simplex", "Simplex")

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return what all points have in common; of more than three classes, what a point shows."""
        p = "p" if snapshot.probabilities is snapshot.softmax else "p̂"
        between, end = (" + ", " = 1") if len(snapshot.logits) <= 3 else (" : ", "")
        return between.join(f"{p}{number}" for number in "₁₂₃") + end


class LandscapePanel(LaterPanel):
    """The loss over two logits."""

    key = "landscape"
    title = QT_TRANSLATE_NOOP("panels", "Landscape")
    formula = "L(z)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The loss over two logits; all others stay. Drag the point: downhill is where the arrows "
        "point, and where each step goes.",
    )
    legible = (230.0, 160.0)
    drawn_by = ("xentgui.panels.landscape", "Landscape")


class InputSpacePanel(LaterPanel):
    """The plane of two inputs, with the points and the regions of the classes."""

    key = "input_space"
    title = QT_TRANSLATE_NOOP("panels", "Input space")
    formula = "p(x) = softmax(W x + b)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Points, and what a classifier makes of every place. Click a point to choose it, or drag it; "
        "click beside the points to add one. Drag a boundary, or turn it by its ends.",
    )
    legible = (230.0, 160.0)
    drawn_by = ("xentgui.panels.input_space_or_line", "InputSpaceOrLine")

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return what p is."""
        subject = classifier_of(snapshot)
        if subject is not None and subject.way == "linear":
            # One input has its outputs drawn as they are; of more, the shades need softmax.
            has_one = len(subject.input_names) == 1
            return "f(x) = W x + b" if has_one else "p(x) = softmax f(x),  f(x) = W x + b"
        is_softmax = snapshot.probabilities is snapshot.softmax
        return cls.formula if is_softmax else "p̂(x) = entmax(W x + b)"


class FlowPanel(LaterPage):
    """From the input to the loss, and back with the error."""

    key = "flow"
    title = QT_TRANSLATE_NOOP("panels", "Flow")
    formula = "x → z → p → L,  ∂L/∂x = Wᵀ ∂L/∂z"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Forward through the circles, and the error back below them. Point at a circle or a line to "
        "read it. Space reveals the next stage, Backspace takes it back, Home hides all.",
    )
    staged = True
    drawn_by = ("xentgui.panels.flow", "Flow")
