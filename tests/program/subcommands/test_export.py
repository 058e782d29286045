"""``xentgui export``, run as people and scripts run it: in a process of its own, with no display.

What is refused is so before anything is drawn, and needs no process.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from xentgui.documents.embedded import read_state_document

NUMBERS = ("--logits=2.33,-1.46,0.56", "--target=1,0,0")


def run(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    home = Path(__file__).parents[3]
    return subprocess.run(
        [sys.executable, "-m", "xentgui", "export", *arguments],
        env={**kept, "PYTHONPATH": str(home)},
        cwd=folder,
        capture_output=True,
        check=False,
    )


@pytest.mark.expensive
@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_every_format_is_written_without_a_display(suffix: str, tmp_path: Path) -> None:
    done = run(*NUMBERS, "-o", f"figure.{suffix}", "--cm", "8x6", "--style", "paper", "--theme", "print",
               folder=tmp_path)  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    document = read_state_document(tmp_path / f"figure.{suffix}")
    assert document is not None
    assert "-1.46" in document
    assert [path.name for path in tmp_path.iterdir()] == [f"figure.{suffix}"]


@pytest.mark.expensive
def test_that_a_picture_on_standard_output_has_the_size_asked_for() -> None:
    done = run(*NUMBERS, "-o", "-", "--format", "png", "--size", "800x450", "--no-state")

    assert Image.open(io.BytesIO(done.stdout)).size == (800, 450)
    assert read_state_document(done.stdout) is None


@pytest.mark.expensive
@pytest.mark.parametrize(
    ("code", "arguments", "said"),
    [
        (
            1,
            ("--logits=1,2", "--target=1,0", "-o", "no/such/folder/a.png"),
            "no/such/folder/a.png cannot be written",
        ),
        (2, ("--logits=1,2", "--target=1,0", "-o", "a.gif"), "--sweep"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_that_bad_input_is_answered_on_standard_error_and_leaves_no_file(
    code: int, arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path)

    assert done.returncode == code
    assert done.stdout == b""
    assert done.stderr.decode().startswith("xentgui export: ")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.expensive
def test_that_a_sweep_is_written_as_a_moving_picture(tmp_path: Path) -> None:
    done = run(*NUMBERS, "-o", "a.apng", "--sweep", "logit2=-3:3", "--frames", "4", "--size",
               "320x180", folder=tmp_path)  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")
    with Image.open(tmp_path / "a.apng") as image:
        assert (image.n_frames, image.size) == (6, (320, 180))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--logits=1,nan", "-o", "a.png"), "NaN"),
        (("--logits=1", "-o", "a.png"), "two classes"),
        (("--logits=1,2", "--target=1,0", "--target=1,-1", "-o", "a.png"), "class 2"),
        (("--logits=1,2", "--target=1,0", "-o", "a.txt"), ".svg"),
        (("--logits=1,2", "--target=1,0", "-o", "a.svg", "--sweep", "temperature=1:2"), "gif"),
        (("--logits=1,2", "--target=1,0", "-o", "a.apng", "--sweep", "logit3=1:2"), "1 to 2"),
        (("--logits=1,2", "--target=1,0", "-o", "a.apng", "--sweep", "speed=1:2"), "temperature"),
        (("--logits=1,2", "--target=1,0", "-o", "a.apng", "--sweep", "logit1=-inf:2"), "finite"),
        (("--logits=1,2", "--target=1,0", "-o", "a.png", "--panel", "curve"), "distribution"),
        (("--logits=1,2", "--target=1,0", "-o", "a.png", "--lang", "tlh"), "zh_CN"),
        (
            ("--logits=1,2", "--target=1,0", "-o", "a.png", "--size", "10x10", "--font-size", "9"),
            "too small",
        ),
        (
            (
                "--logits=1,2",
                "--target=1,0",
                "-o",
                "a.png",
                "--theme",
                "dark",
                "--background",
                "white",
            ),
            "light ink",
        ),
        (("--logits=1,2", "--target=1,0", "-o", "a.png", "--size", "99999x99999"), "pixels"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_that_wrong_usage_is_answered_on_standard_error_and_leaves_no_file(
    arguments: tuple[str, ...], said: str, refused: Callable[..., str]
) -> None:
    error = refused("export", *arguments)

    assert error.startswith("xentgui export: ")
    assert said in error


@pytest.mark.expensive
def test_that_a_figure_that_is_too_small_is_refused_with_the_least_size(tmp_path: Path) -> None:
    done = run(*NUMBERS, "-o", "a.svg", "--cm", "8.6x2", "--style", "paper", folder=tmp_path)

    assert done.returncode == 1
    assert "needs at least 8.6 × " in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []

    done = run(*NUMBERS, "-o", "a.svg", "--cm", "8.6", "--style", "paper", folder=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.expensive
def test_that_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    path.write_text("old")
    path.chmod(0o640)

    assert run(*NUMBERS, "-o", str(path)).returncode == 0
    assert path.read_text().startswith("<?xml")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.expensive
def test_that_the_rows_of_a_matrix_are_in_the_figure_with_their_mean_loss(tmp_path: Path) -> None:
    logits, classes = np.log([[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]]), np.array([0, 1])
    np.savez(tmp_path / "rows.npz", logits=logits, labels=classes)

    done = run("rows.npz", "--panel", "rows,calibration", "--svg-text", "named", "-o", "rows.svg",
               folder=tmp_path)  # fmt: skip

    assert done.returncode == 0, done.stderr
    text = (tmp_path / "rows.svg").read_text("utf-8")
    assert f"{-np.log([0.5, 0.8]).mean():.4f}" in text
    assert "ECE 35" in text  # |1 - 0.5| / 2 + |1 - 0.8| / 2
