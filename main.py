"""Start XentGUI from a checkout, with nothing but Python and pip on the machine.

python3 main.py [FILE | command]   open the window, or run a command of xentgui
python3 main.py test [options]     run the tests, with --all also those that take long; other
                                   options go to pytest, but --install-libraries (see --help)
python3 main.py lint               run the linters

The requirements are installed once, into ``.venv`` beside this file.  Only the standard library is
used here, and the syntax is one that old Pythons can read, so that they get a message.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "xentgui-ready.json"  # the installed requirements; it is written last
UNFINISHED = VENV / "xentgui-unfinished"  # exists while pip works
HANDED_OVER = "XENTGUI_HANDED_OVER"
ELSEWHERE = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME")
REQUIREMENT = re.compile(
    r"\s*([\w.-]+)\s*((?:(?:>=|<|!=)[\d.]+,?)*)\s*(?:;\s*python_version\s*(<|>=)\s*'([\d.]+)'\s*)?"
)
INSTALL = "--install-libraries"  # an option of ours, not of pytest
EXTRAS = {"test": ("test",), "lint": ("dev", "test")}
ALL = "--all"  # the markers of the tests
YOUNG_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 11))"


class SetupError(Exception):
    """The environment could not be made; the text gives the reason and the remedy."""


def main(arguments: list[str]) -> int:
    """Find or make a Python with all requirements, and let it run the command."""
    command = arguments[0] if arguments and arguments[0] in EXTRAS else ""
    try:
        refuse_old_python()
        python = prepared_python(EXTRAS.get(command, ()))
        if python != sys.executable:
            return hand_over([python, str(ROOT / "main.py"), *arguments])
    except SetupError as error:
        say(str(error))
        return 1
    if str(ROOT) not in sys.path:  # python -P and PYTHONSAFEPATH leave it out
        sys.path.insert(0, str(ROOT))
    if command == "test":
        return run_tests(arguments[1:])
    if command == "lint":
        return run_linters()
    return int(importlib.import_module("xentgui.__main__").main(arguments))


def say(text: str) -> None:
    """Show a message on standard error; standard output is for the command's result."""
    print("xentgui: " + text, file=sys.stderr, flush=True)


def refuse_old_python() -> None:
    """Raise SetupError on a Python that cannot run the program."""
    if sys.version_info[:2] >= OLDEST:
        return
    newer = [f"python3.{minor}" for minor in range(20, 10, -1) if shutil.which(f"python3.{minor}")]
    remedy = f"{newer[0]} main.py" if newer else "one from https://www.python.org/downloads/"
    have = f"{sys.executable} is {sys.version.split()[0]}"
    raise SetupError(f"Python 3.11 or newer is needed, and {have}.  Use {remedy}")


def requirements(extras: tuple[str, ...]) -> list[str]:
    """Return the requirements in pyproject.toml, each in pip's format."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    more = (project["optional-dependencies"][extra] for extra in extras)
    return sorted({*project["dependencies"], *itertools.chain.from_iterable(more)})


def is_met(requirement: str) -> bool:
    """Return whether this Python has `requirement`; False also if it is not understood."""
    from importlib import metadata

    parts = REQUIREMENT.fullmatch(requirement)
    if not parts:
        return False
    name, limits, sign, python = parts.groups()
    if sign and not holds(sys.version_info[:2], sign, release(python)):
        return True  # for another Python
    try:
        installed = release(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False
    each = re.findall(r"(>=|<|!=)([\d.]+)", limits)
    return all(holds(installed, sign, release(limit)) for sign, limit in each)


def release(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: 6.11.3 and 6.11.3rc1 give (6, 11, 3)."""
    return tuple(int(part) for part in re.split(r"[^\d.]", version)[0].split(".") if part)


def holds(version: tuple[int, ...], sign: str, limit: tuple[int, ...]) -> bool:
    """Return whether `version` is within `limit`."""
    return {"<": version < limit, ">=": version >= limit, "!=": version != limit}[sign]


