"""Moving figures: whole files, axes that stand still, and an end when it is asked for."""

from __future__ import annotations

import builtins
import io
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence

from tests.export.samples import EXAMPLE, of_qimage, pixels
from xentgui.documents.embedded import read_state_document
from xentgui.export.animation.animation import Animation, AnimationError, CancelledError
from xentgui.export.animation.sweep import Sweep
from xentgui.export.file_formats import ANIMATION_FORMATS, AnimationFormat
from xentgui.export.spec import FigureSpec
from xentgui.model import State, edits
from xentgui.model.run import Run
from xentgui.model.view import View
from xentgui.model.walk import USUAL_WALK
from xentgui.panels import PANELS

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = tuple(panel.key for panel in PANELS)
PILLOW = {key: one for key, one in ANIMATION_FORMATS.items() if key != "mp4"}
every_format = pytest.mark.parametrize("written", PILLOW.values(), ids=PILLOW)
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is missing")


def _animation(sweep: Sweep | None = None, **looks: Any) -> Animation:
    sweep = sweep or Sweep("temperature", 0.2, 5.0, 5)
    spec = FigureSpec.in_pixels(looks.pop("panels", ("distribution",)), 321, 201, **looks)
    return Animation(spec, View(), sweep.states(EXAMPLE), document='{"a": 1}')


@every_format
@pytest.mark.parametrize("background", ["theme", "transparent"])
def test_every_format_holds_every_frame_for_its_time(
    written: AnimationFormat, background: str
) -> None:
    animation = _animation(background=background)
    image = Image.open(io.BytesIO(written.encode(animation, None)))
    frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(image)]

    assert len(frames) == len(animation.states) == 8
    assert image.size == (321, 201)
    assert image.info["duration"] == 50
    assert image.info.get("loop", 0) == 0


@every_format
def test_every_format_shows_what_the_figure_shows(written: AnimationFormat) -> None:
    animation = _animation()
    image = Image.open(io.BytesIO(written.encode(animation, None)))

    for frame, ours in zip(ImageSequence.Iterator(image), animation.frames(), strict=True):
        gap = np.abs(pixels(frame) - of_qimage(ours)).max(axis=-1)
        assert gap.mean() < (0.5 if written.key == "gif" else 1e-9)
        assert np.median(gap) == 0


def test_that_an_apng_keeps_the_state() -> None:
    assert read_state_document(ANIMATION_FORMATS["apng"].encode(_animation(), None)) == '{"a": 1}'


@pytest.mark.parametrize("written", ANIMATION_FORMATS.values(), ids=ANIMATION_FORMATS)
def test_every_format_tells_its_progress_and_can_be_cancelled(
    written: AnimationFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if written.key == "mp4" and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is missing")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    seen: list[tuple[int, int]] = []

    def progress(done: int, count: int) -> bool:
        seen.append((done, count))
        return done < 3

    with pytest.raises(CancelledError):
        written.encode(_animation(), progress)
    assert seen == [(0, 8), (1, 8), (2, 8), (3, 8)]
    assert list(tmp_path.iterdir()) == []


@needs_ffmpeg
def test_that_an_mp4_is_a_video_of_all_frames(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    path.write_bytes(ANIMATION_FORMATS["mp4"].encode(_animation(), None))
    command = ["ffmpeg", "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout

    assert len(raw) == 8 * 322 * 202 * 3, "odd sizes are rounded up"
    first = np.frombuffer(raw[: 322 * 202 * 3], np.uint8).reshape(202, 322, 3)[:201, :321]
    assert np.abs(first - of_qimage(next(_animation().frames()))).mean() < 6


def test_that_a_missing_encoder_or_library_is_named_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AnimationError, match="ffmpeg"):
        ANIMATION_FORMATS["mp4"].encode(_animation(), None)

    real = builtins.__import__

    def without_pillow(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == "PIL":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_pillow)
    for written in (ANIMATION_FORMATS["gif"], ANIMATION_FORMATS["webp"]):
        with pytest.raises(AnimationError, match=r"pip install \"xentgui\[anim\]\""):
            written.encode(_animation(), None)


@pytest.mark.parametrize("key", KEYS)
def test_that_axes_stand_still(key: str) -> None:
    """The numbers at the left of the axis are the same pixels in every frame."""
    sweep = Sweep("logit", -6.0, 12.0, 6)
    animation = _animation(sweep, panels=(key,), font_size=8.0)
    if key not in {"distribution", "information", "gradient", "logits"}:
        pytest.skip("has no axis")
    axes = [of_qimage(frame)[40:, :12] for frame in animation.frames()]

    for axis in axes[1:]:
        np.testing.assert_array_equal(axis, axes[0])


def test_that_each_frame_of_a_walk_shows_its_own_step() -> None:
    run = Run.begun(EXAMPLE, USUAL_WALK)
    for _ in range(3):
        run = run.forward()
    walked = [edits.with_values(EXAMPLE, "logits", 0, row) for row in run.logits]
    spec = FigureSpec.in_pixels(("trace", "gradient"), 700, 300)
    warm = replace(EXAMPLE, temperature=2.0)
    frames = list(Animation(spec, View(run=run), (*walked, warm)).frames())

    for at, frame in enumerate(frames[:4]):
        alone = Animation(spec, View(run=run.to(at)), (walked[at], *walked, warm))
        assert next(alone.frames()) == frame
    assert len({frame.cacheKey() for frame in frames}) == 5
    assert all(one != other for one, other in pairwise(frames))


def test_that_an_undo_history_may_add_classes_on_its_way() -> None:
    states = (EXAMPLE, State((*EXAMPLE.labels, "new"), (*EXAMPLE.logits, 0.0), (1, 0, 0, 0)))
    spec = FigureSpec.in_pixels(KEYS, 600, 400)

    assert len(list(Animation(spec, View(), states).frames())) == 2


def test_that_temperatures_are_as_far_apart_as_their_ratios() -> None:
    values = Sweep("temperature", 0.01, 100.0, 5, back=False).values()

    np.testing.assert_allclose(values, [0.01, 0.1, 1, 10, 100])
    assert Sweep("temperature", 0.0, 2.0, 3, back=False).values() == [0.0, 1.0, 2.0]


def test_that_a_sweep_of_one_logit_leaves_the_others() -> None:
    states = Sweep("logit", -1.0, 1.0, 3, index=2, back=False).states(EXAMPLE)

    assert [state.logits for state in states] == [(2.33, -1.46, z) for z in (-1.0, 0.0, 1.0)]


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan"), 1000.0])
def test_that_an_impossible_speed_is_refused(rate: float) -> None:
    with pytest.raises(AnimationError, match="frames a second"):
        Animation(FigureSpec.in_pixels(KEYS, 300, 200), View(), (EXAMPLE, EXAMPLE), rate)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("speed", 0.0, 1.0), "temperature, logit"),
        (("temperature", 0.0, float("inf")), "finite"),
        (("logit", 0.0, 1.0, 5, 3), "1 to 3"),
        (("logit", 0.0, 1.0, 1), "2 to 2000"),
        (("logit", 0.0, 1.0, 5000), "2 to 2000"),
    ],
)
def test_that_an_impossible_sweep_is_refused(arguments: tuple[Any, ...], said: str) -> None:
    with pytest.raises(AnimationError, match=said):
        _animation(Sweep(*arguments))
