"""A second start hands its file to the window that is there, and no file is lost; by real starts."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from xentgui.program import meeting_place

ROOT = Path(__file__).parents[2]
DOCUMENT = (
    '{"format": "xentgui-document", "version": 1, "scenes": [{"logits": [%s], "target": [1, 0]}]}'
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")


@pytest.fixture(scope="module", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give this module, and what it starts, the environment of a person with a session folder."""
    folder = tmp_path_factory.mktemp("s")
    (folder / "run").mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        patch.setenv("XENTGUI_CONFIG_DIR", str(folder / "config"))
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        patch.setenv("LANGUAGE", "en")
        patch.setenv("PYTHONPATH", str(ROOT))
        yield


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this test be alone, away from the window of the others."""
    monkeypatch.setenv("XENTGUI_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "my lecture’s.xent.json"
    file.write_text(DOCUMENT % "2, 1", "utf-8")
    return file


class Window:
    """A start that runs, and is told what to do."""

    def __init__(self, *, ready: bool = True) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/program/driven_window.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=dict(os.environ),
        )
        assert not ready or self.says() == "ready"

    def says(self) -> str:
        output: IO[str] = self.process.stdout
        return output.readline().rstrip("\n")

    def do(self, command: str) -> None:
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        if self.process.poll() is None:
            self.do("quit")
        return self.closed()

    def closed(self) -> int:
        """Wait until it has ended."""
        with self.process:
            return self.process.wait()


@pytest.fixture(scope="module")
def window(_surroundings: None) -> Iterator[Window]:
    found = Window()
    yield found
    found.process.kill()
    found.closed()


@pytest.fixture
def own_window(elsewhere: None) -> Iterator[Window]:
    found = Window()
    yield found
    found.process.kill()
    found.closed()


def _start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the command line; where it would open a window of its own, it ends with 3 instead."""
    return subprocess.run(
        [sys.executable, "-m", "xentgui", *arguments],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_that_a_second_start_opens_its_file_in_the_window_that_is_there(
    window: Window, document: Path
) -> None:
    second = _start(str(document))

    assert (second.returncode, second.stdout) == (0, "")
    assert f"{document} is opened in the window that is there" in second.stderr
    assert window.says() == str(document)


def test_that_a_relative_path_means_the_folder_of_the_second_start(
    window: Window, document: Path
) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "xentgui", document.name], cwd=document.parent, check=False
    )

    assert second.returncode == 0
    assert window.says() == str(document)


def test_that_a_token_of_a_scene_goes_to_the_window_like_a_file(window: Window) -> None:
    second = _start("xent:1W3mL4wNrIN0ekuwAAA")

    assert (second.returncode, second.stdout) == (0, "")
    assert "xent:1W3mL4wNrIN0ekuwAAA is opened in the window" in second.stderr
    window.do("logits")
    assert window.says() == "(2.33, -1.46, 0.56)"


def test_that_two_files_one_after_the_other_are_opened_both(window: Window, document: Path) -> None:
    other = document.with_name("other.xent.json")
    shutil.copy(document, other)

    assert meeting_place.handed_over(document)
    assert meeting_place.handed_over(other)

    assert [window.says(), window.says()] == [str(document), str(other)]


def test_that_a_busy_window_takes_the_file_as_soon_as_it_is_free(
    window: Window, document: Path
) -> None:
    window.do("busy 1")
    assert window.says() == "busy"

    assert meeting_place.handed_over(document)

    assert window.says() == str(document)


def test_that_no_file_is_lost_or_opened_twice_where_the_window_hangs(
    window: Window, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_place, "PATIENCE_S", 0.2)
    window.process.send_signal(signal.SIGSTOP)
    try:
        assert not meeting_place.handed_over(document)  # it opens a window of its own
    finally:
        window.process.send_signal(signal.SIGCONT)

    other = document.with_name("other.xent.json")
    shutil.copy(document, other)
    monkeypatch.setattr(meeting_place, "PATIENCE_S", 30)
    assert meeting_place.handed_over(other)
    assert window.says() == str(other)


def test_that_a_window_with_a_dialog_sends_a_file_elsewhere_at_once(
    window: Window, document: Path
) -> None:
    window.do("dialog")
    assert window.says() == "open"
    assert not meeting_place.handed_over(document)  # it does not wait for the person

    window.do("close")
    assert window.says() == "closed"
    assert meeting_place.handed_over(document)
    assert window.says() == str(document)


