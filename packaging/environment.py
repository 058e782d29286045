"""The environment that main.py makes: `.venv`, with exactly what pins.py names.

A new one is built beside the old one, and takes its place when it is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pins import EXTRAS, ROOT, Pins, is_met, plain, requirements

HANDED_OVER = "XENTGUI_HANDED_OVER"
"""Set by main.py for the Python that it hands over to."""

_WINDOWS = os.name == "nt"
_STAMP = "xentgui-ready.json"  # in the environment: what was installed; it is written last
_ELSEWHERE = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME")
_NEEDED_MB = 500  # of a whole environment


class SetupError(Exception):
    """The environment could not be made; the text gives the reason and the remedy."""


def say(text: str) -> None:
    """Show a message on standard error; standard output is for the command's result."""
    print("xentgui: " + text, file=sys.stderr, flush=True)


def prepared_python(command: str) -> str:
    """Return the path of a Python with all that `command` needs, installed if necessary.

    It is .venv if that is ready, else the running Python if that has all, else a new .venv.  Two
    starts at once take turns.  Raises SetupError.
    """
    place = _home()
    venv = place / ".venv"
    inside = os.path.realpath(sys.prefix) == os.path.realpath(venv)
    if os.environ.pop(HANDED_OVER, ""):
        if inside:
            return sys.executable
        raise SetupError(
            f"{_python_in(venv)} does not use its own packages.  Delete {venv} and start again"
        )
    python = sys.executable if inside else str(_python_in(venv))
    pins = Pins(command)
    if not pins.are_exact:
        version = sys.version.split()[0]
        say(f"no versions are pinned for Python {version}; taking the newest that fit")
    if _is_ready(venv, pins.names):
        return python
    if all(is_met(one) for one in requirements(EXTRAS.get(command, ()))):
        return sys.executable
    with _turn(place):
        if not _is_ready(venv, pins.names):  # another start could have done it
            try:
                _install(place, pins)
            except OSError as error:
                raise SetupError(f"{venv} cannot be made: {error}{_room(place)}") from error
    return str(_python_in(venv))


def _home() -> Path:
    """Return the folder for the environment: the checkout, or one of the person's own.

    A checkout that cannot be written to, on a shared disk or a medium, keeps as it is.
    """
    if os.access(ROOT, os.W_OK):
        return ROOT
    name = "xentgui-" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(cache) if cache else Path.home() / ".cache") / name


