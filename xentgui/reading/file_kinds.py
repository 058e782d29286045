"""The kinds of files that can be opened, dropped or named on the command line, and their endings.

What a file begins with decides how it is read; its ending decides what dialogs show and sentences say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files that are opened alike.

    Attributes
    ----------
    context, name
        What dialogs call them, in English, and the context of its translation.
    suffixes
        What their names end with; the first is the usual one.
    """

    context: str
    name: str
    suffixes: tuple[str, ...]

    def takes(self, path: Path) -> bool:
        """Return whether the name of a file ends as those of this kind do."""
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
"""What fills the gaps of sentences that say what can be opened."""


def patterns(suffixes: Iterable[str]) -> str:
    """Return `suffixes` as the filter of a file dialog, each of them once.

    >>> patterns([".npy", ".csv", ".npy"])
    '*.npy *.csv'
    """
    return " ".join(f"*{suffix}" for suffix in dict.fromkeys(suffixes))
