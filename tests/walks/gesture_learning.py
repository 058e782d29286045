"""Gestures on what the panels offer beside their marks: menus, the card of the loss, and room."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from xentgui.tables.readouts.loss_card import LossCard
from xentgui.window.controls.choice_button import ChoiceButton
from xentgui.window.main_window import MainWindow


def choose(window: MainWindow, chance: random.Random) -> str:
    """Choose something in the menu of a panel that is visible."""
    buttons = [one for one in window.findChildren(ChoiceButton) if one.isVisible()]
    if not buttons:
        return "nothing: no panel offers a choice"
    button = chance.choice(buttons)
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    QApplication.processEvents()
    offered = _leaves(menu)
    action = chance.choice(offered) if offered else None
    menu.close()
    if action is not None:
        action.trigger()
    return f"{action and action.text()!r} at {button.objectName()}"


def _leaves(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _leaves(inner)
        elif action.isEnabled() and not action.isSeparator():
            found.append(action)
    return found


def touch_loss(window: MainWindow, chance: random.Random) -> str:
    """Click the card of the loss, copy its number, or open its menu."""
    card = window.findChild(LossCard)
    if card is None or not card.isVisible():
        return "nothing: the loss is hidden"
    at = QPoint(chance.randrange(max(1, card.width())), chance.randrange(max(1, card.height())))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=at)
    done = chance.choice(("a click", "a copy", "its menu"))
    if done == "a copy":
        QTest.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    elif done == "its menu":
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(card, QContextMenuEvent(reason, at, card.mapToGlobal(at)))
    return done


def bring(window: MainWindow, chance: random.Random) -> str:
    """Bring any panel to where it can be seen: alone, or among the others."""
    key = chance.choice([*window.panels])
    cards = window.cards
    if chance.random() < 0.5:
        cards.enlarge(key)
        return f"{key}, enlarged"
    cards.restore()
    if not cards.is_shown(key):
        window.commands[f"show.{key}"].trigger()
    cards.by_key[key].raise_()
    return key
