"""W and b, with z beside them, and beneath them how the loss pulls at each."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import RefusedError, Snapshot
from xentgui.model.classifier.linear import Linear
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_bias, with_linear, with_weight
from xentgui.painting.handlers import guarded
from xentgui.panels.kept import kept
from xentgui.tables.cells.typed_text import read_here
from xentgui.tables.numbers.number_cells import CellLook, Column, symbol
from xentgui.tables.numbers.number_model import NumberModel
from xentgui.tables.numbers.number_table import NumberTable

_CLASS = QT_TRANSLATE_NOOP("tables", "class")
_POINT = QT_TRANSLATE_NOOP("tables", "gradient (p − y) xᵀ of the chosen point")
_POINT_OF_OTHERS = QT_TRANSLATE_NOOP("tables", "gradient ∂L/∂z · xᵀ of the chosen point")
_OF = QT_TRANSLATE_NOOP("tables", "the weight of {name}")
_MEAN = QT_TRANSLATE_NOOP("tables", "gradient, mean over all points")
_WEIGHT = QT_TRANSLATE_NOOP("tables", "Weight of {label} for {name}")
_BIAS = QT_TRANSLATE_NOOP("tables", "Bias of {label}")
_PASTE = QT_TRANSLATE_NOOP("tables", "Paste Weights")
_CLEAR = QT_TRANSLATE_NOOP("tables", "Clear Weights")
_NO_ROOM = QT_TRANSLATE_NOOP(
    "errors",
    "This block has {rows} rows and {columns} columns, and from this cell on there is room for "
    "{most} rows and {widest} columns. Copy fewer, or go to an earlier cell.",
)


@kept
def _pull(snapshot: Snapshot, subject: Classifier) -> Linear:
    """Return the gradient of the chosen point."""
    with np.errstate(all="ignore"):
        slopes: Array = snapshot.gradient
        return Linear(np.multiply.outer(slopes, subject.inputs[subject.chosen]), slopes)


@guarded
class WeightsModel(NumberModel):
    """A row for each class; then its gradient at the chosen point, and the mean over all."""

    def columns_of(self, subject: Classifier) -> tuple[Column, ...]:
        """Return the class, a column for each feature, b, and z."""
        names = (
            Column(
                f"w{d}",
                symbol("w", d),
                translate("tables", _OF).format(name=name_of(subject.feature_names, d)),
                editable=True,
            )
            for d in range(len(subject.feature_names))
        )
        name = Column("label", translate("tables", _CLASS), is_name=True)
        return (name, *names, Column("b", "b", editable=True), Column("z", "z"))

    def rows_of(self, subject: Classifier) -> int:
        """Return three blocks of classes, with a heading before the second and the third."""
        return 3 * len(subject.labels) + 2

    def first_changed(self, before: Snapshot) -> int:
        """Return the first number, if no name of a class and no heading has changed."""
        was, now = classifier_of(before), self.subject
        stays = was is not None and now is not None and (
            (was.labels, was.colors, was.settings.loss)
            == (now.labels, now.colors, now.settings.loss)
        )  # fmt: skip
        return 1 if stays else 0

    def _place(self, row: int) -> tuple[int, int]:
        """Return the block of a row (0, 1, 2) and its class; -1 for a heading."""
        assert self.subject is not None
        block, within = divmod(row + 1, len(self.subject.labels) + 1)
        return block, within - 1

    def heading_row(self, row: int) -> str:
        """Return the heading of the second and the third block."""
        block, k = self._place(row)
        if k >= 0 or self.snapshot is None:
            return ""
        plain = self.snapshot.state.loss == "cross_entropy"
        texts = {1: _POINT if plain else _POINT_OF_OTHERS, 2: _MEAN}
        return translate("tables", texts[block])

    def value(self, row: int, at: int) -> float | str:
        """Return a weight, a bias, z, or a component of a gradient."""
        subject, snapshot = self.subject, self.snapshot
        if subject is None or snapshot is None:
            return ""
        block, k = self._place(row)
        if k < 0:
            return ""
        if at == 0:
            return name_of(subject.labels, k)
        last = len(self.columns) - 1
        if at == last:
            return float(snapshot.logits[k]) if block == 0 else ""
        found = self._block(block)
        return float(found.bias[k] if at == last - 1 else found.weights[k, at - 1])

    def _block(self, block: int) -> Linear:
        subject, snapshot = self.subject, self.snapshot
        assert subject is not None and snapshot is not None
        if block == 0:
            return subject.linear
        return _pull(snapshot, subject) if block == 1 else subject.fit.gradient

    def short(self, row: int, at: int, value: float) -> str:
        """Return a number as it is drawn; those of gradients have signs."""
        block, _ = self._place(row)
        return super().short(row, at, value) if block == 0 else self.rounded(row, at, value, 3)

    def rounded(self, row: int, at: int, value: float, decimals: int) -> str:
        """Return a number with so many decimals; those of gradients have signs."""
        block, _ = self._place(row)
        return number(value, decimals, signed=block > 0)

    def is_editable(self, row: int, at: int) -> bool:
        """Return whether it is a weight or a bias."""
        block, k = self._place(row)
        return block == 0 and k >= 0 and self.columns[at].editable

    def look(self, row: int, at: int) -> CellLook:
        """Return how a cell is drawn."""
        assert self.snapshot is not None
        block, k = self._place(row)
        color = self.snapshot.state.color_of(k) if at == 0 and k >= 0 else -1
        return CellLook(
            color=color,
            inked=block > 0,
            boxed=self.is_editable(row, at),
            bold=block == 0 and self.columns[at].key == "z",
        )

    def mark_of(self, row: int) -> Mark | None:
        """Return the class of a row."""
        if self.subject is None:
            return None
        _, k = self._place(row)
        return ClassMark(k) if k >= 0 else None

    def written(self, row: int, at: int, text: str) -> tuple[Edit, str]:
        """Return the edit for a typed weight or bias."""
        subject = self.subject
        assert subject is not None
        _, k = self._place(row)
        value, label = read_here(text), name_of(subject.labels, k)
        if self.columns[at].key == "b":
            step = translate("tables", _BIAS).format(label=label)
            return OnClassifier(lambda now: with_bias(now, k, value)), step
        d, name = at - 1, name_of(subject.feature_names, at - 1)
        step = translate("tables", _WEIGHT).format(label=label, name=name)
        return OnClassifier(lambda now: with_weight(now, k, d, value)), step

    def pasted(self, row: int, at: int, cells: list[list[str]]) -> tuple[Edit, str]:
        """Return the edit for a block of weights and biases."""
        subject = self.subject
        assert subject is not None
        block, k = self._place(row)
        at = max(at, 1)
        most, widest = len(subject.labels) - k, len(self.columns) - 1 - at
        rows, columns = len(cells), max(map(len, cells))
        if block or k < 0 or rows > most or columns > widest:
            most, widest = (max(most, 0), max(widest, 0)) if block == 0 and k >= 0 else (0, 0)
            raise RefusedError(_NO_ROOM, rows=rows, columns=columns, most=most, widest=widest)
        values = {
            (k + down, at - 1 + right): read_here(cell)
            for down, line in enumerate(cells)
            for right, cell in enumerate(line)
        }
        return OnClassifier(lambda now: _with_values(now, values)), translate("tables", _PASTE)

    def cleared(self, cells: list[tuple[int, int]]) -> tuple[Edit, str] | None:
        """Return the edit that sets weights and biases to 0."""
        values = {
            (self._place(row)[1], at - 1): 0.0 for row, at in cells if self.is_editable(row, at)
        }
        if not values:
            return None
        return OnClassifier(lambda now: _with_values(now, values)), translate("tables", _CLEAR)


def _with_values(subject: Classifier, values: dict[tuple[int, int], float]) -> Classifier:
    weights, bias = (part.copy() for part in subject.linear)
    for (k, d), value in values.items():
        if d < weights.shape[1]:
            weights[k, d] = value
        else:
            bias[k] = value
    return with_linear(subject, Linear(weights, bias))


@guarded
class WeightsTable(NumberTable):
    """The table of the weights."""

    title = QT_TRANSLATE_NOOP("tables", "Weights")

    def __init__(self) -> None:
        super().__init__(WeightsModel())
        self.setObjectName("weight_table")
