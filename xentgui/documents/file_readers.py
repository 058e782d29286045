"""Every kind of file that can be read, one entry each; the window and the command line share them.

An entry gives the first bytes of its files and the endings of their names.  Content is recognised by
them in the same way wherever it comes from, and dialogs and sentences list the endings.  Each kind
has a module with a function `read`, which is imported when such a file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from xentgui.model.checks import LONGEST_DOCUMENT
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading import foreign
from xentgui.reading.source import Source

if TYPE_CHECKING:
    from xentgui.documents.document_file import Opened
    from xentgui.reading.batch import LogitsBatch
    from xentgui.reading.reading import Reading

    Found: TypeAlias = Opened | LogitsBatch | Reading

_PICTURES: Final = (".png", ".svg", ".pdf", ".apng", ".gif", ".webp", ".mp4")
_BEGINNING: Final = 1 << 20  # bytes


class FileGroup(NamedTuple):
    """Files that are opened for the same purpose.

    Attributes
    ----------
    context, name
        Their name in dialogs, in English, and the context of its translation.
    """

    context: str
    name: str

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of the names of such files; the first is the usual one."""
        found = (
            ending for one in FILE_READERS.values() if one.group is self for ending in one.endings
        )
        return tuple(dict.fromkeys(found))


class FileReader(NamedTuple):
    """One kind of file, how it is recognised, and what reads it.

    Attributes
    ----------
    key
        Its name in `FILE_READERS`.
    group
        The purpose for which such files are opened.
    module
        The module that reads one: its ``read(source)`` returns an `Opened`, a `LogitsBatch` or a `Reading`,
        and raises RefusedError or OSError.
    endings
        The endings of their names, which dialogs and sentences list.
    shared
        Those of the endings that files of other kinds have, too: they do not decide the kind.
    begins
        The first bytes, or the first characters of a text; None if they can be anything.
    holds
        Texts of which the content must also hold one, at any place; () if nothing is needed.
    """

    key: str
    group: FileGroup
    module: str
    endings: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    begins: re.Pattern[bytes] | None = None
    holds: tuple[bytes, ...] = ()

    def begins_like(self, source: Source) -> bool:
        """Return whether `source` begins as files of this kind do."""
        begins = self.begins
        return begins is not None and bool(
            begins.match(source.head) or begins.match(source.beginning)
        )

    def knows_content(self, source: Source) -> bool:
        """Return whether the content of `source` is of this kind; raises OSError."""
        if not self.begins_like(source):
            return False
        if not self.holds:
            return True
        # Of a file that is too long for a document, the beginning is enough to say so.
        most = LONGEST_DOCUMENT if source.size <= LONGEST_DOCUMENT else _BEGINNING
        data = source.read(most).replace(b"\0", b"")  # so that UTF-16 text is found as well
        return any(text in data for text in self.holds)

    def knows_name(self, source: Source) -> bool:
        """Return whether the name of `source` has an ending that decides for this kind."""
        decisive = tuple(ending for ending in self.endings if ending not in self.shared)
        return source.name.lower().endswith(decisive)

    def read(self, source: Source) -> Found:
        """Return what `source` holds; raises RefusedError and OSError."""
        found: Found = import_module(self.module).read(source)
        return found


DOCUMENTS: Final = FileGroup("window", QT_TRANSLATE_NOOP("window", "Documents"))
FIGURES: Final = FileGroup("window", QT_TRANSLATE_NOOP("window", "Figures that XentGUI exported"))
LOGITS: Final = FileGroup("panels", QT_TRANSLATE_NOOP("panels", "Logits"))

FILE_GROUPS: Final = (DOCUMENTS, FIGURES, LOGITS)

DOCUMENT: Final = FileReader(
    "document",
    DOCUMENTS,
    "xentgui.documents.document_file",
    endings=(".xent.json", ".json"),
    shared=(".json",),
    begins=re.compile(rb"\{"),
    holds=(b"xentgui-document", b'"scenes"'),  # logits can be JSON, too
)
TEXT: Final = FileReader(
    "text",
    LOGITS,
    "xentgui.reading.logits_text",
    endings=(".csv", ".tsv", ".txt", ".dat", ".json"),
)

FILE_READERS: Final = {
    reader.key: reader
    for reader in (
        DOCUMENT,
        FileReader(
            "figure",
            FIGURES,
            "xentgui.documents.embedded.reading",
            endings=_PICTURES,
            shared=_PICTURES,
            # Pictures that cannot hold a state, such as JPEG, are told so by the same reader.  The
            # names of classes may be in angle brackets: "<" alone is no SVG.
            begins=re.compile(
                rb"\x89PNG|%PDF|<(?:\?xml|!--|!DOCTYPE\s+svg|(?:\w+:)?svg\b)"
                rb"|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp|\xff\xd8\xff|II\*\x00|MM\x00\*|%!PS"
                rb"|BM.{4}\x00{4}",
                re.DOTALL,
            ),
        ),
        FileReader(
            "token",
            DOCUMENTS,
            "xentgui.documents.scene_token",
            begins=re.compile(rb"[<\"'`]?xent:", re.IGNORECASE),
        ),
        FileReader(
            "spreadsheet",
            LOGITS,
            "xentgui.reading.spreadsheet",
            endings=(".xlsx",),
            # The first files in the zip file; those of NumPy end in .npy.
            begins=re.compile(
                rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|xl/)", re.DOTALL
            ),
        ),
        FileReader(
            "safetensors",
            LOGITS,
            "xentgui.reading.tensors",
            endings=(".safetensors",),
            begins=re.compile(rb".{5}\x00{3}\{[\"} ]", re.DOTALL),
        ),
        FileReader("foreign", LOGITS, "xentgui.reading.foreign", begins=foreign.BEGINS),
        FileReader(
            "array",
            LOGITS,
            "xentgui.reading.arrays",
            endings=(".npy", ".npz"),
            begins=re.compile(rb"\x93NUMPY|PK\x03\x04|PK\x05\x06"),
        ),
        TEXT,
    )
}
"""All readers of files by key.  Content is checked before names, both in this order."""


def recognised(source: Source) -> FileReader | None:
    """Return the reader of `source`, by its content or else its name; None if neither decides.

    Raises OSError.
    """
    readers = FILE_READERS.values()
    by_content = (one for one in readers if one.knows_content(source))
    by_name = (one for one in readers if one.knows_name(source))
    return next(by_content, None) or next(by_name, None)


def listed_endings() -> dict[str, str]:
    """Return the values for the gaps in sentences that say what can be opened."""
    return {"document": DOCUMENTS.endings[0], "logits": ", ".join(LOGITS.endings)}


def patterns(endings: Iterable[str]) -> str:
    """Return `endings` as the filter of a file dialog, each of them once.

    >>> patterns([".npy", ".csv", ".npy"])
    '*.npy *.csv'
    """
    return " ".join(f"*{ending}" for ending in dict.fromkeys(endings))
