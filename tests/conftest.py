"""What every test starts from: no screen, no settings of the person, no window left behind."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Any

# Before the first Qt import, and without touching a platform that was asked for.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.turns import is_of_everything, leave_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from xentgui.model import State
    from xentgui.window.main_window import MainWindow

hypothesis.settings.register_profile(
    "ci",
    deadline=None,  # a busy machine is not a bug
    derandomize=True,  # what passes here passes elsewhere
    print_blob=True,
)
hypothesis.settings.register_profile(
    "short", hypothesis.settings.get_profile("ci"), max_examples=30
)


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples of a property where tests that take long are left out."""
    short = config.getoption("markexpr") == "not long"
    hypothesis.settings.load_profile("short" if short else "ci")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Spare the collector of garbage the tests themselves, of which none is garbage before the end.

    It would look through twenty thousand of them again and again.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)  # before the long ones are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave some cases to --all, and begin with the walks.

    Begun last, one of them would leave the other processors idle.
    """
    if is_of_everything(config):
        leave_to_all(items)
    items.sort(key=lambda item: "walks" not in item.path.parts)


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send settings, data and caches to an empty folder, in this process and its children."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        QStandardPaths.setTestModeEnabled(True)
        for scope in QSettings.Scope:
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(home / "config"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:
    """Make the application that windows need, before an export makes a smaller one.

    There is one for a process, and no saying with which test a process begins.
    """


LIMIT_MS = 60_000
"""Milliseconds: no measure of speed, only an end of waiting for what never comes."""


class _PatientBot(QtBot):
    """Waits for as long as a busy machine takes; what has come is not waited for."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LIMIT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = LIMIT_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = LIMIT_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """Let nothing move, as somebody's system asks for, so that no test waits for an axis."""
    from xentgui.painting import accessibility

    accessibility.reduce_motion(reduced=None)
    accessibility.system_says_motion(reduced=True)
    yield
    accessibility.reduce_motion(reduced=None)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the bot of pytest-qt with patience, and no button held by the test before."""
    if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:  # as QTest.mouseDClick leaves it
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
    return _PatientBot(request)


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    """Return the path of a settings file that does not exist yet."""
    return tmp_path / "settings.ini"


@pytest.fixture
def start(qtbot: QtBot, settings_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Yield a function that starts the program; its windows share settings and recovery."""
    # Most tests need no window, and these imports take a while.
    from xentgui.documents.recovery import Recovery
    from xentgui.language.translation import install
    from xentgui.program.app import Options, build
    from xentgui.settings import Settings

    def start(
        *,
        theme: str = "",
        language: str = "",
        file: Path | None = None,
        state: State | None = None,
        unit: str = "",
    ) -> MainWindow:
        settings = Settings(QSettings(str(settings_path), QSettings.Format.IniFormat))
        recovery = Recovery(settings_path.parent / "state")
        options = Options(file, theme, language, state, unit)
        _, window = build(options, settings=settings, recovery=recovery)
        qtbot.addWidget(window, before_close_func=_discard)
        window.resize(1440, 900)
        window.show()
        window.complete()
        qtbot.waitExposed(window)
        return window

    # Where the last test has left the pointer, the first window would light a class.
    QCursor.setPos(0, 0)
    font, colors = QApplication.font(), QApplication.palette()
    yield start
    # The next test has neither the size, the colours nor the language of this one.
    QApplication.setFont(font)
    QApplication.setPalette(colors)
    install(QApplication.instance(), "en")


def _discard(window: MainWindow) -> None:
    window.documents.closes_unasked = True


@pytest.fixture
def window(start: Callable[..., MainWindow]) -> MainWindow:
    """Return the window as a person has it at the first start: it shows the worked example."""
    return start()


@pytest.fixture(autouse=True)
def _no_window_is_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open; ``qtbot.addWidget`` closes it."""
    before = _windows()
    yield
    left = _windows() - before
    if left:
        gc.collect()  # a window in a cycle of references is gone, only not yet
        left = _windows() - before
    assert not left, f"left behind: {sorted(map(repr, left))}"


def _windows() -> set[QWidget]:
    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is announced to a screen reader, which is said to be there."""
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    yield words
    QAccessible.setActive(False)
