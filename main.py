"""Start XentGUI from a checkout, with nothing but Python and pip on the machine.

python3 main.py [FILE | command]   open the window, or run a command of xentgui (see --help)
python3 main.py test [options]     run the tests, with --all also those that take long; other
                                   options go to pytest, but --install-libraries (see --help)
python3 main.py lint               run the linters

What is needed is installed once, into ``.venv`` beside this file: exactly the versions in
``packaging/pinned.txt``.  A new one is built beside the old one, and takes its place when it is
whole.  Only the standard library is used here, and the syntax is one that old Pythons can read, so
that they get a message.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
PINNED = ROOT / "packaging" / "pinned.txt"
WINDOWS = os.name == "nt"
STAMP = "xentgui-ready.json"  # in the environment: what was installed; it is written last
HANDED_OVER = "XENTGUI_HANDED_OVER"
ELSEWHERE = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME")
REQUIREMENT = re.compile(
    r"\s*([\w.-]+)\s*((?:(?:>=|<|!=)[\d.]+,?)*)\s*(?:;\s*python_version\s*(<|>=)\s*'([\d.]+)'\s*)?"
)
PIN = re.compile(r"([\w.-]+==[\w.]+)(?: ; python_version == '([\d.]+)')?((?: +--hash=\S+)+)")
INSTALL = "--install-libraries"  # an option of ours, not of pytest
EXTRAS = {"test": ("test",), "lint": ("dev", "test")}
SECTIONS = {"": {"base"}, "test": {"base", "test"}, "lint": {"base", "test", "dev"}}
ALL = "--all"  # the markers of the tests
ANSWERED_AT_ONCE = {"-h", "--help", "-V", "--version", "help"}
NEEDED_MB = 500  # of a whole environment


class SetupError(Exception):
    """The environment could not be made; the text gives the reason and the remedy."""


def main(arguments: list[str]) -> int:
    """Find or make a Python with all requirements, and let it run the command."""
    command = arguments[0] if arguments and arguments[0] in EXTRAS else ""
    try:
        refuse_old_python()
        if (
            arguments
            and arguments[0] in ANSWERED_AT_ONCE
            and not (
                arguments[0] == "help" and arguments[1:]  # of a command, which needs packages
            )
        ):
            return run_program(arguments)  # it needs no package
        python = prepared_python(command)
        if python != sys.executable:
            return hand_over([python, str(ROOT / "main.py"), *arguments])
    except SetupError as error:
        say(str(error))
        return 1
    if command == "test":
        return run_tests(arguments[1:])
    if command == "lint":
        return run_linters()
    return run_program(arguments)


def run_program(arguments: list[str]) -> int:
    """Run the command line of xentgui."""
    import_from_here()
    if not arguments or arguments[0] not in ANSWERED_AT_ONCE:
        return int(importlib.import_module("xentgui.__main__").main(arguments))
    cli = importlib.import_module("xentgui.program.cli")
    return int(cli.main(arguments, "python3 main.py", cli.OF_CHECKOUT))


def import_from_here() -> None:
    """Let modules beside this file be found; python -P and PYTHONSAFEPATH leave them out."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


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


class Pins:
    """What is to be installed: `names` such as "numpy==2.3.5", and `lines` for pip.

    A Python for which nothing is pinned gets what pyproject.toml asks for.
    """

    def __init__(self, command: str) -> None:
        python = f"{sys.version_info[0]}.{sys.version_info[1]}"
        self.names: list[str] = []
        self.lines: list[str] = []
        section = ""
        for line in PINNED.read_text("utf-8").replace("\\\n", " ").splitlines():
            if line.startswith("# ["):
                section = line[3:-1]
            parts = PIN.fullmatch(re.sub(" +", " ", line))
            if parts and section in SECTIONS[command] and parts[2] in {None, python}:
                self.names.append(parts[1])
                self.lines.append(parts[1] + parts[3])
        self.options = ["--require-hashes", "--only-binary", ":all:"]
        if not any(name.startswith("numpy==") for name in self.names):
            say(f"no versions are pinned for Python {python}; taking the newest that fit")
            self.names = self.lines = requirements(EXTRAS.get(command, ()))
            self.options = []


def python_in(folder: Path) -> Path:
    """Return the path of the Python of the environment in `folder`."""
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def home() -> Path:
    """Return the folder for the environment: the checkout, or one of the person's own.

    A checkout that cannot be written to, on a shared disk or a medium, keeps as it is.
    """
    if os.access(ROOT, os.W_OK):
        return ROOT
    name = "xentgui-" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(cache) if cache else Path.home() / ".cache") / name


