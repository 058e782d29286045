"""What a file format of figures is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xentgui.export.figure import Figure


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One way to write a figure.

    Attributes
    ----------
    key
        The usual ending of its files, without the dot.
    name
        What people call it; the same in every language.
    mime
        Its media type.
    encode
        Makes the file's bytes; the same figure gives the same bytes.
    """

    key: str
    name: str
    mime: str
    encode: Callable[[Figure], bytes]
