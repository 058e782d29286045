from __future__ import annotations

from PySide6.QtCore import QMetaMethod, QObject
from PySide6.QtWidgets import QApplication

from xentgui.window.main_window import MainWindow

ASKS = {
    "edit_requested",
    "edit_refused",
    "gesture_cancelled",
    "gesture_ended",
    "gesture_started",
    "highlight_requested",
    "message",
    "view_requested",
}


def _parts(window: MainWindow) -> list[QObject]:
    tables = [window.logit_table, window.target_table, window.readouts]
    return [*tables, *window.toolbar.sliders.values(), window.toolbar.unit, window.samples.bar]


def _unheard(part: QObject) -> list[str]:
    meta = part.metaObject()
    methods = [meta.method(at) for at in range(meta.methodCount())]
    return [
        method.name().toStdString()
        for method in methods
        if method.methodType() == QMetaMethod.MethodType.Signal
        and method.name().toStdString() in ASKS
        and not part.isSignalConnected(method)
    ]


def test_that_the_window_hears_whatever_a_part_asks_for(window: MainWindow) -> None:
    parts = [*_parts(window), *window.panels.values()]

    assert {part.objectName(): _unheard(part) for part in parts if _unheard(part)} == {}


def test_that_every_part_takes_on_another_theme(window: MainWindow) -> None:
    parts = [window.logit_table, window.readouts, window.toolbar, *window.panels.values()]
    before = [part.grab().toImage() for part in parts]

    window.run_command("theme.dark")

    assert all(part.grab().toImage() != image for part, image in zip(parts, before, strict=True))


def test_that_every_part_speaks_another_language(window: MainWindow) -> None:
    parts = [window.logit_table, window.target_table, window.readouts, *window.panels.values()]
    before = [part.accessibleName() for part in parts]

    window.run_command("language.zh_CN")
    QApplication.processEvents()

    assert not set(before) & {part.accessibleName() for part in parts}
