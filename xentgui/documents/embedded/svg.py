"""The document in an SVG: an element in its metadata, or an attribute where those are lost."""

from __future__ import annotations

from xml.parsers import expat

from xentgui.documents.embedded.packing import (
    SVG_ATTRIBUTE,
    SVG_ELEMENT,
    SVG_NAMESPACE,
    unpacked_text,
)
from xentgui.model.checks import LONGEST_DOCUMENT

_SOUGHT = f"{SVG_NAMESPACE} {SVG_ELEMENT}"
_PIECE = 1 << 16


class _DoneError(Exception):
    """Raised to end the search: there is nothing more to look for."""


def document_in_svg(data: bytes) -> str | None:
    """Return the text of our element or attribute in the bytes of an SVG, or None.

    Reading stops at the first declaration of an entity: none is ever expanded or fetched.
    """
    if b"<" not in data[:1024]:
        return None
    search = _Search()
    try:
        for start in range(0, len(data), _PIECE):
            search.parser.Parse(data[start : start + _PIECE], False)
    except (_DoneError, expat.ExpatError):
        pass
    return search.text()


class _Search:
    """Follows the tags until our element has been read."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._on_start
        self.parser.EndElementHandler = self._on_end
        self.parser.CharacterDataHandler = self._on_text
        self.parser.EntityDeclHandler = self._on_entity
        self._pieces: list[str] = []
        self._length = 0
        self._encoding = self._attribute = ""
        self._within = self._whole = False

    def text(self) -> str | None:
        """Return the text that was found, unpacked, or None."""
        if not self._whole or not self._length:
            return unpacked_text(self._attribute) if self._attribute else None
        found = "".join(self._pieces)
        return unpacked_text(found) if self._encoding == "zlib" else found

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._attribute = self._attribute or attributes.get(SVG_ATTRIBUTE, "")
        if name == _SOUGHT and not self._within:
            self._within = True
            self._encoding = attributes.get("encoding", "text")

    def _on_end(self, name: str) -> None:
        if name == _SOUGHT:
            self._whole = True
            raise _DoneError

    def _on_text(self, text: str) -> None:
        if self._within:
            self._pieces.append(text)
            self._length += len(text)
            if self._length > LONGEST_DOCUMENT:
                raise _DoneError

    def _on_entity(self, *_declaration: object) -> None:
        raise _DoneError