def is_ready(venv: Path, wanted: list[str]) -> bool:
    """Return whether the environment `venv` is complete, for `wanted`, and still works."""
    try:
        stamp = json.loads((venv / STAMP).read_text("utf-8"))
        python = python_in(venv)
        return (
            set(wanted) <= set(stamp["installed"])
            and (venv / "pyvenv.cfg").exists()
            and os.path.realpath(python) == stamp["real"]  # else the system has another Python now
            and Path(stamp["real"]).exists()
            and distributions(venv / stamp["packages"]) >= set(map(plain, stamp["installed"]))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def distributions(packages: Path) -> set[str]:
    """Return what is installed in a folder of packages, in the form of `plain`."""
    names = (one.name[: -len(".dist-info")] for one in packages.glob("*.dist-info"))
    return {plain("==".join(name.rsplit("-", 1))) for name in names} | {""}


def plain(pin: str) -> str:
    """Return name and version in the form in which they can be compared; "" if not exact."""
    name, exact, version = pin.partition("==")
    return re.sub("[-_.]+", "-", name).lower() + exact + version if exact else ""


def prepared_python(command: str) -> str:
    """Return the path of a Python with all that `command` needs, installed if necessary.

    It is .venv if that is ready, else the running Python if that has all, else a new .venv.  Two
    starts at once take turns.  Raises SetupError.
    """
    place = home()
    venv = place / ".venv"
    inside = os.path.realpath(sys.prefix) == os.path.realpath(venv)
    if os.environ.pop(HANDED_OVER, ""):
        if inside:
            return sys.executable
        raise SetupError(
            f"{python_in(venv)} does not use its own packages.  Delete {venv} and start again"
        )
    python = sys.executable if inside else str(python_in(venv))
    pins = Pins(command)
    if is_ready(venv, pins.names):
        return python
    if all(is_met(one) for one in requirements(EXTRAS.get(command, ()))):
        return sys.executable
    with turn(place):
        if not is_ready(venv, pins.names):  # another start could have done it
            try:
                install(place, pins)
            except OSError as error:
                raise SetupError(f"{venv} cannot be made: {error}{room(place)}") from error
    return str(python_in(venv))


def install(place: Path, pins: Pins) -> None:
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
    remove(new)
    try:
        make_venv(new)
        run_pip(new, pins, first=first)
        packages = next(iter(new.glob("lib/python*/site-packages")), new / "Lib/site-packages")
        stamp = {
            "real": os.path.realpath(python_in(new)),
            "packages": str(packages.relative_to(new)),
            "installed": pins.names,
        }
        if WINDOWS:
            stamp["real"] = str(python_in(venv))  # a copy, which stays
        rename_in_scripts(new, venv)
        (new / STAMP).write_text(json.dumps(stamp, indent=1), "utf-8")
        remove(old)
        if venv.is_symlink() or venv.exists():
            venv.rename(old)
        new.rename(venv)
    except BaseException:
        if old.exists() and not venv.exists():
            old.rename(venv)
        remove(new)
        raise
    remove(old)
    say(f"ready after {time.monotonic() - started:.0f} s")


def remove(folder: Path) -> None:
    """Remove `folder`, or the link to one, if it is there."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


def rename_in_scripts(new: Path, venv: Path) -> None:
    """Let the scripts in `new` name the place where they will be."""
    for script in python_in(new).parent.iterdir():
        if script.is_file() and not script.is_symlink() and not script.name.startswith("python"):
            content = script.read_bytes()
            script.write_bytes(content.replace(os.fsencode(new), os.fsencode(venv)))


def base_python() -> str:
    """Return the Python that the running one is made from, if that is an environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def make_venv(folder: Path) -> None:
    """Make an environment without pip, because Debian's Python has no copy of pip for it."""
    command = [base_python(), "-m", "venv", "--without-pip", "--prompt", ".venv", str(folder)]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        reason = (made.stderr or made.stdout).strip()
        raise SetupError(
            f"{folder} cannot be made: {reason}{room(folder.parent)}\n"
            "On Debian and Ubuntu this may help: apt-get install python3-venv"
        )


def run_pip(folder: Path, pins: Pins, *, first: bool) -> None:
    """Install `pins` into the environment in `folder`."""
    # Settings that make pip install elsewhere must not apply.
    settings = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    settings["PIP_USER"] = "0"
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "requirements.txt"
        listed.write_text("\n".join(pins.lines), "utf-8")
        command = [*find_pip(folder), "install", "--no-input", "--disable-pip-version-check"]
        command += [*pins.options, "--requirement", str(listed)]
        done = subprocess.run(command, check=False, env=settings, stdout=sys.stderr)
    if done.returncode:
        raise SetupError(
            f"pip could not install what is needed; its reason stands above.{room(folder.parent)}\n"
            "If it is the network, start again: what was downloaded is not asked for twice"
            + ("" if first else f"\nThe old {folder.parent / '.venv'} is as it was")
        )


def room(folder: Path) -> str:
    """Return a sentence if the disk of `folder` is nearly full, else ""."""
    try:
        free = shutil.disk_usage(folder).free >> 20
    except OSError:
        return ""
    return f"\nThe disk has only {free} MB left; {NEEDED_MB} MB are needed" * (free < NEEDED_MB)


def find_pip(folder: Path) -> list[str]:
    """Return the first words of a command that installs into the environment in `folder`."""
    python = str(python_in(folder))
    from_outside = [base_python(), "-m", "pip", "--python", python]  # pip 22.3 and newer
    if works(*from_outside, "--version"):
        return from_outside
    if works(python, "-m", "ensurepip"):
        return [python, "-m", "pip"]
    raise SetupError(
        f"{base_python()} has no pip.  On Debian and Ubuntu: apt-get install python3-pip\n"
        "Elsewhere: https://pip.pypa.io/en/stable/installation/"
    )


def works(*command: str) -> bool:
    """Return whether a command can be run and succeeds; its output is hidden."""
    try:
        return not subprocess.run(command, check=False, capture_output=True).returncode
    except OSError:
        return False


@contextlib.contextmanager
def turn(place: Path) -> Iterator[None]:
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
    import_from_here()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preflight = importlib.import_module("xentgui.program.preflight")
    refusal = preflight.check(window=True, install=INSTALL in options, tools=True)
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
