"""The commands as QActions, which are made from `ACTIONS` and kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from xentgui.commands import ACTIONS, MENU_BAR, MENUS, ActionSpec, lookup
from xentgui.commands.host import Host
from xentgui.language.logarithm import with_logarithm
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, language, plain, translate
from xentgui.model.message import RefusedError
from xentgui.model.view import View
from xentgui.painting import icons
from xentgui.painting.handlers import report
from xentgui.painting.theme import Theme

_BAR = QT_TRANSLATE_NOOP("window", "Menus")
_NAME = "action."  # begins the name of each QAction


class Commands(QObject):
    """Every command and every menu of the window.

    Attributes
    ----------
    menus
        Each QMenu by its key; changing texts are updated when the menu opens.
    """

    def __init__(self, window: QMainWindow, host: Host, run: Callable[[ActionSpec], None]) -> None:
        """Put the menus into `window`; `run` is called with the chosen command."""
        super().__init__(window)
        self._window, self._host, self._run = window, host, run
        self._unit, self._spoken = View().unit, language()
        # One connection for all of them: each would take as long as its action.
        self._all = QActionGroup(self)
        self._all.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._all.triggered.connect(self._on_triggered)
        self._actions = {key: self._action(spec) for key, spec in ACTIONS.items()}
        self._changing = [
            (self._actions[key], spec)
            for key, spec in ACTIONS.items()
            if spec.enabled or spec.checked or spec.visible
        ]
        self._withheld: frozenset[str] = frozenset()
        self.menus = {key: QMenu(window) for key in MENUS}
        for key, menu in self.menus.items():
            self._build(key, menu)
        for key in MENU_BAR:
            window.menuBar().addMenu(self.menus[key])

    def __getitem__(self, key: str) -> QAction:
        return lookup(self._actions, key)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._spoken is not language():
            self._spoken = language()
            for key, spec in ACTIONS.items():
                _show_text(self._actions[key], spec)
            self._show_tips()
        self._window.menuBar().setAccessibleName(translate("window", _BAR))
        for key, menu in MENUS.items():
            self.menus[key].setTitle(translate("actions", menu.title))
        self._label(("undo", "redo"))

    def show_view(self, view: View) -> None:
        """Name the logarithm of the chosen unit in the tips."""
        if view.unit != self._unit:
            self._unit = view.unit
            self._show_tips()

    def _show_tips(self) -> None:
        for key, spec in ACTIONS.items():
            _show_tip(self._actions[key], spec, self._unit)

    def show_theme(self, theme: Theme) -> None:
        """Draw every icon in the ink of `theme`."""
        for key, spec in ACTIONS.items():
            if spec.icon:
                self._actions[key].setIcon(icons.icon(spec.icon, theme))

    def refresh(self) -> None:
        """Update for every command whether it is enabled, and whether it is ticked."""
        for action, spec in self._changing:
            try:
                self._update(action, spec)
            except Exception as error:  # noqa: BLE001 - the other commands are updated, too
                report(error)
        self._label(("undo", "redo"))

    def withhold(self, menus: Collection[str], beginnings: tuple[str, ...]) -> None:
        """Show neither these menus, nor their commands and those whose keys begin like that."""
        for key, menu in self.menus.items():
            menu.menuAction().setVisible(key not in menus)
        within = {key for menu in menus for key in _commands_in(menu)}
        keys = within | {key for key in ACTIONS if key.startswith(beginnings)}
        for key in self._withheld - keys:
            self._actions[key].setVisible(True)
        self._withheld = frozenset(keys)
        for key in keys:
            self._actions[key].setVisible(False)
        self.refresh()

    def _update(self, action: QAction, spec: ActionSpec) -> None:
        host = self._host
        if spec.enabled is not None:
            action.setEnabled(spec.enabled(host))
        if spec.checked is not None:
            action.setChecked(spec.checked(host))
        if spec.visible is not None:
            action.setVisible(spec.visible(host) and spec.key not in self._withheld)

    def carry_out(self, spec: ActionSpec, say: Callable[[str], None]) -> None:
        """Run a command; `say` is called with the reason if it was refused or has failed."""
        try:
            spec.run(self._host)
        except RefusedError as error:
            say(explain(error))
        except Exception as error:  # noqa: BLE001 - it ends here, as in every handler
            report(error)
            failed = translate("window", "“{command}” has failed: {error}")
            reason = f"{type(error).__name__}: {error}"
            say(failed.format(command=plain(self._actions[spec.key].text()), error=reason))

    def _label(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            spec, action = ACTIONS[key], self._actions[key]
            if spec.label is not None:
                action.setText(spec.label(self._host))
            if spec.lesson is not None and (lesson := spec.lesson(self._host)):
                lesson = with_logarithm(lesson, self._unit)
                action.setToolTip(lesson)
                action.setStatusTip(lesson)

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(f"{_NAME}{spec.key}")
        if spec.shortcuts:
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setCheckable(spec.checked is not None)
        if spec.key == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if spec.key == "help.about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        self._all.addAction(action)
        # Qt tells the window of every change to an action that it has, so it gets a complete one.
        _show_text(action, spec)
        _show_tip(action, spec, self._unit)
        self._window.addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self._run(ACTIONS[action.objectName().removeprefix(_NAME)])

    def _build(self, key: str, menu: QMenu) -> None:
        menu.setObjectName(f"menu.{key}")
        menu.setToolTipsVisible(True)
        entries = MENUS[key].entries
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif entry in self.menus:
                menu.addMenu(self.menus[entry])
            else:
                menu.addAction(self[entry])
        changing = tuple(entry for entry in entries if entry in ACTIONS and ACTIONS[entry].label)
        if changing:
            menu.aboutToShow.connect(lambda: self._label(changing))
        opening = MENUS[key].opening
        if opening is not None:
            menu.aboutToShow.connect(lambda: opening(self._host))


def _commands_in(menu: str) -> Iterator[str]:
    for entry in MENUS[menu].entries:
        if entry in MENUS:
            yield from _commands_in(entry)
        elif entry is not None:
            yield entry


def _show_text(action: QAction, spec: ActionSpec) -> None:
    text = spec_text(spec)
    action.setText(text)
    # What a button shows and is called: without the letter that a menu names in brackets.
    action.setIconText(plain(text))


def _show_tip(action: QAction, spec: ActionSpec, unit: str) -> None:
    tip = with_logarithm(translate(spec.tip_context, spec.tip), unit)
    keys = ", ".join(keys_shown(spec))
    action.setToolTip(f"{tip} ({keys})" if keys else tip)
    action.setStatusTip(tip)


def spec_text(spec: ActionSpec) -> str:
    """Return a command's text in the current language."""
    return translate(spec.context, spec.text) if spec.context else spec.text


def keys_shown(spec: ActionSpec) -> list[str]:
    """Return the shortcuts of a command as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(keys).toString(native) for keys in spec.shortcuts]
