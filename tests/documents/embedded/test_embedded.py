"""Finding a state in files that others may have written, damaged or laid as a trap."""

from __future__ import annotations

import base64
import functools
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.samples import EXAMPLE, figure
from xentgui.documents.embedded import read_state_document
from xentgui.documents.embedded.packing import (
    KEYWORD,
    PDF_ATTACHMENT,
    SVG_NAMESPACE,
)
from xentgui.export.file_formats import EXPORT_FORMATS, ExportFormat
from xentgui.model.checks import LONGEST_DOCUMENT

DOCUMENT = '{"logits": [1.0, 2.0]}'
every_format = pytest.mark.parametrize("written", EXPORT_FORMATS.values(), ids=EXPORT_FORMATS)
_MADE: dict[str, bytes] = {}


@pytest.fixture(autouse=True)
def _files(qapp: object) -> None:
    """Make the good files once; what is read is bytes."""
    for key, written in EXPORT_FORMATS.items():
        if key not in _MADE:
            _MADE[key] = written.encode(figure(EXAMPLE, document=DOCUMENT))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(body: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"iTXt", body) + _chunk(b"IEND", b"")


def _svg(inside: str, before: str = "") -> bytes:
    return (
        f"<?xml version='1.0'?>{before}<svg xmlns='http://www.w3.org/2000/svg'><metadata>"
        f"<d:document xmlns:d='{SVG_NAMESPACE}'{inside}</d:document></metadata></svg>"
    ).encode()


def _pdf(
    stream: bytes, filtered: str = "/Filter /FlateDecode", name: str = PDF_ATTACHMENT
) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Filespec /F (" + name.encode() + b") /EF << /F 2 0 R >> >>\n"
        b"endobj\n2 0 obj\n<< " + filtered.encode() + b" >>\nstream\n" + stream + b"\nendstream\n"
    )


@functools.cache
@functools.cache
def _bomb() -> bytes:
    """Return little that unpacks to more than may be read."""
    return zlib.compress(bytes(LONGEST_DOCUMENT + 1), 9)


KEY = KEYWORD.encode()


@every_format
def test_every_format_is_read_from_a_path_as_from_bytes(
    written: ExportFormat, tmp_path: Path
) -> None:
    path = tmp_path / "figure"
    path.write_bytes(_MADE[written.key])

    assert read_state_document(path) == DOCUMENT


def _appended(number: int, text: bytes) -> bytes:
    head = b"%d 0 obj\n<< /Type /EmbeddedFile /Length %d >>\nstream\n" % (number, len(text))
    return head + text + b"\nendstream\nendobj\n"


@pytest.mark.always
@pytest.mark.parametrize(
    "appended",
    [
        _appended(2, b'{"new": 1}'),
        b"1 0 obj\n<< /Type /Filespec /F ("
        + PDF_ATTACHMENT.encode()
        + b") /EF << /F 7 0 R >> >>\nendobj\n"
        + _appended(7, b'{"new": 1}'),
    ],
    ids=["the file itself", "what points to it"],
)
def test_that_the_newer_of_two_attachments_of_a_pdf_is_read(appended: bytes) -> None:
    older = _pdf(b'{"old": 1}', filtered="/Length 10")
    assert read_state_document(older) == '{"old": 1}'

    assert read_state_document(older + b"\n" + appended) == '{"new": 1}'


def test_that_what_other_programs_make_of_a_file_is_still_understood() -> None:
    assert read_state_document(_png(KEY + b"\0\0\0en\0\0{}")) == "{}"
    assert read_state_document(_svg(">{&quot;a&quot;: <![CDATA[1}]]>")) == '{"a": 1}'
    assert read_state_document(_svg(">{}").decode().replace("d:", "q:").encode()) is None
    assert read_state_document(b"\xef\xbb\xbf  \n" + _svg(">{}")[21:]) == "{}"
    assert read_state_document(_pdf(b"{}", filtered="/Length 2")) == "{}"


TRAPS = {
    "nothing": b"",
    "noise": bytes(range(256)) * 50,
    "png without chunks": b"\x89PNG\r\n\x1a\n",
    "png with a lying length": b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt" + KEY,
    "png with a wrong sum": _png(KEY + b"\0\0\0\0\0{}")[:-14] + b"xxxx" + _chunk(b"IEND", b""),
    "png that is not utf-8": _png(KEY + b"\0\0\0\0\0\xff\xfe"),
    "png without fields": _png(KEY + b"\0\0"),
    "svg of nonsense": _svg(" encoding='zlib'>~~~~猫"),
    "svg without an end": _svg(">{}")[:-40],
    "svg of many laughs": _svg(
        ">&c;",
        "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;'>]>",
    ),
    "svg of the machine's files": _svg(
        ">&x;", "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
    ),
    "pdf of another file": _pdf(zlib.compress(b"{}"), name="readme.txt"),
    "pdf without an end": _pdf(b"{}", filtered="")[:-12],
    "pdf that points nowhere": b"%PDF-1.4 (" + PDF_ATTACHMENT.encode() + b") /EF << /F 99 0 R >>",
    "pdf that points much": b"%PDF-1.4 " + b"/EF <</F 1 0 R>> " * 100_000,
    "pdf of objects": b"%PDF-1.4 (figure.xent.json)/EF <</F 1 0 R>> " + b"1 0 obj " * 100_000,
}


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "png": lambda bomb: _png(KEY + b"\0\1\0\0\0" + bomb),
    "png with broken packing": lambda bomb: _png(KEY + b"\0\1\0\0\0" + bomb[:50]),
    "svg": lambda bomb: _svg(f" encoding='zlib'>{base64.b64encode(bomb).decode()}"),
    "pdf": _pdf,
}


@pytest.mark.parametrize("data", TRAPS.values(), ids=TRAPS)
def test_every_trap_gives_nothing_and_costs_little(data: bytes) -> None:
    _gives_nothing_and_costs_little(data)


@pytest.mark.expensive
@pytest.mark.parametrize("laid", BOMBS.values(), ids=BOMBS)
def test_every_bomb_gives_nothing_and_costs_little(laid: Callable[[bytes], bytes]) -> None:
    _gives_nothing_and_costs_little(laid(_bomb()))


def _gives_nothing_and_costs_little(data: bytes) -> None:
    tracemalloc.start()
    try:
        assert read_state_document(data) is None
        assert tracemalloc.get_traced_memory()[1] < 3 * LONGEST_DOCUMENT
    finally:
        tracemalloc.stop()


def test_that_a_huge_or_empty_file_is_not_opened_for_its_contents(tmp_path: Path) -> None:
    huge, empty = tmp_path / "huge.svg", tmp_path / "empty.svg"
    empty.touch()
    with huge.open("wb") as file:
        file.truncate(1 << 40)  # takes no room on the disk

    assert read_state_document(huge) is None
    assert read_state_document(empty) is None


@settings(max_examples=150)
@given(data=st.data(), key=st.sampled_from(sorted(EXPORT_FORMATS)))
def test_that_a_damaged_file_gives_the_state_or_nothing(data: st.DataObject, key: str) -> None:
    good = _MADE[key]
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    damaged = damaged[: data.draw(st.integers(0, len(damaged)))]

    found = read_state_document(bytes(damaged))

    assert found is None or isinstance(found, str)
    if key == "png":  # whose chunks carry a sum
        assert found in {None, DOCUMENT}


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n", b"<svg>"])
)
def test_that_noise_gives_nothing(noise: bytes, head: bytes) -> None:
    assert read_state_document(head + noise) is None
