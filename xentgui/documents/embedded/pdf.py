"""The document in a PDF: an attached file."""

from __future__ import annotations

import re

from xentgui.documents.embedded.marks import PDF_ATTACHMENT
from xentgui.documents.embedded.unpacking import decoded, unpacked
from xentgui.model.limits import LONGEST_DOCUMENT

_HEAD = 1024  # bytes in which the signature may stand
_DICTIONARY = 4096  # bytes; no dictionary that we read is longer
_ATTACHED = re.compile(rb"/EF\s{0,8}<<[^>]{0,200}?/U?F\s{1,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R")
_MOST = 64  # the most attachments that are read


def document_in_pdf(data: bytes) -> str | None:
    """Return the text of our attachment in the bytes of a PDF, or None.

    A program that changes a PDF may append the changes, so the last attachment is taken.  Files
    that another program rewrote with compressed objects are not understood.
    """
    if b"%PDF-" not in data[:_HEAD]:
        return None
    newest = None
    for count, match in enumerate(_ATTACHED.finditer(data)):
        if count >= _MOST:
            break
        around = data[max(0, match.start() - 512) : match.end() + 512]
        if _is_ours(around):
            newest = match
    return None if newest is None else _stream(data, int(newest[1]), int(newest[2]))


def _is_ours(around: bytes) -> bool:
    name = PDF_ATTACHMENT
    return name.encode() in around or name.encode("utf-16-be") in around


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
    return unpacked(body) if b"/FlateDecode" in head[1] else decoded(body.rstrip(b"\r\n"))
