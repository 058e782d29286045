"""A scene as a short token, which pastes into a chat and back into the window: ``xent:1…``.

After ``xent:`` and the version of tokens follow base64url letters of four bytes of CRC-32, and of
the deflated JSON ``[version, {…}]``: the version of documents, and the keys of the scene, without
those that say what is usual.  What comes out is read like any document.

Sources: RFC 1951 (deflate), RFC 4648 section 5 (base64url).
"""

from __future__ import annotations

import binascii
import json
import re
import zlib
from typing import Any, Final

from xentgui.documents.document import decode as decode_document
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_file import Opened
from xentgui.documents.document_text import FORMAT, pieces
from xentgui.documents.scene import Document, Scene
from xentgui.documents.token_text import QUOTES, SCHEME
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.decode import decode as decode_text
from xentgui.reading.source import Source

VERSION: Final = "1"
"""The version of tokens, a letter after the scheme."""

LONGEST: Final = 30_000
"""The most characters of a token: a command line of Windows takes about as many."""

_MOST: Final = 1 << 20
"""The most bytes that a token may grow to."""

_CHECK: Final = 4  # bytes
_LETTERS: Final = re.compile(r"[A-Za-z0-9_-]*")
_BLANKS: Final = re.compile("[\\s\u200b\u2060\ufeff\u00ad]+")

_WORDS: Final = (
    b'"workspace":"classify","subject":"classifier","points":[[,"targets":["weights":[["bias":["inputs":["x1","x2"]'
    b'"steps":[{"reveal":["values"],"hidden":["title","caption","loss","formulas","handles"'
    b'"transition":"slow","focus":"areas":true"choices":{"notes":{"en":"answer":{"en":"unit":"bits"'
    b'"temperature":"label_smoothing":"loss":"brier""labels":["cat","dog","owl"],"zh_CN":"title":{"en":"caption":{"en":'
    b'"panels":["distribution","information","gradient","derivation","logits","simplex","landscape","trace"],'
    b'[1,{"logits":[],"target":[0,0,1][5,{[4,{"panels":["distribution","information","gradient"],'
    b'[1,{"logits":[2.33,-1.46,0.56],"target":[1,0,0]}]'
)
"""What scenes often hold; it belongs to version 1 of tokens, and never changes."""

_CUT = QT_TRANSLATE_NOOP(
    "errors", "The token is not whole: its end is missing. Copy all of it, from “xent:” on."
)
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "The token was changed on its way: its check does not fit. Copy it again from where it was "
    "made.",
)
_LETTER = QT_TRANSLATE_NOOP(
    "errors",
    "The token has “{letter}” at character {place}, and none can have that. Copy it again from "
    "where it was made.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "The token was made by a newer XentGUI: it has version {version}, and this one reads version "
    "{known}. Open it with the newer one.",
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "The scene is too large for a token, which takes {most} characters. Save the document, and send "
    "the file.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "The token is too large: it may hold {most} characters, or {bytes} MB when it is unpacked. Ask "
    "for the file in its place.",
)


class TokenError(DocumentError):
    """A text that is no token of ours, or a scene that no token can hold."""


def encode_token(scene: Scene) -> str:
    """Return `scene` as a token; raises TokenError if it is too large for one."""
    whole = json.loads(_text(scene))
    data = _written([whole["version"], _least(whole["version"], whole["scenes"][0])])
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_WORDS)
    packed = packer.compress(data) + packer.flush()
    body = zlib.crc32(packed).to_bytes(_CHECK, "big") + packed
    token = (
        SCHEME
        + VERSION
        + binascii.b2a_base64(body, newline=False).decode().translate(_URL_SAFE).rstrip("=")
    )
    if len(token) > LONGEST:
        raise TokenError(_TOO_LONG, most=LONGEST)
    return token


