from __future__ import annotations

import os
import stat
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.outside import full_disk
from xentgui.documents.file_error import FileError
from xentgui.documents.saving import write_file


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_that_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.xent.json"
    path.write_text("old")
    path.chmod(mode)

    write_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_that_a_link_goes_on_pointing_to_the_file(tmp_path: Path) -> None:
    path, link = tmp_path / "a.xent.json", tmp_path / "link.json"
    path.write_text("old")
    link.symlink_to(path)

    write_file(link, b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_that_a_new_file_can_be_read_by_those_who_may(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    write_file(tmp_path / "a.xent.json", b"new")
    os.umask(mask)

    assert stat.S_IMODE((tmp_path / "a.xent.json").stat().st_mode) == 0o644


def test_that_a_name_that_is_no_utf_8_is_the_name_of_the_file(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.xent.json")
    (tmp_path / name).write_bytes(b"old")

    write_file(tmp_path / name, b"new")

    assert [os.fsencode(one.name) for one in tmp_path.iterdir()] == [b"caf\xe9.xent.json"]
    assert (tmp_path / name).read_bytes() == b"new"


def _refusal(path: Path, data: bytes = b"new") -> str:
    with pytest.raises(FileError) as refusal:
        write_file(path, data)
    return str(refusal.value)


def test_that_what_stands_in_the_way_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe")

    missing = _refusal(tmp_path / "nowhere" / "a.xent.json")
    folder = _refusal(tmp_path / "folder.json")
    device = _refusal(Path("/proc/a.xent.json"))
    pipe = _refusal(tmp_path / "pipe")

    assert f"the folder {tmp_path / 'nowhere'} does not exist" in missing
    assert "Choose another place" in missing
    assert "a folder has this name" in folder
    assert "a.xent.json is not saved" in device
    assert "hoose another place" in device
    assert "a pipe or a device has this name" in pipe


def _as_nobody(check: Callable[[], None]) -> None:
    """Run `check` in a process that may not do everything."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            check()
        except BaseException:  # noqa: BLE001 - it must not come back into pytest
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_that_protected_files_and_folders_are_named_with_a_remedy() -> None:
    with TemporaryDirectory() as folder:  # those of pytest are root's alone
        path = Path(folder) / "a.xent.json"
        path.write_text("old")
        path.chmod(0o444)
        Path(folder).chmod(0o555)

        def check() -> None:
            assert "protected against writing" in _refusal(path)
            assert "no permission to write to" in _refusal(path.with_name("b.json"))

        _as_nobody(check)
        Path(folder).chmod(0o755)
        assert path.read_text() == "old"


@pytest.mark.parametrize("size", [2000, 100_000])
def test_that_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(
    tmp_path: Path, size: int
) -> None:
    path = tmp_path / "a.xent.json"
    path.write_text("old")

    with full_disk():
        words = _refusal(path, b"x" * size)

    assert "Make room on the disk" in words
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
