"""Every format of figures, animations and numbers: one line each; and what writes their files.

Dialogs, menus and the command line read these lists.  Each format has its own module with a
function `encode`.  It is imported when something is written.  So a start need not wait for it, and
the command line knows the formats without Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from xentgui.documents.whole_file import write_whole
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

if TYPE_CHECKING:
    from xentgui.export.animation.animation import Animation, Progress
    from xentgui.export.figure import Figure
    from xentgui.export.numbers.looks import Looks
    from xentgui.model import Snapshot

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class ExportFormat(NamedTuple):
    """One way to write a figure.

    Attributes
    ----------
    key
        The usual ending of its files, without the dot.
    name
        Its name for people; the same in every language.
    mime
        Its media type.
    module
        The module with ``encode(figure)``.
    """

    key: str
    name: str
    mime: str
    module: str

    def encode(self, figure: Figure) -> bytes:
        """Return the bytes of a file; the same figure gives the same bytes."""
        written: bytes = import_module(self.module).encode(figure)
        return written


class AnimationFormat(NamedTuple):
    """One way to write an animation.

    Attributes
    ----------
    key, name
        As in `ExportFormat`.
    module
        The module with ``encode(animation, progress)``.
    see_through
        Whether its files can be transparent; the others lay a figure on the theme's colour.
    """

    key: str
    name: str
    module: str
    see_through: bool = True

    def encode(self, animation: Animation, progress: Progress | None) -> bytes:
        """Return the bytes of a file.

        Raises CancelledError, or AnimationError if something that it needs is not installed.
        """
        written: bytes = import_module(self.module).encode(animation, progress)
        return written


class NumberFormat(NamedTuple):
    """One way to write the numbers of a snapshot as text.

    Attributes
    ----------
    key
        The value for ``--format``.
    name
        Its name for people, in English, marked in the context "export".
    suffix
        The usual ending of its files.
    command
        The name of the command that copies the numbers, in the context "actions".
    module
        The module with ``encode(snapshot, looks)``.
    """

    key: str
    name: str
    suffix: str
    command: str
    module: str

    def encode(self, snapshot: Snapshot, looks: Looks) -> str:
        """Return the text, which ends with a newline."""
        written: str = import_module(self.module).encode(snapshot, looks)
        return written


_FIGURES, _ANIMATIONS = "xentgui.export.formats", "xentgui.export.animation"
_NUMBERS = "xentgui.export.numbers"

PNG: Final = ExportFormat("png", "PNG", "image/png", f"{_FIGURES}.png")
SVG: Final = ExportFormat("svg", "SVG", "image/svg+xml", f"{_FIGURES}.svg")
PDF: Final = ExportFormat("pdf", "PDF", "application/pdf", f"{_FIGURES}.pdf")

EXPORT_FORMATS: Final[Mapping[str, ExportFormat]] = MappingProxyType(
    {one.key: one for one in (PNG, SVG, PDF)}
)
"""All formats of figures by key, in the order of menus; the first is the default."""

ANIMATION_FORMATS: Final[Mapping[str, AnimationFormat]] = MappingProxyType(
    {
        one.key: one
        for one in (
            AnimationFormat("apng", "APNG", f"{_ANIMATIONS}.apng"),
            AnimationFormat("gif", "GIF", f"{_ANIMATIONS}.gif", see_through=False),
            AnimationFormat("webp", "WebP", f"{_ANIMATIONS}.webp"),
            AnimationFormat("mp4", "MP4", f"{_ANIMATIONS}.mp4", see_through=False),
        )
    }
)
"""All formats of animations by key, in the order of menus."""

NUMBER_FORMATS: Final[Mapping[str, NumberFormat]] = MappingProxyType(
    {
        one.key: one
        for one in (
            NumberFormat(
                "csv",
                "CSV",
                ".csv",
                QT_TRANSLATE_NOOP("actions", "As &CSV"),
                f"{_NUMBERS}.csv_text",
            ),
            NumberFormat(
                "json",
                "JSON",
                ".json",
                QT_TRANSLATE_NOOP("actions", "As &JSON"),
                f"{_NUMBERS}.json_text",
            ),
            NumberFormat(
                "markdown",
                "Markdown",
                ".md",
                QT_TRANSLATE_NOOP("actions", "As &Markdown"),
                f"{_NUMBERS}.markdown",
            ),
            NumberFormat(
                "latex",
                "LaTeX",
                ".tex",
                QT_TRANSLATE_NOOP("actions", "As &LaTeX"),
                f"{_NUMBERS}.latex",
            ),
            NumberFormat(
                "table",
                QT_TRANSLATE_NOOP("export", "Text table"),
                ".txt",
                QT_TRANSLATE_NOOP("actions", "As &Text Table"),
                f"{_NUMBERS}.aligned",
            ),
            NumberFormat(
                "numpy",
                QT_TRANSLATE_NOOP("export", "numpy script"),
                ".py",
                QT_TRANSLATE_NOOP("actions", "As &numpy Script"),
                f"{_NUMBERS}.numpy_script",
            ),
            NumberFormat(
                "pytorch",
                QT_TRANSLATE_NOOP("export", "PyTorch script"),
                ".py",
                QT_TRANSLATE_NOOP("actions", "As &PyTorch Script"),
                f"{_NUMBERS}.torch_script",
            ),
        )
    }
)
"""All formats of numbers by key, in the order of menus."""


class SavingError(RefusedError):
    """A file that cannot be written; the message gives the reason."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`, completely or not at all.  Raises SavingError."""
    try:
        write_whole(path, data, in_place=True)
    except OSError as error:
        raise SavingError(_FAILED, name=path.name, reason=error.strerror or str(error)) from None
