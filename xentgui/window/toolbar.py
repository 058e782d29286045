"""The toolbar: controls and commands in the order of `TOOLBAR`, as wide as the window allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from xentgui.commands.bars import TOOLBAR
from xentgui.language.text import loss_title, plain, translate
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.losses import CROSS_ENTROPY, Loss
from xentgui.model.settings_of_state import LOSS_SETTINGS, SLIDES
from xentgui.model.view import View
from xentgui.painting.accessibility import GAP, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style, field_rules, font_rule
from xentgui.painting.theme import Theme
from xentgui.window.commands import Commands
from xentgui.window.controls.examples_button import ExamplesButton
from xentgui.window.controls.segments import Unit, WorkspaceButtons
from xentgui.window.controls.slider_control import SliderControl
from xentgui.window.toolbar_measures import MAY_GO, MEASURES, Measure


@guarded
class ToolBar(QToolBar):
    """The one toolbar of the window.

    Attributes
    ----------
    sliders
        The controls of the scalar settings, by key.
    examples
        The button with the examples.
    unit
        The control of the unit.  Controls are parts of the window like the tables and panels.
    """

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("toolbar.main")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.sliders = {key: SliderControl(key) for key in SLIDES}
        self.unit = Unit()
        self.workspaces = WorkspaceButtons(commands)
        self._commands = commands
        self.examples = ExamplesButton(self.take_example)
        self._example = ""
        self._language = _menu_button("control.language", commands.menu("language"))
        self._loss = _menu_button("control.loss", commands.menu("loss"))
        self._chosen_loss: Loss = CROSS_ENTROPY
        self._unit_key = View().unit
        self._gaps: list[QWidget] = []
        self._entries: dict[str, QAction] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._em = 13.0
        self._measure: Measure | None = None
        self._needed: dict[Measure, int] = {}
        self._is_fitting = False
        self._withheld: frozenset[str] = frozenset()
        widgets: Mapping[str, QWidget] = {
            **{f"control.{SLIDES[key].control}": one for key, one in self.sliders.items()},
            "control.unit": self.unit,
            "control.workspace": self.workspaces,
            "control.presets": self.examples,
            "control.language": self._language,
            "control.loss": self._loss,
        }
        for entry in TOOLBAR:
            if entry is None:
                self._gaps.append(self._spacer(QSizePolicy.Policy.Fixed))
            elif entry == "stretch":
                self._spacer(QSizePolicy.Policy.Expanding)
            elif entry in widgets:
                self._entries[entry] = self.addWidget(widgets[entry])
            else:
                # Not `addAction`: the button can be left out here, and its command stay in a menu.
                self._buttons[entry] = button = QToolButton(self)
                button.setDefaultAction(commands[entry])
                button.setObjectName(f"control.{entry}")
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._entries[entry] = self.addWidget(button)
        self._show_settings_of_loss()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._em = style.em
        icon = QSize(round(style.em * 1.4), round(style.em * 1.4))
        self.setIconSize(icon)
        for button in self._buttons.values():
            button.setIconSize(icon)
        # A widget with a style sheet, and its children, would keep the old font of the program.
        self.setStyleSheet(f"* {{ {font_rule(style)} }}" + _sheet(style.theme, style.em))
        for control in self.sliders.values():
            control.show_style(style)
        self._fit_anew()

    def retranslate(self, language: str) -> None:
        """Show all texts in the current language, whose own name is `language`."""
        for control in self.sliders.values():
            control.retranslate()
        self.unit.retranslate()
        self.workspaces.retranslate()
        self.setWindowTitle(translate("window", "Toolbar"))
        self.examples.setAccessibleName(translate("window", "Examples"))
        self.show_example(self._example)
        self._loss.setAccessibleName(translate("window", "Loss"))
        self._show_loss()
        self._language.setText(language)
        self._language.setToolTip(translate("window", "Language"))
        self._language.setAccessibleName(translate("window", "Language"))
        for button in self._buttons.values():
            button.setAccessibleName(plain(button.defaultAction().text()))
        self._fit_anew()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the chosen loss, and the sliders of the settings that it depends on."""
        loss = chosen_loss(snapshot.state)
        if loss is self._chosen_loss:
            return
        self._chosen_loss = loss
        self._show_settings_of_loss()
        self._show_loss()
        self._fit_anew()

    def show_view(self, view: View) -> None:
        """Name the logarithm of the chosen unit in what is said of the loss."""
        if view.unit != self._unit_key:
            self._unit_key = view.unit
            self._show_loss()

    def _show_settings_of_loss(self) -> None:
        for key in LOSS_SETTINGS:
            entry = self._entries[f"control.{SLIDES[key].control}"]
            name = f"control.{SLIDES[key].control}"
            entry.setVisible(key in self._chosen_loss.parameters and name not in self._withheld)

    def withhold(self, entries: Collection[str]) -> None:
        """Show all controls but these."""
        before, self._withheld = self._withheld, frozenset(entries)
        if before == self._withheld:
            return
        for entry in before | self._withheld:
            self._entries[entry].setVisible(entry not in self._withheld)
        self._show_settings_of_loss()
        self._fit_anew()

    def _show_loss(self) -> None:
        button, title = self._loss, loss_title(self._chosen_loss)
        button.setFixedWidth(round(self._em * (10.5 if self._is_narrow else 12)))
        room = button.width() - round(self._em * 2.8)
        button.setText(button.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        words = with_logarithm(translate("losses", self._chosen_loss.tip), self._unit_key)
        button.setToolTip(f"{title}\n{words}")

    def take_example(self, key: str) -> None:
        """Run the command of an example, as its menu does."""
        self._commands[f"preset.{key}"].trigger()

    @property
    def example(self) -> str:
        """The title of the preset with the current numbers, or ""."""
        return self._example

    def show_example(self, title: str) -> None:
        """Show the title of the preset with the current numbers, or none."""
        self._example = title
        button, tip = self.examples, translate("window", "Begin with one of the examples")
        button.setFixedWidth(round(self._em * (9 if self._is_narrow else 13.5)))
        room = button.width() - round(self._em * 2.8)
        text = title or translate("window", "Examples")
        shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        button.setText(shown)
        button.setToolTip(f"{text}\n{tip}" if title else tip)

    @property
    def _is_narrow(self) -> bool:
        return self._measure is not None and not self._measure.wide

    def _fit_anew(self) -> None:
        """Fit other texts or another size of everything."""
        self._measure = None
        self._needed.clear()
        self._fit()

    def _fit(self) -> None:
        # The width of a hidden toolbar says nothing, and measuring can resize a shown one.
        if not self.isVisible() or self._is_fitting:
            return
        self._is_fitting = True
        for measure in MEASURES:
            if measure not in self._needed:
                self._show(measure)
                self._needed[measure] = self._least_width()
            if self._needed[measure] <= self.width():
                break
        self._show(measure)
        self._is_fitting = False

    def _least_width(self) -> int:
        """Return the width below which Qt would put buttons into a menu of its own."""
        layout, frame = self.layout(), self.contentsMargins()
        assert layout is not None
        items = [layout.itemAt(at) for at in range(layout.count())]
        widths = [item.minimumSize().width() for item in items if item and not item.isEmpty()]
        inner = layout.contentsMargins()
        around = frame.left() + frame.right() + inner.left() + inner.right()
        return sum(widths) + layout.spacing() * (len(widths) - 1) + around

    def _show(self, measure: Measure) -> None:
        if measure == self._measure:
            return
        self._measure = measure
        wide = 1.5 if measure.wide else 0.5 if measure.track else 0.0
        for gap in self._gaps:
            gap.setFixedWidth(round(self._em * wide))
        for control in self.sliders.values():
            control.show_compact(measure.compact, measure.track)
        for entry in MAY_GO:
            is_there = entry not in MAY_GO[: measure.missing] and entry not in self._withheld
            self._entries[entry].setVisible(is_there)
        style = Qt.ToolButtonStyle
        self._buttons["present"].setToolButtonStyle(
            style.ToolButtonTextBesideIcon if measure.wide else style.ToolButtonIconOnly
        )
        for button in self._buttons.values():  # Qt enables what it shows again
            button.setEnabled(button.defaultAction().isEnabled())
        self.show_example(self._example)
        self._show_loss()

    def _spacer(self, policy: QSizePolicy.Policy) -> QWidget:
        spacer = QWidget(self)
        give_role(spacer, GAP)
        spacer.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        return spacer

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer and shorter things if there is little room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the width that it has now."""
        super().showEvent(event)
        self._fit()


def _menu_button(name: str, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _sheet(theme: Theme, em: float) -> str:
    def px(design_pixels: float) -> str:
        return f"{max(1, round(design_pixels * em / 13))}px"

    return f"""
    QToolBar {{ background: {theme.card}; border: none; border-bottom: 1px solid {theme.line};
        padding: {px(8)} {px(12)}; spacing: {px(7)}; }}
    QLabel {{ color: {theme.mute}; }}
    QToolButton {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: {px(5)}; padding: {px(5)} {px(8)}; }}
    QToolButton:hover {{ background: {theme.window}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {theme.selection}; }}
    QToolButton:checked {{ color: {theme.accent}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton:disabled {{ color: {theme.mute}; }}
    QToolButton::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: center right;
        right: {px(6)}; }}
    QToolButton[popupMode="2"] {{ padding: {px(5)} {px(22)} {px(5)} {px(12)}; }}
    QToolButton[segment] {{ padding: {px(5)} {px(9)}; }}
    QToolButton[segment="first"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
    QToolButton[segment="middle"] {{ border-radius: 0; border-left: none; border-right: none; }}
    QToolButton[segment="last"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; }}
    QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
    """ + field_rules(theme, em / 13)
