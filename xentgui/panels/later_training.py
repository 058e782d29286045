"""Panels about a training and how good its classifier is: imported with the first of them."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.later import LaterPanel


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
