"""main.py sets itself up: tried on a toy project, with its own wheels and no network."""

from __future__ import annotations

import ast
import functools
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

fcntl = pytest.importorskip("fcntl", reason="Windows locks files in another way")

ROOT = Path(__file__).resolve().parents[1]
# Not the environment that the tests run in: main.py would find everything there.
PYTHON = getattr(sys, "_base_executable", sys.executable)
UNSHARE = shutil.which("unshare") or "/usr/bin/unshare"

PYPROJECT = """\
[project]
dependencies = [{dependencies}]
[project.optional-dependencies]
test = ["pytest>=9"]
dev = []
"""
PROGRAM = """\
import json, sys
def main(arguments):
    import toy
    print(json.dumps({"arguments": arguments, "prefix": sys.prefix, "toy": toy.VERSION}))
    return 7
"""
PYTEST = """\
import json, os
def main(options):
    print(json.dumps([options, os.getcwd(), os.environ["QT_QPA_PLATFORM"]]))
    return 5
"""


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds toy 1.0, toy 2.0 and something that calls itself pytest."""
    folder = tmp_path_factory.mktemp("wheels")
    for name, version, code in (
        ("toy", "1.0", "VERSION = 1"),
        ("toy", "2.0", "VERSION = 2"),
        ("numpy", "1.0", ""),
        ("pytest", "9.0", PYTEST),
    ):
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}.py", code)
            wheel.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
            )
            wheel.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            wheel.writestr(
                f"{info}/RECORD",
                f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n",
            )
    return folder


def toy_project(folder: Path) -> Path:
    """Make a checkout of a toy project that has our main.py and needs toy 1."""
    package = folder / "xentgui"
    package.mkdir(parents=True)
    (folder / "main.py").write_bytes((ROOT / "main.py").read_bytes())
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PROGRAM)
    (package / "program").mkdir()
    (package / "program" / "__init__.py").touch()
    preflight = (
        "import sys\ndef check(window, install, tools):\n    print(install, file=sys.stderr)\n"
    )
    (package / "program" / "preflight.py").write_text(preflight)
    (folder / "packaging").mkdir()
    for name in ("environment.py", "pins.py"):
        (folder / "packaging" / name).write_bytes((ROOT / "packaging" / name).read_bytes())
    return folder


def needs(project: Path, wheels: Path, *versions: str) -> None:
    """Write what the toy project depends on, and pin it; every toy is also called numpy."""
    listed = ", ".join(f'"toy=={version}"'.replace("==", ">=") for version in versions)
    (project / "pyproject.toml").write_text(PYPROJECT.format(dependencies=listed))
    lines = ["# [base]", *(_pinned(wheels, "toy", version) for version in versions)]
    lines += [_pinned(wheels, "numpy", "1.0"), "# [test]", _pinned(wheels, "pytest", "9.0")]
    (project / "packaging" / "pinned.txt").write_text("\n".join(lines) + "\n# [dev]\n")


def _pinned(wheels: Path, name: str, version: str) -> str:
    wheel = wheels / f"{name}-{version}-py3-none-any.whl"
    content = wheel.read_bytes() if wheel.exists() else b""
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}"


def surroundings(wheels: Path) -> dict[str, str]:
    """Return the environment of a start: no network, and no setting of this machine."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "PYTHON", "VIRTUAL_ENV", "XENTGUI", "QT_"))
    }
    return {
        **kept,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": wheels.as_uri(),
    }


