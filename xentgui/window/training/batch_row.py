"""A row of the card Training: batch, seed, standardising, and the features."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.classifier.features import feature_names, offered_features, plain_features
from xentgui.model.recipes import Training
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.number_box import NumberBox

_BATCH = QT_TRANSLATE_NOOP("descent", "Batch")
_BATCH_TIP = QT_TRANSLATE_NOOP(
    "descent", "How many points a step takes; 0 for all of them, 1 for single points"
)
_SEED = QT_TRANSLATE_NOOP("descent", "Seed")
_SEED_TIP = QT_TRANSLATE_NOOP("descent", "Of the order of the points in each epoch")
_STANDARDISE = QT_TRANSLATE_NOOP("descent", "Standardise")
_STANDARDISE_TIP = QT_TRANSLATE_NOOP(
    "descent",
    "Scale the inputs while it trains; W and b are still those of the inputs as they are",
)
_FEATURES = QT_TRANSLATE_NOOP("descent", "Features")
_FEATURES_TIP = QT_TRANSLATE_NOOP(
    "descent", "What W belongs to: K linear functions of more numbers, whose boundaries bend"
)


@guarded
class BatchRow(QWidget):
    """Boxes for batch and seed, a tick for standardising, and a menu of features.

    Signals
    -------
    chosen(dict)
        Somebody wants these fields of `Training` to be others.
    features_chosen(tuple)
        Somebody wants these features.
    """

    chosen = Signal(object)
    features_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking: NumberBox | None = None
        self._shown: tuple[object, ...] = ()
        self._keys: tuple[str, ...] = ()
        self.batch, self.seed = NumberBox(self), NumberBox(self)
        self._labels = {self.batch: PlainLabel(self), self.seed: PlainLabel(self)}
        self.standardise = QCheckBox(self)
        self.features = QToolButton(self)
        self._menu = QMenu(self.features)
        self.features.setMenu(self._menu)
        self.features.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.features.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name, widget in (
            ("batch", self.batch),
            ("seed", self.seed),
            ("standardise", self.standardise),
            ("features", self.features),
        ):
            widget.setObjectName(f"training.{name}")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for box, label in self._labels.items():
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addWidget(self.standardise)
        row.addStretch(1)
        row.addWidget(self.features)
        self.setMinimumWidth(1)
        self.batch.entered.connect(lambda value: self._enter(self.batch, "batch", value))
        self.seed.entered.connect(lambda value: self._enter(self.seed, "seed", value))
        self.standardise.clicked.connect(lambda on: self.chosen.emit({"standardise": on}))

    def show_training(self, training: Training, *, enabled: bool) -> None:
        """Show how it is trained; where there is nothing to train, it cannot be changed."""
        self.batch.show_value(float(training.batch))
        self.seed.show_value(float(training.seed))
        self.standardise.setChecked(training.standardise)
        for widget in (self.batch, self.seed, self.standardise, *self._labels.values()):
            widget.setEnabled(enabled)
        for widget in (self.seed, self._labels[self.seed]):  # else it has no effect
            widget.setVisible(training.batch > 0)

    def show_subject(self, subject: Classifier | None) -> None:
        """Offer the features of this classifier."""
        shown = () if subject is None else (subject.features, subject.input_names)
        if shown == self._shown and self._keys:
            return
        self._shown = shown
        self.features.setEnabled(subject is not None)
        self._menu.clear()
        if subject is None:
            return
        inputs = len(subject.input_names)
        self._keys = tuple(dict.fromkeys((*offered_features(inputs), *subject.features)))
        on = subject.features or plain_features(inputs)
        names = feature_names(self._keys, subject.input_names)
        for key, name in zip(self._keys, names, strict=True):
            action = QAction(name.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(key in on)
            action.setObjectName(f"training.feature.{key}")
            action.triggered.connect(lambda _on, key=key, on=on: self._switch(key, on))
            self._menu.addAction(action)

    def refuse(self, reason: str) -> None:
        """Leave what was typed in its box, with the reason."""
        if self._asking is not None:
            self._asking.setModified(True)
            self._asking.refuse(reason)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._row.setSpacing(round(style.px(6)))
        for box in (self.batch, self.seed):
            box.show_style(style)
            box.setFixedWidth(round(style.em * 2.6))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for box, name, tip in (
            (self.batch, _BATCH, _BATCH_TIP),
            (self.seed, _SEED, _SEED_TIP),
        ):
            label = self._labels[box]
            label.setText(translate("descent", name))
            for widget in (label, box):
                widget.setToolTip(translate("descent", tip))
            box.setAccessibleName(translate("descent", name))
        self.standardise.setText(translate("descent", _STANDARDISE))
        self.standardise.setToolTip(translate("descent", _STANDARDISE_TIP))
        self.features.setText("f(x) ▾")
        self.features.setAccessibleName(translate("descent", _FEATURES))
        self.features.setToolTip(translate("descent", _FEATURES_TIP))

    def _enter(self, box: NumberBox, name: str, value: float) -> None:
        self._asking = box
        whole = int(value) if value == value and abs(value) < 2**53 else -1  # noqa: PLR0124 - NaN
        self.chosen.emit({name: whole if whole == value else -1})
        self._asking = None

    def _switch(self, key: str, on: tuple[str, ...]) -> None:
        wanted = set(on) ^ {key}
        self.features_chosen.emit(tuple(one for one in self._keys if one in wanted))