def decode_token(text: str) -> Document:
    """Return the document with the scene in a token; blanks and quotes around it do not matter.

    Raises TokenError, which says what is wrong with the token, and DocumentError for what is wrong
    with the scene in it.
    """
    if len(text) > 2 * LONGEST:
        raise TokenError(_TOO_LARGE, most=LONGEST, bytes=_MOST >> 20)
    token = _BLANKS.sub("", text).strip(QUOTES)
    version, body = token[len(SCHEME) :][:1], token[len(SCHEME) + 1 :]
    if not version:
        raise TokenError(_CUT)
    if version != VERSION:
        if version.isascii() and version.isalnum():
            raise TokenError(_NEWER, version=version, known=VERSION)
        raise TokenError(_LETTER, letter=version, place=len(SCHEME) + 1)
    letters = _LETTERS.match(body)
    assert letters is not None  # it can be empty
    if letters.end() < len(body):
        place = len(SCHEME) + 1 + letters.end()
        raise TokenError(_LETTER, letter=token[place], place=place + 1)
    if len(token) > LONGEST:
        raise TokenError(_TOO_LARGE, most=LONGEST, bytes=_MOST >> 20)
    return _document(_unpacked(body))


def read(source: Source) -> Opened:
    """Return the document of a token in a text file; raises DocumentError and OSError."""
    return Opened(decode_token(decode_text(source.read(4 * LONGEST))))


def _unpacked(body: str) -> bytes:
    # One letter more than whole bytes is no letter of base64: something is missing.
    whole = body[: len(body) - 1] if len(body) % 4 == 1 else body
    data = binascii.a2b_base64(whole.translate(_STANDARD) + "=" * (-len(whole) % 4))
    check, packed = data[:_CHECK], data[_CHECK:]
    unpacker = zlib.decompressobj(-15, zdict=_WORDS)
    try:
        found = unpacker.decompress(packed, _MOST + 1)
    except zlib.error:
        raise TokenError(_CHANGED) from None
    if len(found) > _MOST:
        raise TokenError(_TOO_LARGE, most=LONGEST, bytes=_MOST >> 20)
    if check != zlib.crc32(packed).to_bytes(_CHECK, "big") or len(whole) < len(body):
        raise TokenError(_CHANGED if unpacker.eof else _CUT)
    if not unpacker.eof or unpacker.unused_data:
        raise TokenError(_CHANGED)
    return found


def _document(data: bytes) -> Document:
    """Return the document in `data`; raises DocumentError."""
    try:
        text = data.decode()
        version, scene = json.loads(text)
        # So that the document's reader checks all of it, and its words stay as they are.
        inner = text[text.index(",") + 1 : text.rindex("]")]
    except (ValueError, TypeError, RecursionError):
        raise TokenError(_CHANGED) from None
    if type(version) is not int or not isinstance(scene, dict):
        raise TokenError(_CHANGED)
    return decode_document(f'{{"format": "{FORMAT}", "version": {version}, "scenes": [{inner}]}}')


def _text(scene: Scene) -> str:
    """Return the document of `scene`; raises TokenError if no token can be so long."""
    found, length = [], 0
    for piece in pieces(Document((scene,))):
        found.append(piece)
        length += len(piece)
        if length > _MOST:
            raise TokenError(_TOO_LONG, most=LONGEST)
    return "".join(found)


def _least(version: int, scene: dict[str, Any]) -> dict[str, Any]:
    """Return `scene` without the keys that can be left out and change nothing."""
    known = _scene_of(version, scene)
    for key in tuple(scene):
        shorter = {one: value for one, value in scene.items() if one != key}
        try:
            if _scene_of(version, shorter) == known:
                scene = shorter
        except DocumentError:
            continue  # it must be there
    return scene


def _scene_of(version: int, scene: dict[str, Any]) -> Scene:
    text = _written({"format": FORMAT, "version": version, "scenes": [scene]})
    return decode_document(text).scenes[0]


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


_URL_SAFE: Final = str.maketrans("+/", "-_")
_STANDARD: Final = str.maketrans("-_", "+/")
