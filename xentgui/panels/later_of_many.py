"""The panels of draws, of rows and of trainings, of which no start has to wait for the code."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.later import LaterPanel


class DrawsPanel(LaterPanel):
    """How often each class was drawn."""

    key = "draws"
    title = QT_TRANSLATE_NOOP("panels", "Draws")
    formula = "k ~ p"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "How often each class was drawn, beside its probability. More draws come nearer to it.",
    )
    legible = (200.0, 126.0)
    drawn_by = ("xentgui.panels.draws", "Draws")


class FunnelPanel(LaterPanel):
    """What draws pay on average."""

    key = "funnel"
    title = QT_TRANSLATE_NOOP("panels", "What one pays")
    formula = "Σ −log p(k) / n → H(p),  ± √(Var/n)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The mean of −log p over more and more draws: from p it comes to H(p), from y to H(y, p). "
        "Drag the line to draw more.",
    )
    legible = (220.0, 130.0)
    drawn_by = ("xentgui.panels.funnel", "Funnel")


class SamplerPanel(LaterPanel):
    """What each stage of a sampler keeps."""

    key = "sampler"
    title = QT_TRANSLATE_NOOP("panels", "Sampler")
    formula = "top-k, top-p, min-p, typical-p, z / T"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "What each stage keeps and drops, from top to bottom. Drag a name to change the order, and "
        "a cut to keep more or less.",
    )
    legible = (270.0, 190.0)
    drawn_by = ("xentgui.panels.sampler", "Sampler")


class CodesPanel(LaterPanel):
    """How many bits each class takes."""

    key = "codes"
    title = QT_TRANSLATE_NOOP("panels", "Codes")
    formula = "H(p) ≤ Σ p·ℓ < H(p) + 1"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The bits of each class in a Huffman code, and ideally, −log₂ p. An arithmetic code comes "
        "as near as one bit for all draws together.",
    )
    legible = (200.0, 126.0)
    drawn_by = ("xentgui.panels.codes", "Codes")


class RowsPanel(LaterPanel):
    """The loss and the entropy of each row of a matrix."""

    key = "rows"
    title = QT_TRANSLATE_NOOP("panels", "Rows")
    formula = "L, H(p)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The loss of each row of a matrix, upwards, and its entropy, downwards. Drag the line to "
        "walk through the rows.",
    )
    legible = (230.0, 140.0)
    drawn_by = ("xentgui.panels.rows", "Rows")


class CalibrationPanel(LaterPanel):
    """Whether the most probable class is right as often as p says."""

    key = "calibration"
    title = QT_TRANSLATE_NOOP("panels", "Calibration")
    formula = "ECE = Σ n/N·|acc − conf|"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "How often the most probable class is right, by its p, over all rows of a matrix. On the "
        "dashed line, p is right.",
    )
    legible = (230.0, 170.0)
    drawn_by = ("xentgui.panels.calibration", "Calibration")


class LearningCurvePanel(LaterPanel):
    """Loss and accuracy over the steps of a training."""

    key = "learning_curve"
    title = QT_TRANSLATE_NOOP("panels", "Learning curve")
    formula = "W ← W − η·∂L/∂W"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Mean loss and accuracy after each step of the training, and the loss of the class shares "
        "alone. Drag the line along.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.learning_curve", "LearningCurve")


class LossesOfPointsPanel(LaterPanel):
    """The loss of every point."""

    key = "losses_of_points"
    title = QT_TRANSLATE_NOOP("panels", "Loss of each point")
    formula = "L"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "The points from the largest loss to the smallest: few wrong ones can be most of the mean. "
        "Click one to choose it.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.losses_of_points", "LossesOfPoints")


class ConfusionPanel(LaterPanel):
    """Which classes are taken for which."""

    key = "confusion"
    title = QT_TRANSLATE_NOOP("panels", "Confusion")
    formula = "N(class, predicted)"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "How many points of each class are predicted as each. Point at a cell, and its points light; "
        "click it to choose one of them.",
    )
    legible = (220.0, 150.0)
    drawn_by = ("xentgui.panels.confusion", "Confusion")


class PointsCalibrationPanel(LaterPanel):
    """Whether points with p = 0.8 are right in 80 of 100 cases."""

    key = "points_calibration"
    title = QT_TRANSLATE_NOOP("panels", "Points calibration")
    formula = "P(argmax p = y | max p = c) = c"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Of the points whose largest p lies in a tenth, how many are right; on the diagonal, p "
        "keeps what it promises.",
    )
    legible = (200.0, 120.0)
    drawn_by = ("xentgui.panels.points_calibration", "PointsCalibration")
