"""A figure holds its state after other programs have written it anew."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.documents.embedded.rewriting import PROGRAMS, REWRITINGS
from tests.export.samples import EXAMPLE, figure, many
from xentgui.documents.document_text import encode
from xentgui.documents.embedded import read_state_document
from xentgui.documents.file_error import FileError
from xentgui.documents.opening import read_file, read_source
from xentgui.documents.scene import Document, Scene
from xentgui.export.animation.animation import Animation
from xentgui.export.animation.sweep import Sweep
from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.model import State
from xentgui.model.subjects.subject import BareLogits
from xentgui.model.view import View
from xentgui.program.cli import main
from xentgui.reading.source import open_source

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = State(("猫 100 %", 'a "b" <c>', "\\u0000 & co"), EXAMPLE.logits, EXAMPLE.target)
LONG = many(50_257)
_MADE: dict[tuple[str, bool], tuple[bytes, str]] = {}


def _made(ending: str, *, long: bool) -> tuple[bytes, str]:
    """Return a file of that ending, and the document in it; made once."""
    key = ending, long
    if key not in _MADE:
        state = LONG if long else NAMES
        text = encode(Document((Scene(BareLogits(state)),)))
        if ending[1:] in EXPORT_FORMATS:
            data = EXPORT_FORMATS[ending[1:]].encode(figure(state, document=text))
        else:
            spec = FigureSpec.in_pixels(("distribution",), 200, 150)
            states = Sweep("temperature", 0.5, 2.0, 2, back=False).states(state)
            data = ANIMATION_FORMATS[ending[1:]].encode(
                Animation(spec, View(), states, document=text), None
            )
        _MADE[key] = data, text
    return _MADE[key]


both = pytest.mark.parametrize("long", [False, True], ids=["few classes", "50257 classes"])


@both
@pytest.mark.parametrize("name", PROGRAMS)
def test_that_the_state_survives_other_programs(name: str, long: bool, tmp_path: Path) -> None:
    ending, run = PROGRAMS[name]
    if run is None:
        pytest.skip(f"{name} is not installed")
    data, text = _made(ending, long=long)

    found = read_state_document(run(data, tmp_path))

    # Where an unpacked stream ends is a line end, which may be the text's own.
    assert found is not None
    assert found.rstrip() == text.rstrip()


@both
@pytest.mark.parametrize("name", REWRITINGS)
def test_that_the_state_survives_being_written_anew(name: str, long: bool) -> None:
    ending, rewritten = REWRITINGS[name]
    data, text = _made(ending, long=long)
    other = rewritten(data)

    assert other != data
    assert read_state_document(other) == text


@both
@pytest.mark.parametrize("key", ["gif", "webp", "apng"])
def test_that_animations_hold_the_state(key: str, long: bool) -> None:
    data, text = _made(f".{key}", long=long)

    assert read_state_document(data) == text


@pytest.mark.parametrize("long", [False, True])
def test_that_pillow_opens_a_png_of_any_number_of_classes(long: bool) -> None:
    data, _ = _made(".png", long=long)
    image = Image.open(io.BytesIO(data))
    image.load()

    assert image.size == (900, 600)


@pytest.mark.parametrize("kind", ["png", "gif", "webp", "jpeg", "bmp", "tiff", "svg", "pdf", "mp4"])
def test_that_a_picture_without_state_is_told_so_in_the_same_words(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "photo.dat"
    if kind in EXPORT_FORMATS:
        path.write_bytes(EXPORT_FORMATS[kind].encode(figure(EXAMPLE)))
    elif kind == "mp4":
        path.write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0" + b"\0\0\0\x08mdat")
    else:
        Image.new("RGB", (40, 30), "red").save(path, kind)
    with pytest.raises(FileError) as window:
        read_file(path)
    with pytest.raises(FileError) as source:
        read_source(open_source(path))
    capfd.readouterr()

    assert main(["evaluate", str(path), "--lang", "en"]) == 1
    told = capfd.readouterr().err

    assert "is a picture without numbers in it" in str(window.value)
    assert str(window.value) == str(source.value)
    assert str(window.value) in " ".join(told.split())
