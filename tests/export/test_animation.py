"""Moving figures: whole files, axes that stand still, and an end when it is asked for."""

from __future__ import annotations

import builtins
import io
import shutil
import subprocess
import tracemalloc
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtGui import QColor, QImage

from tests.export.samples import EXAMPLE, of_qimage, pixels
from tests.panels.classifiers import set_a
from xentgui.documents.embedded import read_state_document
from xentgui.export.animation.animation import Animation, AnimationError, CancelledError
from xentgui.export.animation.sweep import Sweep
from xentgui.export.file_formats import ANIMATION_FORMATS, AnimationFormat
from xentgui.export.formats.png import pixels as of_colors
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.model import State, derive, edits
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.run import Run
from xentgui.model.subjects.on_classifier import with_point
from xentgui.model.view import View
from xentgui.painting.theme import THEMES
from xentgui.panels import PANELS
from xentgui.panels.gradient_arrows import GradientArrows
from xentgui.panels.information import Information

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


@pytest.mark.parametrize("written", ANIMATION_FORMATS.values(), ids=ANIMATION_FORMATS)
def test_every_format_keeps_the_state(written: AnimationFormat) -> None:
    if written.key == "mp4" and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is missing")

    assert read_state_document(written.encode(_animation(), None)) == '{"a": 1}'


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", ["gif", "mp4"])
def test_that_what_cannot_be_transparent_lies_on_the_colour_of_the_theme(
    key: str, theme: str, tmp_path: Path
) -> None:
    if key == "mp4" and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is missing")
    animation = _animation(theme=theme, background="transparent")
    path = tmp_path / f"a.{key}"
    path.write_bytes(ANIMATION_FORMATS[key].encode(animation, None))
    if key == "mp4":
        command = ["ffmpeg", "-i", str(path), "-frames:v", "1", str(tmp_path / "a.png")]
        subprocess.run(command, capture_output=True, check=True)
        path = tmp_path / "a.png"
    ground = QColor(THEMES[theme].card).getRgb()[:3]  # type: ignore[index]
    colors = pixels(path.read_bytes())

    assert np.abs(colors[2, 2] - ground).max() <= 3
    assert (np.abs(colors - ground).max(axis=-1) > 90).mean() > 0.01, "ink that is seen"
    assert not ANIMATION_FORMATS[key].see_through


@pytest.mark.expensive
@pytest.mark.parametrize("background", ["theme", "transparent"])
def test_that_a_webp_is_every_frame_pixel_for_pixel(background: str) -> None:
    animation = _animation(Sweep("logit", -6.0, 12.0, 9), panels=KEYS[:3], background=background)
    image = Image.open(io.BytesIO(ANIMATION_FORMATS["webp"].encode(animation, None)))

    for frame, ours in zip(ImageSequence.Iterator(image), animation.frames(), strict=True):
        one, other = (np.asarray(_rgba(each)) for each in (frame, ours))
        np.testing.assert_array_equal(one[..., 3], other[..., 3])
        seen = other[..., 3] > 0
        np.testing.assert_array_equal(one[seen], other[seen])


def _rgba(picture: Image.Image | QImage) -> np.ndarray:
    if isinstance(picture, Image.Image):
        return np.asarray(picture.convert("RGBA"))
    colors = of_colors(picture)
    if colors.shape[-1] == 4:
        return colors
    return np.dstack([colors, np.full(colors.shape[:2], 255, np.uint8)])


def test_that_a_webp_never_holds_more_than_a_few_frames() -> None:
    """The frames of numpy, which are most of what the whole process takes."""
    animation = _animation(Sweep("temperature", 0.1, 10.0, 40))
    frame = 321 * 201 * 4
    tracemalloc.start()
    try:
        ANIMATION_FORMATS["webp"].encode(animation, None)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most < 12 * frame + 4_000_000


def test_that_a_few_frames_far_away_do_not_leave_the_others_empty() -> None:
    animation = _animation(Sweep("temperature", 0.1, 10.0, 20), panels=("information",))
    tops = {figure.ranges["information"].top for figure in animation.figures()}
    alone = [Information().home(derive(state), View()).top for state in animation.states]

    assert len(tops) == 1
    assert max(alone) > 30
    assert tops.pop() <= 2.5 * float(np.median(alone)) + 1e-9


def test_that_every_arrow_is_seen_in_every_frame() -> None:
    animation = _animation(Sweep("temperature", 0.01, 10.0, 20), panels=("gradient",))
    panel = GradientArrows()

    for figure in animation.figures():
        needed, shown = panel.least(figure.snapshot, figure.view), figure.ranges["gradient"]
        assert needed is not None
        assert shown.bottom <= needed.bottom
        assert needed.top <= shown.top


def test_that_every_frame_is_looked_at_before_any_is_written() -> None:
    # Only the last frames have names and numbers too long for the figure.
    long = State(
        tuple(f"a class with a long name {k}" for k in range(30)), range(30), np.eye(30)[0]
    )
    spec = FigureSpec.in_pixels(("distribution",), 260, 180, style="paper", font_size=13)
    states = (EXAMPLE, replace(EXAMPLE, temperature=2.0), long)

    assert Animation(spec, View(), states[:2]).fitted().spec.font_size == 13
    with pytest.raises(FigureError, match="at least"):
        Animation(spec, View(), states).fitted()


def test_that_the_height_of_an_animation_is_that_of_its_highest_frame() -> None:
    spec = FigureSpec.in_centimetres(("distribution", "gradient"), 8.6, None, style="paper")
    states = Sweep("temperature", 0.1, 10.0, 5).states(EXAMPLE)
    fitted = Animation(spec, View(), states).fitted()
    heights = [Animation(spec, View(), (one, one)).fitted().spec.height for one in states]

    assert fitted.spec.height == pytest.approx(max(heights))
    assert fitted.spec.look.key == "paper"


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


def test_that_frames_of_a_classifier_show_its_points() -> None:
    subject = set_a()
    moved = with_point(subject, 3, [4.0, 3.0])
    spec = FigureSpec.in_pixels(("input_space",), 300, 220)
    states = (subject.resolve(), moved.resolve())
    animation = Animation(spec, View(), states, subjects=(subject, moved))

    first, last = animation.frames()
    alone = list(Animation(spec, View(), states).frames())

    assert first != last
    assert alone[0] == alone[1]
    figures = list(animation.figures())
    assert [one.snapshot.subject for one in figures] == [subject, moved]
