"""Start XentGUI from a checkout, with nothing but Python and pip on the machine.

python3 main.py [FILE | command]   open the window, or run a command of xentgui (see --help)
python3 main.py test [options]     run the tests, with --all also those that take long; other
                                   options go to pytest, but --install-libraries (see --help)
python3 main.py lint               run the linters

What is needed is installed once, into ``.venv`` beside this file: see `packaging/environment.py`.
Only the standard library is used here, and the syntax is one that old Pythons can read, so that
they get a message.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
INSTALL = "--install-libraries"  # an option of ours, not of pytest
ALL = "--all"  # the markers of the tests
WHOLE = {"-q", "-v", "-x"}  # with no other options all tests run, on all processors
OURS = {"test", "lint"}  # the commands that need more packages than the program
ANSWERED_AT_ONCE = {"-h", "--help", "-V", "--version", "help"}


def main(arguments: list[str]) -> int:
    """Find or make a Python with all requirements, and let it run the command."""
    command = arguments[0] if arguments and arguments[0] in OURS else ""
    refuse_old_python()
    if answered_at_once(arguments):
        return run_program(arguments)
    environment = set_up()
    try:
        python = environment.prepared_python(command)
    except environment.SetupError as error:
        environment.say(str(error))
        return 1
    if python != sys.executable:
        return hand_over([python, str(ROOT / "main.py"), *arguments], environment.HANDED_OVER)
    if command == "test":
        return run_tests(arguments[1:])
    if command == "lint":
        return run_linters()
    return run_program(arguments)


def answered_at_once(arguments: list[str]) -> bool:
    """Return whether no package is needed: for help, but not for that of a command."""
    first = arguments[0] if arguments else ""
    return first in ANSWERED_AT_ONCE and not (first == "help" and arguments[1:])


def set_up() -> ModuleType:
    """Return the module that makes the environment; a Python that is too old cannot read it."""
    folder = str(ROOT / "packaging")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module("environment")
    finally:
        sys.path.remove(folder)


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


def refuse_old_python() -> None:
    """End with a message on a Python that cannot run the program."""
    if sys.version_info[:2] >= OLDEST:
        return
    newer = [f"python3.{minor}" for minor in range(20, 10, -1) if shutil.which(f"python3.{minor}")]
    remedy = f"{newer[0]} main.py" if newer else "one from https://www.python.org/downloads/"
    have = f"{sys.executable} is {sys.version.split()[0]}"
    sys.exit(f"xentgui: Python 3.11 or newer is needed, and {have}.  Use {remedy}")


def hand_over(command: list[str], mark: str) -> int:
    """Replace this process by `command`, which gets the signals and gives the exit code."""
    os.environ[mark] = "1"
    os.environ.pop("PYTHONHOME", None)  # it belongs to the current Python
    if os.name != "nt":
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
        print("xentgui: " + refusal, file=sys.stderr, flush=True)
        return int(preflight.EXIT_CODE)
    passed_on = [one for one in options if one not in {ALL, INSTALL}]
    if set(passed_on) <= WHOLE:
        passed_on += ["--numprocesses", "auto", "--dist", "worksteal"]
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
