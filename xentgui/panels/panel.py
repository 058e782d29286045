"""The base of all panels: a picture that can be painted on any device, and the read-out of a class."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    probability,
    translate,
    typed,
    unit_name,
)
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.choice import Choice

_PREDICTED = QT_TRANSLATE_NOOP("panels", "entmax p̂")
_RANK = QT_TRANSLATE_NOOP("panels", "rank by z")
_FEW = 12  # classes whose ranks are seen at a glance
_MOST = 10  # characters of a number; a dragged one has more, which nobody needs
_LONGEST_NAME = 1000  # characters


class ReadOut(NamedTuple):
    """The read-out of a mark: its name, and lines with a caption and a number."""

    name: str
    lines: tuple[tuple[str, str], ...]


class Panel:
    """A picture of a snapshot.  It has no state and knows no widget.

    The same code paints it on the screen and on every exported figure, in device-independent
    pixels, so that both show the same picture.

    Attributes
    ----------
    key
        Stable, in lower case; used in files, settings and object names.
    title, tip
        In English, translated under the context "panels" when they are shown.
    formula
        The drawn quantity as one line of mathematics, the same in every language.  If it depends on
        the loss, this is the formula for cross-entropy.
    hides_singly
        Whether it leaves out the numbers of `View.hidden` one by one.  A panel that does not is
        hidden with them.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    formula: ClassVar[str]
    tip: ClassVar[str]
    hides_singly: ClassVar[bool] = False

    def faced(self, view: View) -> Panel:
        """Return the panel, or the other way of drawing it that the view chooses."""
        return self

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint all of the picture into `rect`."""
        raise NotImplementedError

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return the formula that holds for the loss and the target of `snapshot`."""
        return cls.formula

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what can be chosen about this panel, in words of the current language."""
        return ()

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the picture in words and numbers, for people who cannot see it."""
        raise NotImplementedError

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the read-out of `mark`; None if the panel does not know it.

        Every panel knows the classes.
        """
        if isinstance(mark, ClassMark) and mark.is_in(snapshot.state):
            return class_read_out(snapshot, mark.index, view)
        return None


def class_read_out(snapshot: Snapshot, index: int, view: View) -> ReadOut:
    """Return every number of class `index`, information in the unit of `view`."""
    logit, unit = float(snapshot.logits[index]), view.unit
    loss = chosen_loss(snapshot.state)
    is_softmax = loss.predictor == "softmax"
    whole = typed(logit)
    lines = [
        (translate("panels", "logit z"), whole if len(whole) <= _MOST else number(logit, 6)),
        (
            translate("panels", "softmax p" if is_softmax else _PREDICTED),
            probability(
                float(snapshot.probabilities[index]),
                float(snapshot.complements[index]),
                6,
                float(snapshot.information[index]),
            ),
        ),
        (translate("panels", "hardmax"), number(float(snapshot.hardmax[index]))),
        (translate("panels", "target y"), number(float(snapshot.effective_target[index]), 6)),
        (
            with_logarithm(translate("panels", "information −log p"), unit),
            f"{number(in_unit(float(snapshot.information[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            with_logarithm(translate("panels", "contribution −y·log p"), unit),
            f"{number(in_unit(float(snapshot.contributions[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            translate("panels", "gradient ∂L/∂z"),
            number(float(snapshot.gradient[index]), 6, signed=True),
        ),
    ]
    if not is_softmax:
        softmax = number(snapshot.softmax.item(index), 6)
        lines.insert(2, (translate("panels", "softmax p"), softmax))
    if snapshot.loss_terms is not snapshot.contributions:
        term = number(loss_in_unit(float(snapshot.loss_terms[index]), loss, unit), 6)
        caption = with_logarithm(f"{loss_name(loss)} {loss.formulas.term}", unit)
        lines.insert(-1, (caption, f"{term} {loss_unit(loss, unit)}".rstrip()))
    if len(snapshot.logits) > _FEW:
        rank = int(np.count_nonzero(snapshot.logits > snapshot.logits[index])) + 1
        lines.append((translate("panels", _RANK), f"{rank} / {len(snapshot.logits)}"))
    return ReadOut(name_of(snapshot.state.names, index, _LONGEST_NAME), tuple(lines))
