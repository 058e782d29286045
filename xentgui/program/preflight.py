"""Checks what Qt needs from the machine, before Qt can abort because of it, and opens the window.

Qt ends the process if it finds no display or no X11 library, and its advice is often wrong.
Everything here runs before the first Qt call, and loads only what Qt loads anyway.  Modules for a
repair are imported only when one is needed.
"""

from __future__ import annotations

import ctypes
import gc
import os
import re
import signal
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from xentgui.language.catalog import QT_TRANSLATE_NOOP, Catalog, of_environment
from xentgui.program import INTERRUPTED, system_libraries
from xentgui.program.system_libraries import Say

EXIT_CODE = 3

_NO_DISPLAY = QT_TRANSLATE_NOOP(
    "cli",
    "There is no display to open a window on: {reason}.\n"
    "Start XentGUI in a desktop session, through ssh -X, or with xvfb-run.",
)
_NO_COMPOSITOR = QT_TRANSLATE_NOOP("cli", "no Wayland compositor answers at {name}")
_NO_WAYLAND = QT_TRANSLATE_NOOP("cli", "WAYLAND_DISPLAY is not set")
_NEITHER = QT_TRANSLATE_NOOP("cli", "neither DISPLAY nor WAYLAND_DISPLAY is set")
_SILENT = QT_TRANSLATE_NOOP("cli", "the display {name} does not answer")
_NO_PYSIDE = QT_TRANSLATE_NOOP(
    "cli",
    "PySide6 is not installed for {python}.\n"
    "From a checkout start with: python3 main.py\n"
    "Elsewhere: pip install xentgui",
)
_HARMFUL = QT_TRANSLATE_NOOP(
    "cli",
    "PySide6 {pyside} makes Python {version} abort: it wears out the reference count of None.\n"
    'Replace it with: {python} -m pip install "PySide6-Essentials<6.12"\n'
    "or use Python 3.12 or newer.",
)


def check(
    *, window: bool, install: bool = False, tools: bool = False, speaker: Catalog | None = None
) -> str | None:
    """Return None if Qt can start, else the problem and the remedy.

    With `window` a display is needed, unless QT_QPA_PLATFORM names a platform without one.  Without
    `window`, Qt is set to draw off screen, and needs no display. Missing system libraries are
    installed, by root on Debian and Ubuntu, if `install` says so or the person at the terminal
    does.  With `tools`, so are those of the tools for translations.  `speaker` is by default the
    language of the environment.
    """
    say = _in_language(speaker or Catalog(of_environment()))
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return say(_NO_PYSIDE, python=sys.executable)
    package = Path(found.origin).parent
    fault = pyside_fault(sys.version_info[:2], _version(package), say)
    if fault is not None:
        return fault
    if not window:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform != "linux":
        return None
    if (absence := _absent_compositor(say)) is not None:
        return absence
    wayland = not _wants_x11() and _platform() in {"", "wayland"}
    more = (system_libraries.WAYLAND if wayland else {}) | (system_libraries.TOOLS if tools else {})
    x11 = _wants_x11()
    if x11 and (absence := _absent_display(say)) is not None:
        return absence
    could_ask = not x11 or system_libraries.loads("libxcb.so.1")
    lacking = system_libraries.unusable(package / "Qt", say, x11=x11, install=install, more=more)
    return lacking or (None if could_ask else _absent_display(say))


def _in_language(speaker: Catalog) -> Say:
    def say(text: str, **values: object) -> str:
        return speaker.translate("cli", text).format(**values)

    return say


def pyside_fault(
    python: tuple[int, ...], pyside: tuple[int, ...], say: Say | None = None
) -> str | None:
    """Return why this PySide6 must not be used with this Python, or None.

    PySide6 6.12.0 releases one reference to None too many at every call that returns nothing.
    Before Python 3.12, which made None immortal, Python aborts after some thousand calls.
    """
    if python >= (3, 12) or pyside < (6, 12):
        return None
    say = say or _in_language(Catalog())
    return say(
        _HARMFUL,
        pyside=f"{pyside[0]}.{pyside[1]}",
        version=f"{python[0]}.{python[1]}",
        python=sys.executable,
    )


def _version(pyside: Path) -> tuple[int, ...]:
    """Return the first two numbers of the version of the PySide6 in the folder `pyside`.

    They are read from the folder, because every import after that of PySide6 takes longer, and
    nearly all imports are still to come.
    """
    text = (pyside / "__init__.py").read_text("utf-8")
    written = re.search(r"^__version_info__ = \((\d+), (\d+)", text, re.MULTILINE)
    if written is not None:
        return tuple(int(number) for number in written.groups())
    import PySide6

    return tuple(int(number) for number in PySide6.__version__.split(".")[:2])


def _platform() -> str:
    """Return the platform that QT_QPA_PLATFORM names first; "" if Qt chooses one itself."""
    return os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]


def _wants_x11() -> bool:
    """Return whether Qt will open its window on an X11 display.

    Where it finds no Wayland compositor, Qt tries X11.
    """
    if _platform():
        return _platform() == "xcb"
    return not os.environ.get("WAYLAND_DISPLAY") or not _compositor_answers()


def _absent_compositor(say: Say) -> str | None:
    """Return the message if the window needs a Wayland compositor that is not there, or None."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    needed = _platform() == "wayland" or (
        not _platform() and name and not os.environ.get("DISPLAY")
    )
    if not needed or _compositor_answers():
        return None
    reason = say(_NO_COMPOSITOR, name=name) if name else say(_NO_WAYLAND)
    return say(_NO_DISPLAY, reason=reason)


def _compositor_answers() -> bool:
    """Return whether a Wayland compositor accepts us."""
    import socket

    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118 - as libwayland
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(path)
        except OSError:
            return False
    return True


def _absent_display(say: Say) -> str | None:
    """Return the message if no X server is available, or None."""
    name = os.environ.get("DISPLAY")
    if not name:
        reason = say(_NEITHER)
    elif not _answers():
        reason = say(_SILENT, name=name)
    else:
        return None
    return say(_NO_DISPLAY, reason=reason)


def _answers() -> bool:
    """Return whether the X server in DISPLAY accepts us; True if that cannot be checked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    accepted: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return accepted


def start(speaker: Catalog, *, install: bool = False, **options: Any) -> int:
    """Run the window until it is closed, with `app.Options(**options)`; return the exit code.

    Where display or libraries are missing, say so; with `install`, root may install the libraries.
    """
    refusal = check(window=True, install=install, speaker=speaker)
    if refusal is not None:
        sys.stderr.write(f"{refusal}\n")
        return EXIT_CODE
    # The arithmetic of one vector needs no threads, and starting them delays the window.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nothing is begun yet that would need an end.  KeyboardInterrupt while PySide is imported can
    # leave classes of Qt without their members, and the window without a picture.
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    # A start makes no garbage, and to look for it takes a tenth of its time: `app` enables it again.
    gc.disable()
    # Qt is imported here, so that --version and --help need not wait for it.
    from xentgui.program import app

    return app.main(app.Options(**options))
