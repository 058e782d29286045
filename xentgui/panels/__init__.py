"""The panels, each a file of its own and a line in `PANELS`."""

from xentgui.panels.derivation import Derivation
from xentgui.panels.distribution import Distribution
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.later import (
    CarelessPanel,
    CurvesPanel,
    DecompositionPanel,
    FlowPanel,
    InputSpacePanel,
    JacobianPanel,
    LandscapePanel,
    LogitsPanel,
    SimplexPanel,
    TracePanel,
    WhereItRestsPanel,
    WhyCrossEntropyPanel,
)
from xentgui.panels.later_of_many import (
    CalibrationPanel,
    CodesPanel,
    ConfusionPanel,
    DrawsPanel,
    FunnelPanel,
    LearningCurvePanel,
    LossesOfPointsPanel,
    PointsCalibrationPanel,
    RowsPanel,
    SamplerPanel,
)
from xentgui.panels.panel import Panel

PANELS: tuple[type[Panel], ...] = (
    Distribution,
    Information,
    Gradient,
    Derivation,
    LogitsPanel,
    DecompositionPanel,
    CarelessPanel,
    TracePanel,
    SimplexPanel,
    WhyCrossEntropyPanel,
    WhereItRestsPanel,
    CurvesPanel,
    JacobianPanel,
    LandscapePanel,
    InputSpacePanel,
    FlowPanel,
    DrawsPanel,
    FunnelPanel,
    SamplerPanel,
    CodesPanel,
    RowsPanel,
    LearningCurvePanel,
    LossesOfPointsPanel,
    ConfusionPanel,
    PointsCalibrationPanel,
    CalibrationPanel,
)
"""All panels, in the order of the menu."""

__all__ = ["PANELS", "Panel"]
