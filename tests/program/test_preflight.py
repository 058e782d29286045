"""Qt never aborts over a display or a library: it is not even asked."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from xentgui.program.preflight import pyside_fault
from xentgui.program.system_libraries import DRAWING, X11

ROOT = Path(__file__).resolve().parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
CHECK = "import sys; from xentgui.program.preflight import check; sys.exit(check(window={window}))"

# A name in the table of strings that the dynamic linker reads.
LINKED = re.compile(rb"\0(lib[\w.+-]+\.so[.\d]*)(?=\0)")
C = ("libc.so", "libm.so", "libgcc_s.so", "libstdc++.so", "libdl.so", "libpthread.so", "librt.so")

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks such things")


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python without any display but what `environment` says."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    kept["PATH"] = "/nowhere"  # a test installs nothing
    kept["LANGUAGE"] = "en"
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
    )


@linux
@pytest.mark.parametrize(
    ("display", "reason"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":4711"}, "the display :4711 does not answer"),
        ({"DISPLAY": "nonsense"}, "the display nonsense does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "no Wayland compositor answers at wayland-9"),
        ({"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":4711"}, "the display :4711 does not answer"),
        (
            {"WAYLAND_DISPLAY": "/nowhere/wayland-9", "QT_QPA_PLATFORM": "wayland"},
            "no Wayland compositor answers at /nowhere/wayland-9",
        ),
        ({"QT_QPA_PLATFORM": "wayland"}, "WAYLAND_DISPLAY is not set"),
    ],
)
def test_that_a_missing_display_is_told_with_exit_code_3(display, reason):
    done = python("-m", "xentgui", **display)

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == (
        f"There is no display to open a window on: {reason}.\n"
        "Start XentGUI in a desktop session, through ssh -X, or with xvfb-run.\n"
    )


@linux
@pytest.mark.parametrize(
    ("words", "environment"), [(("--lang", "zh"), {}), ((), {"LANGUAGE": "zh_CN"})]
)
def test_that_a_missing_display_is_told_in_the_language_of_the_person(words, environment):
    done = python("-m", "xentgui", *words, DISPLAY=":4711", **environment)

    assert done.returncode == 3
    assert done.stderr == (
        "没有可以打开窗口的显示器：显示器 :4711 没有响应。\n"
        "请在桌面会话中、通过 ssh -X 或用 xvfb-run 启动 XentGUI。\n"
    )


@linux
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_that_a_platform_without_a_display_is_not_asked_for_one(platform):
    done = python("-c", CHECK.format(window=True), QT_QPA_PLATFORM=platform)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_that_drawing_without_a_window_asks_for_no_display(display):
    draw = (
        "from xentgui.program.preflight import check; assert check(window=False) is None;"
        "from PySide6.QtGui import QGuiApplication; print(QGuiApplication([]).platformName())"
    )

    done = python("-c", draw, **display)

    assert (done.returncode, done.stdout) == (0, "offscreen\n"), done.stderr


@linux
def test_that_a_missing_library_is_named_with_its_package(tmp_path):
    (tmp_path / "libEGL.so.1").touch()  # found first, and no library

    done = python("-c", CHECK.format(window=False), LD_LIBRARY_PATH=str(tmp_path))

    assert done.returncode == 1
    assert "a system library is missing" in done.stderr
    assert "libEGL.so.1" in done.stderr
    assert done.stderr.endswith("\nInstall what Debian calls: libegl1\n")


@linux
def test_that_a_missing_library_of_wayland_is_named_with_its_package(tmp_path):
    (tmp_path / "libwayland-cursor.so.0").touch()  # found first, and no library
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()

        done = python(
            "-m", "xentgui", LD_LIBRARY_PATH=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path),
            WAYLAND_DISPLAY="wayland-0",
        )  # fmt: skip

    assert done.returncode == 3
    assert done.stderr.endswith("\nInstall what Debian calls: libwayland-cursor0\n")


@linux
def test_that_the_tests_ask_for_what_the_tools_for_translations_need(tmp_path):
    (tmp_path / "libgssapi_krb5.so.2").touch()
    ask = CHECK.replace("window={window}", "window=False, tools=True")

    done = python("-c", ask, LD_LIBRARY_PATH=str(tmp_path))

    assert "libgssapi-krb5-2" in done.stderr


@pytest.fixture
def debian(tmp_path):
    """Return a folder where a library of Qt is broken, and an apt-get that would mend it."""
    broken = tmp_path / "libEGL.so.1"
    broken.touch()
    apt = tmp_path / "apt-get"
    # Like the real one on a new machine: it knows no package until it was told to update.
    apt.write_text(
        f"#!/bin/sh\necho $* >> {tmp_path}/log\n"
        f"case $* in *update*) : > {tmp_path}/lists; exit 0;; esac\n"
        f"[ -e {tmp_path}/lists ] || exit 100\n"
        f"/bin/rm {broken}\n"
    )
    apt.chmod(0o755)
    return tmp_path


def on(debian: Path) -> dict[str, str]:
    return {"LD_LIBRARY_PATH": str(debian), "PATH": str(debian)}


def installed(debian: Path) -> list[list[str]]:
    """Return what apt-get was told to do."""
    log = debian / "log"
    return [line.split()[3:] for line in log.read_text().splitlines()] if log.exists() else []


INSTALLED = [
    ["install", "--yes", "--no-install-recommends", "libegl1"],
    ["update"],
    ["install", "--yes", "--no-install-recommends", "libegl1"],
]


@linux
def test_that_nothing_is_installed_unasked_and_the_line_is_reported(debian):
    done = python("-m", "xentgui", QT_QPA_PLATFORM="offscreen", **on(debian))

    become = "" if os.geteuid() == 0 else "sudo "
    assert done.returncode == 3
    assert done.stderr.endswith(f"\nInstall it with: {become}apt-get install libegl1\n")
    assert installed(debian) == []


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may install")
def test_that_root_gets_what_is_missing_for_the_flag(debian):
    check = CHECK.replace("window={window}", "window=False, install=True")

    done = python("-c", check, **on(debian))

    assert done.returncode == 0, done.stderr
    assert done.stderr == "Installing what Qt needs: apt-get install libegl1\nInstalled.\n"
    assert installed(debian) == INSTALLED


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="only root is asked")
@pytest.mark.parametrize(("answer", "expected"), [("y", INSTALLED), ("n", []), ("", [])])
def test_that_root_is_asked_on_a_terminal(debian, answer, expected):
    ours, terminal = os.openpty()
    os.write(ours, f"{answer}\n".encode())

    done = subprocess.run(
        [sys.executable, "-c", CHECK.format(window=False)],
        check=False,
        cwd=ROOT,
        env={**os.environ, **on(debian)},
        stdin=terminal,
        stderr=terminal,
    )

    assert b"Run apt-get install libegl1? [y/N]" in os.read(ours, 10_000)
    assert installed(debian) == expected
    assert done.returncode == (0 if expected else 1)
    os.close(ours)
    os.close(terminal)


@linux
def test_that_every_system_library_of_qt_has_its_package():
    """The tables are complete: what Qt is linked with is Qt's own, C's, or in them."""
    qt = Path(PySide6.__file__).parent / "Qt"
    names = ("Widgets", "Gui", "DBus", "Core", "XcbQpa")
    libraries = [qt / "lib" / f"libQt6{name}.so.6" for name in names]
    libraries.append(qt / "plugins" / "platforms" / "libqxcb.so")
    used = set()
    for library in libraries:
        used |= {name.decode() for name in LINKED.findall(library.read_bytes())}

    own = {path.name for path in [*libraries, *(qt / "lib").iterdir()]}
    system = {name for name in used - own if not name.startswith(C)}
    assert system <= set(DRAWING) | set(X11)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_that_asking_for_version_or_help_loads_neither_qt_nor_numpy(option):
    ask = (
        "import sys, xentgui.__main__ as program\n"
        "code = program.main([sys.argv[1]])\n"
        "print(code, 'PySide6' in sys.modules, 'numpy' in sys.modules)"
    )

    done = python("-c", ask, option)

    assert done.stdout.endswith("\n0 False False\n"), done.stderr


def test_that_a_missing_pyside_is_reported():
    done = python("-S", "-m", "xentgui")  # -S leaves site-packages out

    assert done.returncode == 3
    assert "PySide6 is not installed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_that_the_pyside_that_wears_out_none_is_refused_before_any_qt_call(tmp_path):
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text("__version_info__ = (6, 12, 0, '', '')")

    done = python("-m", "xentgui", PYTHONPATH=str(tmp_path), QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 3
    assert 'pip install "PySide6-Essentials<6.12"' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("python_version", "pyside", "refused"),
    [
        ((3, 11), (6, 12), True),
        ((3, 11), (6, 11), False),
        ((3, 11), (6, 8), False),
        ((3, 12), (6, 12), False),
        ((3, 15), (6, 12), False),
    ],
)
def test_that_only_the_harmful_pair_is_refused(python_version, pyside, refused):
    assert (pyside_fault(python_version, pyside) is not None) is refused


def test_that_the_check_leaves_the_import_of_qt_to_the_program():
    """Imports after PySide6's are slower, and the window waits for them."""
    ask = "import sys; from xentgui.program.preflight import check; check(window=False); "

    done = python("-c", ask + "print('PySide6' in sys.modules)")

    assert done.stdout == "False\n", done.stderr
