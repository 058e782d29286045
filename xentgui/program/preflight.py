"""Checks what Qt needs from the machine, before Qt can abort because of it.

Qt ends the process if it finds no display or no X11 library, and its advice is often wrong.
Everything here runs before the first Qt call, and loads only what Qt loads anyway.  Modules for a
repair are imported only when one is needed.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

EXIT_CODE = 3

# Debian's name for the package of every library that Qt's own libraries are linked with.
# Later Debian and Ubuntu releases rename some (…t64), and still accept these names.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
TOOLS = {"libgssapi_krb5.so.2": "libgssapi-krb5-2"}
"""What the tools for translations need, which the tests run."""

_NO_DISPLAY = (
    "There is no display to open a window on: {reason}.\n"
    "Start XentGUI in a desktop session, through ssh -X, or with xvfb-run."
)


def check(*, window: bool, install: bool = False, tools: bool = False) -> str | None:
    """Return None if Qt can start, else the problem and the remedy.

    With `window` a display is needed, unless QT_QPA_PLATFORM names a platform without one.  Without
    `window`, Qt is set to draw off screen, and needs no display. Missing system libraries are
    installed, by root on Debian and Ubuntu, if `install` says so or the person at the terminal
    does.  With `tools`, so are those of the tools for translations.
    """
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return (
            f"PySide6 is not installed for {sys.executable}.\n"
            "From a checkout start with: python3 main.py\n"
            "Elsewhere: pip install xentgui"
        )
    package = Path(found.origin).parent
    fault = pyside_fault(sys.version_info[:2], _version(package))
    if fault is not None:
        return fault
    if not window:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform != "linux":
        return None
    if (absence := _absent_compositor()) is not None:
        return absence
    wayland = not _wants_x11() and _platform() in {"", "wayland"}
    more = (WAYLAND if wayland else {}) | (TOOLS if tools else {})
    return _refusal(package / "Qt", x11=_wants_x11(), install=install, more=more)


def pyside_fault(python: tuple[int, ...], pyside: tuple[int, ...]) -> str | None:
    """Return why this PySide6 must not be used with this Python, or None.

    PySide6 6.12.0 releases one reference to None too many at every call that returns nothing.
    Before Python 3.12, which made None immortal, Python aborts after some thousand calls.
    """
    if python >= (3, 12) or pyside < (6, 12):
        return None
    return (
        f"PySide6 {pyside[0]}.{pyside[1]} makes Python {python[0]}.{python[1]} abort: "
        "it wears out the reference count of None.\n"
        f'Mend it with: {sys.executable} -m pip install "PySide6-Essentials<6.12"\n'
        "or use Python 3.12 or newer."
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


def _absent_compositor() -> str | None:
    """Return the message if the window needs a Wayland compositor that is not there, or None."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    needed = _platform() == "wayland" or (
        not _platform() and name and not os.environ.get("DISPLAY")
    )
    if not needed or _compositor_answers():
        return None
    reason = f"no Wayland compositor answers at {name}" if name else "WAYLAND_DISPLAY is not set"
    return _NO_DISPLAY.format(reason=reason)


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


def _refusal(qt: Path, *, x11: bool, install: bool, more: Mapping[str, str]) -> str | None:
    """Return why Qt's libraries in the folder `qt`, or `more` of them, cannot be used, or None."""
    if x11 and (absence := _absent_display()) is not None:
        return absence
    libraries = [qt / "lib" / "libQt6Widgets.so.6"]
    packages = dict(DRAWING)
    if x11:
        libraries.append(qt / "plugins" / "platforms" / "libqxcb.so")
        packages |= X11
    libraries += map(Path, more)
    packages |= more
    reason = _unloadable(libraries)
    if reason is None:
        return None
    wanted = sorted({packages[name] for name in packages if not _loads(name)})
    agreed = wanted and _may_install() and (install or _agrees(wanted))
    if not (agreed and _install(wanted)):
        return _remedy(wanted, reason)
    if (reason := _unloadable(libraries)) is not None:
        return _remedy(wanted, reason)
    return _absent_display() if x11 else None  # now its library can be used


def _unloadable(libraries: Iterable[Path]) -> str | None:
    """Return why the first of `libraries` that cannot be loaded cannot, or None."""
    for library in libraries:
        # Only the wheels have this layout; others are the business of their packagers.
        if library.exists() or not library.is_absolute():  # the system finds those by name
            try:
                ctypes.CDLL(str(library))
            except OSError as error:
                return str(error)
    return None


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _remedy(wanted: list[str], reason: str) -> str:
    import shutil

    text = f"Qt cannot start, because a system library is missing: {reason}."
    if wanted and shutil.which("apt-get"):
        become = "" if os.geteuid() == 0 else "sudo "
        return f"{text}\nInstall it with: {become}apt-get install {' '.join(wanted)}"
    if wanted:
        return f"{text}\nInstall what Debian calls: {' '.join(wanted)}"
    return text


def _may_install() -> bool:
    import shutil

    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _agrees(packages: list[str]) -> bool:
    """Return whether the person at the terminal, if there is one, agrees."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    command = f"apt-get install {' '.join(packages)}"
    print(f"Qt lacks system libraries.  Run {command}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _install(packages: list[str]) -> bool:
    """Install Debian packages; return whether that succeeded."""
    print(f"Installing what Qt needs: apt-get install {' '.join(packages)}", file=sys.stderr)
    install = ["install", "--yes", "--no-install-recommends", *packages]
    # A new machine has no package lists, and an old one has outdated lists.
    done = _apt(install) or (_apt(["update"]) and _apt(install))
    print("Installed." if done else "apt-get could not install them.", file=sys.stderr)
    return done


def _apt(arguments: list[str]) -> bool:
    import subprocess

    command = ["apt-get", "--quiet", "--option", "DPkg::Lock::Timeout=120", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True
    )
    return done.returncode == 0


def _absent_display() -> str | None:
    """Return the message if no X server is available, or None."""
    name = os.environ.get("DISPLAY")
    if not name:
        reason = "neither DISPLAY nor WAYLAND_DISPLAY is set"
    elif not _answers():
        reason = f"the display {name} does not answer"
    else:
        return None
    return _NO_DISPLAY.format(reason=reason)


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
