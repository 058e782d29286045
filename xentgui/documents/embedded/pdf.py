"""The document in a PDF: an attached file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xentgui.documents.embedded.packing import PDF_ATTACHMENT, decoded, inflated, unpacked
from xentgui.model.checks import LONGEST_DOCUMENT

_HEAD = 1024  # bytes in which the signature may stand
_DICTIONARY = 4096  # bytes; no dictionary that we read is longer
_ATTACHED = re.compile(rb"/EF\s{0,8}<<[^>]{0,200}?/U?F\s{1,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R")
_MOST = 64  # the most attachments that are read, and the most objects that hold others
_TOGETHER = re.compile(rb"/Type\s{0,8}/ObjStm\b")
_LONGEST_TOGETHER = 1 << 20  # bytes of such an object, unpacked
_LINE_END = re.compile(rb"\r?\n\Z")  # which belongs to the end of a stream
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{2,400})>")


def document_in_pdf(data: bytes) -> str | None:
    """Return the text of our attachment in the bytes of a PDF, or None.

    A program that changes a PDF may append the changes, so the last attachment is taken.  Programs
    that write it anew write the name in hexadecimal digits, or pack objects together.
    """
    if b"%PDF-" not in data[:_HEAD]:
        return None
    for text in (data, *_packed_together(data)):
        newest = None
        for count, match in enumerate(_ATTACHED.finditer(text)):
            if count >= _MOST:
                break
            around = text[max(0, match.start() - 512) : match.end() + 512]
            if _is_ours(around):
                newest = match
        if newest is not None:
            return _stream(data, int(newest[1]), int(newest[2]))
    return None


def _is_ours(around: bytes) -> bool:
    written = PDF_ATTACHMENT.encode(), PDF_ATTACHMENT.encode("utf-16-be")
    strings = [b"".join(found[1].split()) for found in _HEXADECIMAL.finditer(around)]
    names = [bytes.fromhex(one.decode()) for one in strings if len(one) % 2 == 0]
    return any(name in text for name in written for text in (around, *names))


def _packed_together(data: bytes) -> Iterator[bytes]:
    """Yield the objects of each stream that holds several, the newest first."""
    places = [match.start() for match in _TOGETHER.finditer(data)]
    for place in reversed(places[-_MOST:]):
        start = re.compile(rb"stream\r?\n").search(data, place, place + _DICTIONARY)
        end = data.find(b"endstream", place)
        if start is not None and start.end() <= end:
            body = data[start.end() : end]
            yield inflated(body, _LONGEST_TOGETHER) or body[:_LONGEST_TOGETHER]


def _stream(data: bytes, number: int, generation: int) -> str | None:
    """Return the text of an object's stream; if there are several, of the newest."""
    starts = rb"(?<!\d)%d %d obj\b" % (number, generation)
    found = None
    for match in re.finditer(starts, data):
        found = match
    if found is None:
        return None
    head = re.match(
        rb"(.{0,%d}?)stream\r?\n" % _DICTIONARY,
        data[found.end() : found.end() + 2 * _DICTIONARY],
        re.S,
    )
    if head is None or b"endobj" in head[1]:
        return None
    start = found.end() + head.end()
    end = data.find(b"endstream", start, start + LONGEST_DOCUMENT + _DICTIONARY)
    if end < 0:
        return None
    body = bytes(data[start:end])
    return unpacked(body) if b"/FlateDecode" in head[1] else decoded(_LINE_END.sub(b"", body))