def run_main(project: Path, wheels: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the toy project from another folder."""
    return subprocess.run(
        [PYTHON, str(project / "main.py"), *arguments],
        check=False,
        cwd=wheels,
        env=surroundings(wheels),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def project(tmp_path: Path, wheels: Path) -> Path:
    """Return a toy project that was never started."""
    folder = toy_project(tmp_path / "check out")
    needs(folder, wheels, "1.0")
    return folder


@pytest.fixture(scope="session")
def set_up_once(tmp_path_factory, wheels):
    """Return a toy project whose .venv is ready; tests get copies."""
    folder = toy_project(tmp_path_factory.mktemp("ready") / "project")
    needs(folder, wheels, "1.0")
    done = run_main(folder, wheels)
    assert done.returncode == 7, done.stderr
    return folder


@pytest.fixture
def ready_project(project, set_up_once):
    shutil.copytree(set_up_once, project, symlinks=True, dirs_exist_ok=True)
    return project


@pytest.fixture
def start(project, wheels):
    """Return a function that starts the toy project."""
    return functools.partial(run_main, project, wheels)


@pytest.mark.expensive
def test_that_the_first_start_sets_up_and_the_second_only_starts(project, start):
    first = start("a file", "--option")

    assert first.returncode == 7, first.stderr
    answer = json.loads(first.stdout)  # pip's talk goes elsewhere
    assert answer["arguments"] == ["a file", "--option"]
    assert Path(answer["prefix"]) == project / ".venv"
    assert "setting up" in first.stderr

    second = start()

    assert second.returncode == 7
    assert second.stderr == ""


@pytest.mark.long
def test_that_a_changed_dependency_is_installed(ready_project, start, wheels):
    needs(ready_project, wheels, "2.0")

    assert json.loads(start().stdout)["toy"] == 2
    assert sorted(one.name for one in ready_project.glob(".v*")) == [".venv", ".venv.lock"]


def _scripts(project: Path) -> str:
    return "".join(
        path.read_text(errors="ignore")
        for path in (project / ".venv" / "bin").iterdir()
        if path.is_file() and not path.name.startswith("python")
    )


@pytest.mark.expensive
def test_that_nothing_in_an_environment_names_the_place_where_it_was_built(ready_project):
    assert ".vnew" not in _scripts(ready_project)


def _harm_python_is_gone(venv: Path) -> None:
    for python in (venv / "bin").glob("python*"):
        python.unlink()
        python.symlink_to("/nowhere/python")


def _harm_python_is_another(venv: Path) -> None:
    """Do as a system does that has another minor Python under the old name."""
    stamp = venv / "xentgui-ready.json"
    real = json.loads(stamp.read_text())["real"]
    elsewhere = venv.parent / "python3.99"
    elsewhere.write_text(f'#!/bin/sh\nexec "{real}" "$@"\n')
    elsewhere.chmod(0o755)
    for python in (venv / "bin").glob("python*"):
        python.unlink()
        python.symlink_to(elsewhere)


def _harm_one_package_is_missing(venv: Path) -> None:
    """Do as `uv sync` and `pip uninstall` do with what they do not want."""
    for path in (*venv.glob("lib/*/site-packages/toy.py"), *venv.glob("lib/*/*/toy-*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _harm_it_was_not_finished(venv: Path) -> None:
    (venv / "xentgui-ready.json").unlink()
    _harm_one_package_is_missing(venv)


HARM = {
    "its Python is gone": _harm_python_is_gone,
    "its Python is another": _harm_python_is_another,
    "one package is missing": _harm_one_package_is_missing,
    "it was not finished": _harm_it_was_not_finished,
    "pyvenv.cfg is missing": lambda venv: (venv / "pyvenv.cfg").unlink(),
    "it is empty": lambda venv: (shutil.rmtree(venv), venv.mkdir()),
    "another tool made it anew": lambda venv: (
        shutil.rmtree(venv),
        subprocess.run([PYTHON, "-m", "venv", "--without-pip", venv], check=True),
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("harm", HARM)
def test_that_a_harmed_environment_is_made_anew(ready_project, start, harm):
    HARM[harm](ready_project / ".venv")

    assert json.loads(start().stdout)["toy"] == 1
    assert start().stderr == ""


@pytest.mark.long
@pytest.mark.parametrize("times", [2])
def test_that_failed_updates_leave_the_old_environment_as_it_was(
    ready_project, start, wheels, times
):
    before = _files(ready_project / ".venv")
    needs(ready_project, wheels, "3.0")

    for _ in range(times):
        failed = start()
        assert failed.returncode == 1
        assert "is as it was" in failed.stderr

    assert _files(ready_project / ".venv") == before
    assert not (ready_project / ".vnew").exists()
    needs(ready_project, wheels, "1.0")
    again = start()
    assert json.loads(again.stdout)["toy"] == 1
    assert again.stderr == ""


def _files(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*.py")}


@pytest.mark.long
def test_that_a_start_that_was_interrupted_between_two_names_is_mended(ready_project, start):
    (ready_project / ".venv").rename(ready_project / ".vold")

    assert json.loads(start().stdout)["toy"] == 1
    assert not (ready_project / ".vold").exists()


@pytest.mark.long
def test_that_a_file_with_another_hash_is_not_installed(project, start):
    pinned = project / "packaging" / "pinned.txt"
    pinned.write_text(pinned.read_text().replace("sha256:", "sha256:0", 1)[:-1] + "\n")

    refused = start()

    assert refused.returncode == 1
    assert not (project / ".venv").exists()


def test_that_a_full_disk_is_named(project, wheels):
    limit = f"ulimit -f 1; exec {PYTHON} {project}/main.py"  # no file grows, as on a full disk
    if " " in str(project):
        limit = limit.replace(f"{project}/main.py", f"'{project}/main.py'")

    failed = subprocess.run(
        ["/bin/sh", "-c", f"trap '' XFSZ; {limit}"],
        check=False, env=surroundings(wheels), capture_output=True, text=True,
    )  # fmt: skip

    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr.rpartition("xentgui: ")[2]
    assert not (project / ".venv").exists()
    assert not (project / ".vnew").exists()


@pytest.mark.parametrize("words", [["--help"], ["-V"], ["help"], ["--help", "--lang=zh"]])
def test_that_help_and_version_need_no_setup(tmp_path, wheels, words):
    shutil.copytree(
        ROOT, tmp_path / "checkout", symlinks=True,
        ignore=shutil.ignore_patterns(".*", "tests", "fonts", "screenshots"),
    )  # fmt: skip

    done = run_main(tmp_path / "checkout", wheels, *words)

    assert done.returncode == 0
    assert done.stderr == ""
    assert not (tmp_path / "checkout" / ".venv").exists()
    if "-V" not in words:
        assert "python3 main.py" in done.stdout
        assert "  test " in done.stdout
        assert "  lint " in done.stdout


@pytest.mark.long
def test_that_a_checkout_that_cannot_be_written_to_is_set_up_elsewhere(project, wheels, tmp_path):
    mount = f"mount --bind {str(project)!r} {str(project)!r}"
    mount += f" && mount -o remount,ro,bind {str(project)!r}"
    if (
        not Path(UNSHARE).exists()
        or subprocess.run([UNSHARE, "-m", "sh", "-c", mount], check=False).returncode
    ):
        pytest.skip("nothing can be mounted here")

    done = subprocess.run(
        [UNSHARE, "-m", "sh", "-c", f"{mount} && exec {PYTHON} {str(project / 'main.py')!r}"],
        check=False, env={**surroundings(wheels), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 7, done.stderr
    assert json.loads(done.stdout)["prefix"].startswith(str(tmp_path / "cache"))
    assert not (project / ".venv").exists()


@pytest.mark.long
def test_that_two_starts_at_once_take_turns(project, wheels):
    command = [PYTHON, str(project / "main.py")]
    both = [
        subprocess.Popen(
            command,
            env=surroundings(wheels),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]

    talk = [process.communicate() for process in both]

    assert [process.returncode for process in both] == [7, 7], talk
    assert sum("ready after" in errors for _, errors in talk) == 1


def test_that_ctrl_c_ends_a_start_that_waits_with_130(project, wheels):
    with (project / ".venv.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = subprocess.Popen(
            [PYTHON, str(project / "main.py")],
            env=surroundings(wheels),
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        assert "waiting" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.communicate()[1]

    assert process.returncode == 130
    assert "Traceback" not in rest


@pytest.mark.long
def test_that_a_failed_installation_is_told_and_can_be_mended(project, start, wheels):
    needs(project, wheels, "3.0")

    failed = start()

    assert failed.returncode == 1
    assert "pip could not install" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert failed.stdout == ""

    needs(project, wheels, "1.0")

    assert json.loads(start().stdout)["toy"] == 1


def test_that_a_folder_that_cannot_be_written_to_is_reported(project, start):
    (project / ".venv.lock").mkdir()  # root may write anywhere, but not into a folder

    refused = start()

    assert refused.returncode == 1
    assert "cannot be written to" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_that_a_python_that_has_everything_is_used_as_it_is(project, start, wheels):
    needs(project, wheels)
    (project / "toy.py").write_text("VERSION = 0")

    answer = json.loads(start().stdout)

    assert answer["toy"] == 0
    assert not (project / ".venv").exists()


@pytest.mark.expensive
def test_that_test_passes_its_options_to_pytest_and_runs_without_a_screen(project, start):
    done = start("test", "-k", "softmax")

    assert done.returncode == 5, done.stderr
    assert json.loads(done.stdout) == [["-k", "softmax"], str(project), "offscreen"]
    assert done.stderr.endswith("\nFalse\n")


ON_ALL_PROCESSORS = ["--numprocesses", "auto", "--dist", "worksteal"]


@pytest.mark.expensive
def test_that_all_tests_are_those_that_take_long_too(project, start):
    done = start("test", "--all", "-x")

    assert json.loads(done.stdout)[0] == ["-x", *ON_ALL_PROCESSORS, "-m", ""]


@pytest.mark.long
def test_that_libraries_are_installed_for_the_tests_if_that_is_asked_for(project, start):
    done = start("test", "--install-libraries", "-x")

    assert json.loads(done.stdout)[0] == ["-x", *ON_ALL_PROCESSORS]
    assert done.stderr.endswith("\nTrue\n")


def test_that_an_old_python_is_refused_in_one_sentence():
    source = (ROOT / "main.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))  # it must get as far as the sentence
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = ['main.py']; "

    refused = subprocess.run(
        [PYTHON, "-c", f"{pretend}runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert refused.returncode == 1
    assert "Python 3.11 or newer is needed" in refused.stderr
    assert "Traceback" not in refused.stderr
