"""``xentgui handout``, run as people and scripts run it: in a process of its own, with no display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.export.handout.paper import PAPERS
from xentgui.program.subcommands import handout

TEXT = encode(LECTURE)


def run(
    *arguments: str, folder: Path, given: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    home = Path(__file__).parents[3]
    return subprocess.run(
        [sys.executable, "-m", "xentgui", "handout", *arguments],
        env={**kept, "PYTHONPATH": str(home)},
        cwd=folder,
        input=None if given is None else given.encode(),
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        check=False,
    )


@pytest.mark.expensive
def test_that_the_handout_and_its_notes_are_two_files_and_the_same_from_run_to_run(
    tmp_path: Path,
) -> None:
    (tmp_path / "talk.xent.json").write_text(TEXT, "utf-8")
    names = []
    for name in ("a", "b"):
        done = run(
            "talk.xent.json", "-o", f"{name}.pdf", "--notes", "--lang", "zh_CN", folder=tmp_path
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        names.append((tmp_path / f"{name}.pdf", tmp_path / f"{name}-notes.pdf"))

    for first, second in zip(*names, strict=True):
        assert first.read_bytes().startswith(b"%PDF")
        assert first.read_bytes() == second.read_bytes()
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.expensive
def test_that_the_lecture_of_the_program_is_known_by_its_name(tmp_path: Path) -> None:
    done = run("cross-entropy", "-o", "a.pdf", "--lang", "zh_CN", folder=tmp_path)

    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.pdf").read_bytes().count(b"/MediaBox") >= 15


@pytest.mark.expensive
def test_that_standard_input_and_output_do(tmp_path: Path) -> None:
    done = run("-o", "-", folder=tmp_path, given=TEXT)

    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.expensive
@pytest.mark.parametrize(
    ("arguments", "given", "code", "said"),
    [
        (("none.xent.json", "-o", "a.pdf"), None, 1, "There is no file none.xent.json"),
        (("-o", "a.pdf"), '{"format": "xentgui-document", "version": 1, "scenes": []}', 1, "$.scenes"),
        (("-o", "no/folder/a.pdf"), TEXT, 1, "no/folder/a.pdf cannot be written"),
        ((), TEXT, 2, "There is no output"),
    ],
)  # fmt: skip
def test_that_bad_input_is_answered_on_standard_error_and_leaves_no_file(
    arguments: tuple[str, ...], given: str | None, code: int, said: str, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path, given=given)

    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a.svg"), "a.svg is the name of something else"),
        (("-o", "a.pdf", "--lang", "xx"), "no translation into xx"),
        (("-o", "-", "--notes"), "Standard output takes one file"),
        (("cross-entrpy", "-o", "a.pdf"), "Did you mean cross-entropy?"),
        (("-o", "a.pdf", "--paper", "a5"), "“a5” is not one of: a4, letter"),
    ],
)
def test_that_wrong_usage_is_answered_before_anything_is_read_and_leaves_no_file(
    arguments: tuple[str, ...], said: str, refused: Callable[..., str]
) -> None:
    assert said in refused("handout", *arguments)


def test_that_the_command_line_knows_every_paper() -> None:
    assert tuple(PAPERS) == handout.PAPERS
