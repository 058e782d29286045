"""The inputs for a figure: its panels, its size and its look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from xentgui.export.choices import PRESETS, Choices
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.styles import STYLES
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.language.translation import languages
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.panel_list import PanelList

_CUSTOM = QT_TRANSLATE_NOOP("export", "Another size")
_SAME = QT_TRANSLATE_NOOP("export", "Same as the window")
_AUTOMATIC = QT_TRANSLATE_NOOP("export", "automatic")
_POINTS = QT_TRANSLATE_NOOP("export", " pt")

_THEMES = {
    "light": QT_TRANSLATE_NOOP("export", "Light"),
    "dark": QT_TRANSLATE_NOOP("export", "Dark"),
    "print": QT_TRANSLATE_NOOP("export", "Print: black, with patterns"),
}
_BACKGROUNDS = {
    "theme": QT_TRANSLATE_NOOP("export", "Theme background"),
    "white": QT_TRANSLATE_NOOP("export", "White"),
    "transparent": QT_TRANSLATE_NOOP("export", "Transparent"),
}
_UNITS = {
    "px": QT_TRANSLATE_NOOP("export", "pixels"),
    "cm": QT_TRANSLATE_NOOP("export", "centimetres"),
}
_SVG_TEXTS = {
    "outlines": QT_TRANSLATE_NOOP("export", "Outlines: the same everywhere"),
    "embedded": QT_TRANSLATE_NOOP("export", "Text, with its fonts in the file"),
    "named": QT_TRANSLATE_NOOP("export", "Text, with fonts of the reader"),
}
_FAMILIES = {
    "sans": QT_TRANSLATE_NOOP("export", "Sans serif"),
    "serif": QT_TRANSLATE_NOOP("export", "Serif, beside Computer Modern or Times"),
    "system": QT_TRANSLATE_NOOP("export", "The system's"),
}
_BY_LEAST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LEAST_LETTERS = 7
_SWITCHES = {
    "titles": QT_TRANSLATE_NOOP("export", "Panel &titles"),
    "formulas": QT_TRANSLATE_NOOP("export", "F&ormulas"),
    "values": QT_TRANSLATE_NOOP("export", "Val&ue labels"),
    "kept": QT_TRANSLATE_NOOP("export", "Embed the &data, to open it again"),
}

_TIP = Qt.ItemDataRole.ToolTipRole
_HEADINGS = ("titles", "formulas")  # which some styles never have


class FigureForm(QWidget):
    """A form for `Choices`.

    Signals
    -------
    chosen(Choices)
        A person has changed something.
    """

    chosen = Signal(object)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._panels = PanelList(self)
        self._panels.setObjectName("export.panels")
        self._panels.ticked.connect(lambda keys: self._choose(panels=keys))
        self._format = self._combo("format", {k: f.name for k, f in EXPORT_FORMATS.items()})
        self._preset = self._combo(
            "preset", {**{one.key: one.name for one in PRESETS}, "": _CUSTOM}
        )
        self._unit = self._combo("unit", _UNITS)
        self._width, self._height = (
            self._number("width", 1, 30_000),
            self._number("height", 0, 30_000),
        )
        self._dpi = self._number("dpi", 36, 2400)
        self._font = self._number("font_size", 0, 500)
        self._style = self._combo("style", {k: s.name for k, s in STYLES.items()})
        self._theme = self._combo("theme", _THEMES)
        self._background = self._combo("background", _BACKGROUNDS)
        self._svg_text = self._combo("svg_text", _SVG_TEXTS)
        self._family = self._combo("family", _FAMILIES)
        spoken = {one.code: one.name for one in languages()}
        self._language = self._combo("language", {"": _SAME, **spoken})
        self._heading, self._caption = self._line("heading"), self._line("caption")
        self._switches = {name: self._switch(name, text) for name, text in _SWITCHES.items()}
        self._lay_out()
        self.show_choices(choices)

    def choices(self) -> Choices:
        """Return the current choices."""
        return self._choices

    def show_choices(self, choices: Choices) -> None:
        """Show other choices; emits nothing."""
        self._choices = choices
        with _Quiet(self.findChildren(QWidget)):
            self._panels.show_ticked(choices.panels)
            preset = choices.preset()
            for combo, value in (
                (self._preset, preset.key if preset else ""),
                (self._format, choices.file_format),
                (self._unit, choices.unit),
                (self._style, choices.style),
                (self._theme, choices.theme),
                (self._background, choices.background),
                (self._language, choices.language),
                (self._svg_text, choices.svg_text),
                (self._family, choices.family),
            ):
                combo.setCurrentIndex(max(0, combo.findData(value)))
                combo.setToolTip(combo.currentText())  # it may have no room for all of it
            places = 0 if choices.unit == "px" else 2
            for box, number in (
                (self._width, choices.width),
                (self._height, choices.height),
            ):
                box.setDecimals(places)
                box.setValue(number)
            self._theme.setEnabled(not STYLES[choices.style].theme)
            self._svg_text.setEnabled(choices.file_format == "svg")
            self._dpi.setValue(choices.dpi)
            self._dpi.setEnabled(choices.unit == "cm")
            self._font.setDecimals(1)
            self._font.setSuffix(" px" if choices.unit == "px" else translate("export", _POINTS))
            self._font.setValue(choices.font_size)
            for line, text in ((self._heading, choices.heading), (self._caption, choices.caption)):
                if line.text() != text:
                    line.setText(text)
            for name, switch in self._switches.items():
                switch.setChecked(getattr(choices, name))
                switch.setEnabled(name not in _HEADINGS or STYLES[choices.style].headings)

    def _lay_out(self) -> None:
        form = self._form
        size = QHBoxLayout()
        for part in (self._width, PlainLabel(self, "×"), self._height, self._unit):
            size.addWidget(part)
        written = QHBoxLayout()
        written.addWidget(self._format, 1)
        written.addWidget(self._svg_text, 2)
        # Its sentences are longer than there is room for on a small screen; the list shows them.
        self._svg_text.setMinimumContentsLength(4)
        self._svg_text.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for text, field in (
            (QT_TRANSLATE_NOOP("export", "&Panels"), self._panels),
            (QT_TRANSLATE_NOOP("export", "Fo&rmat"), written),
            (QT_TRANSLATE_NOOP("export", "&For"), self._preset),
            (QT_TRANSLATE_NOOP("export", "S&ize"), size),
            (QT_TRANSLATE_NOOP("export", "Resolution (&dpi)"), self._dpi),
            (QT_TRANSLATE_NOOP("export", "Font si&ze"), self._font),
            (QT_TRANSLATE_NOOP("export", "Lette&rs"), self._family),
            (QT_TRANSLATE_NOOP("export", "Styl&e"), self._style),
            (QT_TRANSLATE_NOOP("export", "&Theme"), self._theme),
            (QT_TRANSLATE_NOOP("export", "&Background"), self._background),
            (QT_TRANSLATE_NOOP("export", "&Language"), self._language),
            (QT_TRANSLATE_NOOP("export", "&Title"), self._heading),
            (QT_TRANSLATE_NOOP("export", "&Caption"), self._caption),
        ):
            label = PlainLabel(self, translate("export", text))
            if field is self._panels:  # with all the width there is
                form.addRow(label)
                form.addRow(field)
            else:
                form.addRow(label, field)
            focus = self._width if field is size else self._format if field is written else field
            if isinstance(focus, QWidget):
                label.setBuddy(focus)
                focus.setAccessibleName(label.text().replace("&", ""))
        self._height.setAccessibleName(translate("export", QT_TRANSLATE_NOOP("export", "Height")))
        # Qt calls a list like its entry, and one beside another has no label: so it is described.
        for combo, words in (
            (self._svg_text, QT_TRANSLATE_NOOP("export", "Text in SVG")),
            (self._unit, QT_TRANSLATE_NOOP("export", "Unit")),
        ):
            combo.setAccessibleName(translate("export", words))
            combo.setAccessibleDescription(translate("export", words))
        for switch in self._switches.values():
            form.addRow("", switch)

    def _combo(self, name: str, entries: dict[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"export.{name}")
        combo.setSizeAdjustPolicy(_BY_LEAST)  # a long entry leaves the preview its room
        combo.setMinimumContentsLength(_LEAST_LETTERS)
        for key, text in entries.items():
            combo.addItem(translate("export", text), key)
            combo.setItemData(combo.count() - 1, combo.itemText(combo.count() - 1), _TIP)
        combo.activated.connect(lambda _index: self._on_combo(name, str(combo.currentData())))
        return combo

    def _number(self, name: str, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setObjectName(f"export.{name}")
        box.setRange(least, most)
        box.setDecimals(0)
        box.setKeyboardTracking(False)
        if least == 0:
            box.setSpecialValueText(translate("export", _AUTOMATIC))
        box.valueChanged.connect(lambda value: self._choose(**{name: float(value)}))
        return box

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(f"export.{name}")
        line.textEdited.connect(lambda text: self._choose(**{name: text}))
        return line

    def _switch(self, name: str, text: str) -> QCheckBox:
        switch = QCheckBox(translate("export", text), self)
        switch.setObjectName(f"export.{name}")
        switch.clicked.connect(lambda on: self._choose(**{name: bool(on)}))
        return switch

    def _on_combo(self, name: str, key: str) -> None:
        if name == "preset":
            preset = next((one for one in PRESETS if one.key == key), None)
            self._take(self._choices.with_preset(preset) if preset else self._choices)
        elif name == "unit":
            self._take(in_unit(self._choices, key))
        else:
            self._choose(**{"file_format" if name == "format" else name: key})

    def _choose(self, **changes: object) -> None:
        self._take(replace(self._choices, **changes))  # type: ignore[arg-type]

    def _take(self, choices: Choices) -> None:
        self.show_choices(choices)
        self.chosen.emit(choices)


def in_unit(choices: Choices, unit: str) -> Choices:
    """Return `choices` with the same size in another unit; the font becomes automatic."""
    if unit == choices.unit:
        return choices
    per_cm = choices.dpi / 2.54
    change: Callable[[float], float] = (
        (lambda px: round(px / per_cm, 2)) if unit == "cm" else (lambda cm: round(cm * per_cm))
    )
    width, height = change(choices.width), change(choices.height)
    return replace(choices, unit=unit, width=width, height=height, font_size=0.0)


class _Quiet:
    """Blocks the signals of widgets within the context."""

    def __init__(self, widgets: Iterable[QWidget]) -> None:
        self._widgets = widgets
        self._blockers: list[QSignalBlocker] = []

    def __enter__(self) -> None:
        self._blockers = [QSignalBlocker(widget) for widget in self._widgets]

    def __exit__(self, *_error: object) -> None:
        for blocker in self._blockers:
            blocker.unblock()