def _is_ready(venv: Path, wanted: list[str]) -> bool:
    """Return whether the environment `venv` is complete, for `wanted`, and still works."""
    try:
        stamp = json.loads((venv / _STAMP).read_text("utf-8"))
        python = _python_in(venv)
        return (
            set(wanted) <= set(stamp["installed"])
            and (venv / "pyvenv.cfg").exists()
            and os.path.realpath(python) == stamp["real"]  # else the system has another Python now
            and Path(stamp["real"]).exists()
            and _distributions(venv / stamp["packages"]) >= set(map(plain, stamp["installed"]))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _distributions(packages: Path) -> set[str]:
    """Return what is installed in a folder of packages, in the form of `plain`."""
    names = (one.name[: -len(".dist-info")] for one in packages.glob("*.dist-info"))
    return {plain("==".join(name.rsplit("-", 1))) for name in names} | {""}


def _install(place: Path, pins: Pins) -> None:
    """Build a new environment beside .venv, and let it take its place when it is whole."""
    started = time.monotonic()
    # Names of one length: the path is written into scripts, and is replaced there byte by byte.
    venv, new, old = (place / name for name in (".venv", ".vnew", ".vold"))
    if old.exists() and not venv.exists():
        old.rename(venv)  # a start was interrupted between two names
    first = not venv.exists()
    say(
        f"setting up {venv}; this is done once, and downloads about 100 MB"
        if first
        else f"setting up {venv} again; the old one stays until the new one is whole"
    )
    _remove(new)
    try:
        _make_venv(new)
        _run_pip(new, pins, first=first)
        packages = next(iter(new.glob("lib/python*/site-packages")), new / "Lib/site-packages")
        stamp = {
            "real": os.path.realpath(_python_in(new)),
            "packages": str(packages.relative_to(new)),
            "installed": pins.names,
        }
        if _WINDOWS:
            stamp["real"] = str(_python_in(venv))  # a copy, which stays
        _rename_in_scripts(new, venv)
        (new / _STAMP).write_text(json.dumps(stamp, indent=1), "utf-8")
        _remove(old)
        if venv.is_symlink() or venv.exists():
            venv.rename(old)
        new.rename(venv)
    except BaseException:
        if old.exists() and not venv.exists():
            old.rename(venv)
        _remove(new)
        raise
    _remove(old)
    say(f"ready after {time.monotonic() - started:.0f} s")


def _python_in(folder: Path) -> Path:
    """Return the path of the Python of the environment in `folder`."""
    return folder / ("Scripts/python.exe" if _WINDOWS else "bin/python")


def _remove(folder: Path) -> None:
    """Remove `folder`, or the link to one, if it is there."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


def _rename_in_scripts(new: Path, venv: Path) -> None:
    """Let the scripts in `new` name the place where they will be."""
    for script in _python_in(new).parent.iterdir():
        if script.is_file() and not script.is_symlink() and not script.name.startswith("python"):
            content = script.read_bytes()
            script.write_bytes(content.replace(os.fsencode(new), os.fsencode(venv)))


def _base_python() -> str:
    """Return the Python that the running one is made from, if that is an environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _make_venv(folder: Path) -> None:
    """Make an environment without pip, because Debian's Python has no copy of pip for it."""
    command = [_base_python(), "-m", "venv", "--without-pip", "--prompt", ".venv", str(folder)]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        reason = (made.stderr or made.stdout).strip()
        raise SetupError(
            f"{folder} cannot be made: {reason}{_room(folder.parent)}\n"
            "On Debian and Ubuntu this may help: apt-get install python3-venv"
        )


def _run_pip(folder: Path, pins: Pins, *, first: bool) -> None:
    """Install `pins` into the environment in `folder`."""
    # Settings that make pip install elsewhere must not apply.
    settings = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    settings["PIP_USER"] = "0"
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "requirements.txt"
        listed.write_text("\n".join(pins.lines), "utf-8")
        command = [*_find_pip(folder), "install", "--no-input", "--disable-pip-version-check"]
        command += [*pins.options, "--requirement", str(listed)]
        done = subprocess.run(command, check=False, env=settings, stdout=sys.stderr)
    if done.returncode:
        raise SetupError(
            f"pip could not install what is needed; its reason stands above.{_room(folder.parent)}\n"
            "If it is the network, start again: what was downloaded is not asked for twice"
            + ("" if first else f"\nThe old {folder.parent / '.venv'} is as it was")
        )


def _room(folder: Path) -> str:
    """Return a sentence if the disk of `folder` is nearly full, else ""."""
    try:
        free = shutil.disk_usage(folder).free >> 20
    except OSError:
        return ""
    return f"\nThe disk has only {free} MB left; {_NEEDED_MB} MB are needed" * (free < _NEEDED_MB)


def _find_pip(folder: Path) -> list[str]:
    """Return the first words of a command that installs into the environment in `folder`."""
    python = str(_python_in(folder))
    from_outside = [_base_python(), "-m", "pip", "--python", python]  # pip 22.3 and newer
    if _works(*from_outside, "--version"):
        return from_outside
    if _works(python, "-m", "ensurepip"):
        return [python, "-m", "pip"]
    raise SetupError(
        f"{_base_python()} has no pip.  On Debian and Ubuntu: apt-get install python3-pip\n"
        "Elsewhere: https://pip.pypa.io/en/stable/installation/"
    )


def _works(*command: str) -> bool:
    """Return whether a command can be run and succeeds; its output is hidden."""
    try:
        return not subprocess.run(command, check=False, capture_output=True).returncode
    except OSError:
        return False


@contextlib.contextmanager
def _turn(place: Path) -> Iterator[None]:
    """Hold the lock on the environment in `place`; wait until another start has released it."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        file = (place / ".venv.lock").open("w")
    except OSError as error:
        raise SetupError(
            f"{place} cannot be written to ({error.strerror}).  Copy the checkout to a place of "
            "your own, or set XDG_CACHE_HOME to a folder that can be written to"
        ) from error
    with file:
        if not _lock(file):
            say("another start is setting up .venv; waiting for it")
            while not _lock(file):
                time.sleep(0.2)
        yield  # closing the file releases the lock, also when the process is killed


def _lock(file: IO[str]) -> bool:
    """Lock `file` if no other process holds it; return whether that succeeded."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