@pytest.mark.long
def test_that_a_start_during_the_start_of_the_window_waits_for_it(
    elsewhere: None, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_place, "PATIENCE_S", 60)
    window = Window(ready=False)
    place = meeting_place.here()
    while not place.path.exists():
        assert window.process.poll() is None

    assert meeting_place.handed_over(document)

    assert {window.says(), window.says()} == {"ready", str(document)}
    window.end()


@pytest.mark.long
def test_that_a_killed_window_is_not_waited_for_and_the_next_one_takes_files(
    own_window: Window, document: Path
) -> None:
    own_window.process.kill()
    own_window.closed()
    assert meeting_place.here().path.exists()  # a socket that nobody listens to

    assert not meeting_place.handed_over(document)

    again = Window()
    try:
        assert meeting_place.handed_over(document)
        assert again.says() == str(document)
    finally:
        again.end()


@pytest.mark.expensive
def test_that_a_window_that_ends_leaves_nothing(own_window: Window) -> None:
    place = meeting_place.here()
    assert place.path.exists()

    assert own_window.end() == 0

    assert not place.path.exists()
    assert not place.lock.exists()


@pytest.mark.expensive
def test_that_a_second_window_does_not_take_the_place_of_the_first(
    window: Window, document: Path
) -> None:
    second = Window()

    assert meeting_place.handed_over(document)

    assert window.says() == str(document)
    assert second.end() == 0
    assert meeting_place.handed_over(document)


@pytest.mark.parametrize(
    "other",
    [{"DISPLAY": ":77"}, {"XENTGUI_CONFIG_DIR": "/nowhere"}, {"WAYLAND_DISPLAY": "wayland-7"}],
)
def test_that_a_window_elsewhere_is_not_asked(
    window: Window, document: Path, monkeypatch: pytest.MonkeyPatch, other: dict[str, str]
) -> None:
    for name, value in other.items():
        monkeypatch.setenv(name, value)

    assert not meeting_place.handed_over(document)


def test_that_nonsense_does_not_disturb_the_window(window: Window, document: Path) -> None:
    for said in (
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n",
        b'{"file": "zz", "secret": "", "permission": ""}\n',
    ):
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(str(meeting_place.here().path))
        connection.sendall(said)
        connection.close()

    assert meeting_place.handed_over(document)
    assert window.says() == str(document)


def test_that_the_socket_is_for_nobody_else(window: Window) -> None:
    assert stat.S_IMODE(meeting_place.here().path.stat().st_mode) == 0o600


def test_that_a_folder_that_others_can_write_to_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's are too long for a socket
        temporary = Path(name)
        temporary.chmod(0o777)
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        monkeypatch.setattr("tempfile.tempdir", name)
        assert meeting_place.here().path.parent == temporary / f"xentgui-{os.getuid()}"

        meeting_place.here().path.parent.chmod(0o777)
        assert meeting_place.here() is None


@pytest.mark.expensive
def test_that_a_window_without_a_session_folder_leaves_nothing_either(
    elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        monkeypatch.setenv("TMPDIR", name)
        monkeypatch.setattr("tempfile.tempdir", name)
        window = Window()
        assert meeting_place.here().path.exists()

        assert window.end() == 0

        assert list(Path(name).iterdir()) == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a socket of somebody else")
def test_that_the_socket_of_somebody_else_is_not_trusted(elsewhere: None, document: Path) -> None:
    place = meeting_place.here()
    strange = meeting_place.listen(place)
    os.chown(place.path, 65534, 65534)
    try:
        assert not meeting_place.handed_over(document)
    finally:
        strange.socket.close()


def test_that_without_named_sockets_only_who_knows_the_secret_is_heard(
    elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_place, "has_names", lambda: False)
    place = meeting_place.here()

    listening = meeting_place.listen(place)
    reached = meeting_place.reach(place)

    assert json.loads(place.path.read_text("utf-8"))["secret"] == listening.secret
    assert len(listening.secret) == 32
    assert reached.secret == listening.secret
    reached.socket.close()
    listening.socket.close()


@pytest.mark.expensive
def test_that_a_second_start_needs_no_qt_and_takes_no_time(window: Window, document: Path) -> None:
    code = (
        "import sys; from xentgui.program.cli import main; main(sys.argv[1:]); "
        "print('PySide6' in sys.modules, 'numpy' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(document)], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "False"]
    assert window.says() == str(document)
