"""The commands as QActions, which are made from their declarations and kept up to date.

Those that a bar shows come at once, and all others with the first that is asked for, or with `complete`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from xentgui.commands.bars import MENU_BAR, SHOWN
from xentgui.commands.spec import ActionSpec, MenuSpec, by_key, lookup
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, language, plain, translate
from xentgui.language.units import with_logarithm
from xentgui.model.message import RefusedError
from xentgui.model.view import View
from xentgui.painting import icons
from xentgui.painting.handlers import report
from xentgui.painting.theme import Theme

if TYPE_CHECKING:
    from xentgui.commands.host import Host


_BAR = QT_TRANSLATE_NOOP("window", "Menus")
_NAME = "action."  # begins the name of each QAction
_OF_BUTTONS = ("language", "loss")
"""The menus that buttons of the toolbar open."""


class Commands(QObject):
    """Every command and every menu of the window."""

    def __init__(self, window: QMainWindow, host: Host, run: Callable[[ActionSpec], None]) -> None:
        """Put the menus into `window`; `run` is called with the chosen command."""
        super().__init__(window)
        self._window, self._host, self._run = window, host, run
        self._unit, self._spoken = View().unit, language()
        self._theme: Theme | None = None
        self._is_complete = self._is_refreshed = False
        # One connection for all of them: each would take as long as its action.
        self._all = QActionGroup(self)
        self._all.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._all.triggered.connect(self._on_triggered)
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._changing: list[tuple[QAction, ActionSpec]] = []
        self._withheld: frozenset[str] = frozenset()
        self._make(by_key(SHOWN))
        self._entries: Mapping[str, MenuSpec] = {}
        self._menus = {key: self._menu(key) for key in (*MENU_BAR, *_OF_BUTTONS)}
        for key in MENU_BAR:
            window.menuBar().addMenu(self._menus[key])

    def __getitem__(self, key: str) -> QAction:
        if key not in self._actions:
            self.complete()
        return lookup(self._actions, key)

    @property
    def menus(self) -> Mapping[str, QMenu]:
        """Each QMenu by its key; changing texts are updated when the menu opens."""
        self.complete()
        return self._menus

    def menu(self, key: str) -> QMenu:
        """Return a menu; one that a bar shows is filled later, but before it opens."""
        return self._menus[key] if key in self._menus else self.menus[key]

    def complete(self) -> None:
        """Make the commands and the menus that are not there yet."""
        if self._is_complete:
            return
        self._is_complete = True
        from xentgui.commands.registry import ACTIONS, MENUS  # noqa: PLC0415 - no picture needs them

        self._make({key: spec for key, spec in ACTIONS.items() if key not in self._actions})
        self._entries = MENUS
        self._menus |= {key: self._menu(key) for key in MENUS if key not in self._menus}
        for key, menu in self._menus.items():
            self._fill(menu, MENUS[key].entries)
        self._show_titles()
        if self._theme is not None:
            self.show_theme(self._theme)
        if self._is_refreshed:
            self.refresh()

    def _make(self, specs: Mapping[str, ActionSpec]) -> None:
        made = {key: self._action(spec) for key, spec in specs.items()}
        self._specs |= specs
        self._actions |= made
        self._changing += [
            (made[key], spec)
            for key, spec in specs.items()
            if spec.enabled or spec.checked or spec.visible
        ]

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._spoken is not language():
            self._spoken = language()
            for key, spec in self._specs.items():
                _show_text(self._actions[key], spec)
            self._show_tips()
        self._window.menuBar().setAccessibleName(translate("window", _BAR))
        self._show_titles()
        self._label(("undo", "redo"))

    def _show_titles(self) -> None:
        titles = {**MENU_BAR, **{key: menu.title for key, menu in self._entries.items()}}
        for key, title in titles.items():
            self._menus[key].setTitle(translate("actions", title))

    def show_view(self, view: View) -> None:
        """Name the logarithm of the chosen unit in the tips."""
        if view.unit != self._unit:
            self._unit = view.unit
            self._show_tips()

    def _show_tips(self) -> None:
        for key, spec in self._specs.items():
            _show_tip(self._actions[key], spec, self._unit)

    def show_theme(self, theme: Theme) -> None:
        """Draw every icon in the ink of `theme`."""
        self._theme = theme
        for key, spec in self._specs.items():
            if spec.icon:
                self._actions[key].setIcon(icons.icon(spec.icon, theme))

    def refresh(self) -> None:
        """Update for every command whether it is enabled, and whether it is ticked."""
        self._is_refreshed = True
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
        within = {key for menu in menus for key in self._commands_in(menu)}
        keys = within | {key for key in self._specs if key.startswith(beginnings)}
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
            spec, action = self._specs[key], self._actions[key]
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
        self._run(self._specs[action.objectName().removeprefix(_NAME)])

    def _menu(self, key: str) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName(f"menu.{key}")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._before_opening(key))
        return menu

    def _fill(self, menu: QMenu, entries: tuple[str | None, ...]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif entry in self._menus:
                menu.addMenu(self._menus[entry])
            else:
                menu.addAction(self[entry])

    def _before_opening(self, key: str) -> None:
        self.complete()
        entries, opening = self._entries[key].entries, self._entries[key].opening
        self._label(tuple(entry for entry in entries if entry in self._specs))
        if opening is not None:
            opening(self._host)

    def _commands_in(self, menu: str) -> Iterator[str]:
        for entry in self._entries[menu].entries:
            if entry is None:
                continue
            if entry in self._entries:
                yield from self._commands_in(entry)
            else:
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
