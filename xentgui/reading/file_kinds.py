"""The kinds of files that can be opened, dropped or named on the command line, and their endings.

The first bytes of a file decide how it is read.  Its ending decides whether dialogs show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files that are opened in the same way.

    Attributes
    ----------
    context, name
        Their name in dialogs, in English, and the context of its translation.
    suffixes
        The endings of their names; the first is the usual one.
    """

    context: str
    name: str
    suffixes: tuple[str, ...]

    def takes(self, path: Path) -> bool:
        """Return whether the file's name has an ending of this kind."""
        return path.name.lower().endswith(self.suffixes)


DOCUMENT: Final = FileKind(
    "window", QT_TRANSLATE_NOOP("window", "Documents"), (".xent.json", ".json")
)
FIGURE: Final = FileKind(
    "window",
    QT_TRANSLATE_NOOP("window", "Figures that XentGUI exported"),
    (".png", ".svg", ".pdf"),
)
ARRAY_SUFFIXES: Final = (".npy", ".npz")
LOGITS: Final = FileKind(
    "panels",
    QT_TRANSLATE_NOOP("panels", "Logits"),
    (*ARRAY_SUFFIXES, ".csv", ".tsv", ".txt", ".dat", ".json"),
)

FILE_KINDS: Final = (DOCUMENT, FIGURE, LOGITS)
"""Every kind of file that can be opened."""

ENDINGS: Final = {"document": DOCUMENT.suffixes[0], "logits": ", ".join(LOGITS.suffixes)}
"""The values for the gaps in sentences that say what can be opened."""


def patterns(suffixes: Iterable[str]) -> str:
    """Return `suffixes` as the filter of a file dialog, each of them once.

    >>> patterns([".npy", ".csv", ".npy"])
    '*.npy *.csv'
    """
    return " ".join(f"*{suffix}" for suffix in dict.fromkeys(suffixes))
