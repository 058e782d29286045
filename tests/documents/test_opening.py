from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.samples import LECTURE, TIE
from xentgui.documents.document import encode
from xentgui.documents.document_file import fingerprint
from xentgui.documents.file_error import FileError
from xentgui.documents.opening import read_file
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.model import derive
from xentgui.model.checks import LONGEST_DOCUMENT
from xentgui.model.view import View


def test_that_a_document_is_read_with_a_fingerprint_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")

    opened = read_file(path)

    assert opened.document == LECTURE
    assert opened.fingerprint == fingerprint(path.read_bytes())
    assert opened.fingerprint != fingerprint(path.read_bytes() + b" ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot be opened here"),
        (b"\x93NUMPY\x01\x00v\x00{'descr'", "cannot be opened here"),
        (b"label,logit\ncat,1\n", "Open a document (.xent.json), a figure that"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture without numbers"),
        (b"%PDF-1.4\n", "a picture without numbers"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a picture without numbers"),
        (b"<svg", "a picture without numbers"),
        (b"{}", "not an XentGUI document"),
        (encode(LECTURE).replace("1.5", '"one"').encode(), "$.scenes[0].logits[0] is “one”"),
        (encode(LECTURE)[:200].encode(), "it breaks off at line"),
        (encode(LECTURE).encode("utf-16"), "not text in UTF-8"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_that_what_cannot_be_opened_is_named_with_the_reason(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "file.dat"
    path.write_bytes(data)

    assert words in _refusal(path)


def test_that_a_file_that_is_too_long_is_named_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "file.dat"
    path.write_bytes(b"{" + b" " * LONGEST_DOCUMENT)

    assert "at most 512 MB" in _refusal(path)


def _refusal(path: Path) -> str:
    with pytest.raises(FileError) as refusal:
        read_file(path)

    assert path.name in str(refusal.value)
    return str(refusal.value)


def test_that_what_is_no_file_is_named_with_the_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # nobody will ever write to it

    for name, words in (
        ("nothing.json", "There is no file"),
        ("nothing/below.json", "There is no file"),
        ("pipe", "not a regular file"),
        ("", "is a folder"),
        ("null\0byte", "cannot be read"),
        ("n" * 1000, "cannot be read"),
    ):
        with pytest.raises(FileError, match=words):
            read_file(tmp_path / name)
    with pytest.raises(FileError, match="not a regular file"):
        read_file(Path("/dev/zero"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", EXPORT_FORMATS)
def test_every_exported_figure_is_opened_as_what_it_was_made_from(
    tmp_path: Path, kind: str
) -> None:
    made = Figure(
        FigureSpec.in_pixels(("distribution",), 600, 400),
        derive(TIE.state),
        View(),
        encode(LECTURE),
    )
    path = tmp_path / "misnamed.txt"  # what is in a file tells its kind
    path.write_bytes(EXPORT_FORMATS[kind].encode(made))

    opened = read_file(path)

    assert opened.document == LECTURE
    assert opened.fingerprint == ""


@pytest.mark.usefixtures("qapp")
def test_that_a_figure_with_a_spoilt_document_is_refused_with_the_place(tmp_path: Path) -> None:
    made = Figure(
        FigureSpec.in_pixels(("distribution",), 600, 400),
        derive(TIE.state),
        View(),
        encode(LECTURE).replace("1.5", "true"),
    )
    path = tmp_path / "figure.png"
    path.write_bytes(EXPORT_FORMATS["png"].encode(made))

    with pytest.raises(FileError, match=r"figure\.png: \$\.scenes\[0\]\.logits\[0\]"):
        read_file(path)