def is_ready(needed: list[str]) -> bool:
    """Return whether .venv is complete, for these requirements, and still works."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
        return (
            set(needed) <= set(stamp["requirements"])
            and PYTHON.exists()
            and (VENV / "pyvenv.cfg").exists()
            and Path(stamp["base"]).exists()  # the Python on which .venv depends
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def prepared_python(extras: tuple[str, ...]) -> str:
    """Return the path of a Python with all requirements, which are installed if necessary.

    It is .venv if that is ready, else the running Python if that has all, else a new .venv.  Two
    starts at once take turns.  Raises SetupError.
    """
    inside = os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    if os.environ.pop(HANDED_OVER, ""):
        if inside:
            return sys.executable
        raise SetupError(f"{PYTHON} does not use its own packages.  Delete {VENV} and start again")
    python = sys.executable if inside else str(PYTHON)
    needed = requirements(extras)
    if is_ready(needed):
        return python
    # An interrupted pip leaves packages that look complete.
    if not (inside and UNFINISHED.exists()) and all(is_met(one) for one in needed):
        return sys.executable
    with turn():
        if not is_ready(needed):  # another start could have done it
            install(needed)
    importlib.invalidate_caches()
    return python


def install(needed: list[str]) -> None:
    """Install `needed` into .venv, which is made first if it is missing or broken."""
    started = time.monotonic()
    if UNFINISHED.exists() or not works(str(PYTHON), "-c", YOUNG_ENOUGH):
        say(f"setting up {VENV}; this is done once, and downloads about 120 MB")
        make_venv()
    else:
        say(f"bringing {VENV} up to date")
    UNFINISHED.touch()
    # Settings that make pip install elsewhere must not apply to .venv.
    settings = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    settings["PIP_USER"] = "0"
    pip = [*find_pip(), "install", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*pip, *needed], check=False, env=settings, stdout=sys.stderr).returncode:
        raise SetupError(
            "pip could not install what is needed; its reason stands above.\n"
            "If it is the network, start again: what was downloaded is not asked for twice"
        )
    base = Path(getattr(sys, "_base_executable", sys.executable))
    STAMP.write_text(json.dumps({"base": str(base), "requirements": needed}, indent=1), "utf-8")
    UNFINISHED.unlink()
    say(f"ready after {time.monotonic() - started:.0f} s")


def make_venv() -> None:
    """Make a new .venv without pip, because Debian's Python has no copy of pip for it."""
    command = [sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV)]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        reason = (made.stderr or made.stdout).strip()
        raise SetupError(
            f"{VENV} cannot be made: {reason}\n"
            "On Debian and Ubuntu this may help: apt-get install python3-venv"
        )


def find_pip() -> list[str]:
    """Return the first words of a command that installs into .venv."""
    own = [str(PYTHON), "-m", "pip"]
    for pip in (own, [sys.executable, "-m", "pip", "--python", str(PYTHON)]):  # pip 22.3 and newer
        if works(*pip, "--version"):
            return pip
    if works(str(PYTHON), "-m", "ensurepip"):
        return own
    raise SetupError(
        f"{sys.executable} has no pip.  On Debian and Ubuntu: apt-get install python3-pip\n"
        "Elsewhere: https://pip.pypa.io/en/stable/installation/"
    )


def works(*command: str) -> bool:
    """Return whether a command can be run and succeeds; its output is hidden."""
    try:
        return not subprocess.run(command, check=False, capture_output=True).returncode
    except OSError:
        return False


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Hold the lock on .venv; wait until another start has released it."""
    try:
        file = (ROOT / ".venv.lock").open("w")
    except OSError as error:
        raise SetupError(
            f"{ROOT} cannot be written to ({error.strerror}).  Copy the folder to a place of your "
            "own, or install it: pip install ."
        ) from error
    with file:
        if not lock(file):
            say("another start is setting up .venv; waiting for it")
            while not lock(file):
                time.sleep(0.2)
        yield  # closing the file releases the lock, also when the process is killed


def lock(file: IO[str]) -> bool:
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


def hand_over(command: list[str]) -> int:
    """Replace this process by `command`, which gets the signals and gives the exit code."""
    os.environ[HANDED_OVER] = "1"
    os.environ.pop("PYTHONHOME", None)  # it belongs to the current Python
    if not WINDOWS:
        os.execv(command[0], command)
    # Windows has no exec.  Ctrl-C reaches both processes, and the child handles it.
    process = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()


def run_tests(options: list[str]) -> int:
    """Run pytest with `options`, without a screen unless QT_QPA_PLATFORM names a platform."""
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preflight = importlib.import_module("xentgui.program.preflight")
    refusal = preflight.check(window=True, install=INSTALL in options)
    if refusal is not None:
        say(refusal)
        return int(preflight.EXIT_CODE)
    passed_on = [one for one in options if one not in {ALL, INSTALL}]
    passed_on += ["-m", ""] if ALL in options else []  # pyproject.toml sets "not long"
    return int(importlib.import_module("pytest").main(passed_on))


def run_linters() -> int:
    """Run every linter, also after one has failed; return 1 if any has failed."""
    failed = []
    for title, *options in (
        ("ruff check", "-m", "ruff", "check"),
        ("ruff format", "-m", "ruff", "format", "--check"),
        ("mypy", "-m", "mypy"),
        ("import contracts", "-c", "import importlinter.cli as c; c.lint_imports_command()"),
    ):
        print(f"== {title}", flush=True)
        if subprocess.run([sys.executable, *options], check=False, cwd=ROOT).returncode:
            failed.append(title)
    print("Failed: " + ", ".join(failed) if failed else "Nothing to complain about")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
