"""The system libraries that Qt needs, and the Debian packages that hold them.

Modules for a repair are imported only when one is needed.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from xentgui.language.catalog import QT_TRANSLATE_NOOP

Say = Callable[..., str]
"""Gives a sentence in the person's language, with its values."""

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

_MISSING = QT_TRANSLATE_NOOP(
    "cli", "Qt cannot start, because a system library is missing: {reason}."
)
_INSTALL_IT = QT_TRANSLATE_NOOP("cli", "Install it with: {command}")
_CALLED = QT_TRANSLATE_NOOP("cli", "Install what Debian calls: {packages}")
_MAY_WE = QT_TRANSLATE_NOOP("cli", "Qt lacks system libraries.  Run {command}? [y/N]")
_INSTALLING = QT_TRANSLATE_NOOP("cli", "Installing what Qt needs: {command}")
_INSTALLED = QT_TRANSLATE_NOOP("cli", "Installed.")
_NOT_INSTALLED = QT_TRANSLATE_NOOP("cli", "apt-get could not install them.")


def unusable(
    qt: Path, say: Say, *, x11: bool, install: bool, more: Mapping[str, str]
) -> str | None:
    """Return why Qt's libraries in the folder `qt`, or `more` of them, cannot be used, or None.

    What is missing is installed first, by root on Debian and Ubuntu, if `install` says so or the
    person at the terminal does.
    """
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
    wanted = sorted({packages[name] for name in packages if not loads(name)})
    agreed = wanted and _may_install() and (install or _agrees(wanted, say))
    if agreed and _install(wanted, say):
        reason = _unloadable(libraries)
    return None if reason is None else _remedy(wanted, reason, say)


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


def loads(name: str) -> bool:
    """Return whether the system has the library `name`."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _remedy(wanted: list[str], reason: str, say: Say) -> str:
    import shutil

    text, packages = say(_MISSING, reason=reason), " ".join(wanted)
    if wanted and shutil.which("apt-get"):
        become = "" if os.geteuid() == 0 else "sudo "
        return text + "\n" + say(_INSTALL_IT, command=f"{become}apt-get install {packages}")
    if wanted:
        return text + "\n" + say(_CALLED, packages=packages)
    return text


def _may_install() -> bool:
    import shutil

    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _agrees(packages: list[str], say: Say) -> bool:
    """Return whether the person at the terminal, if there is one, agrees."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    question = say(_MAY_WE, command=f"apt-get install {' '.join(packages)}")
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _install(packages: list[str], say: Say) -> bool:
    """Install Debian packages; return whether that succeeded."""
    command = f"apt-get install {' '.join(packages)}"
    print(say(_INSTALLING, command=command), file=sys.stderr)
    install = ["install", "--yes", "--no-install-recommends", *packages]
    # A new machine has no package lists, and an old one has outdated lists.
    done = _apt(install) or (_apt(["update"]) and _apt(install))
    print(say(_INSTALLED if done else _NOT_INSTALLED), file=sys.stderr)
    return done


def _apt(arguments: list[str]) -> bool:
    import subprocess

    command = ["apt-get", "--quiet", "--option", "DPkg::Lock::Timeout=120", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True
    )
    return done.returncode == 0
