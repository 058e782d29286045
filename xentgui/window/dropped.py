"""Where a dropped file or text goes: it opens a document, or gives points or logits."""

from __future__ import annotations

from pathlib import Path

from xentgui.documents.token_text import looks_like_token
from xentgui.model.message import RefusedError
from xentgui.tables.logits_and_targets import LogitTable
from xentgui.window.cards import Cards
from xentgui.window.documents import Documents
from xentgui.window.points_files import ENDINGS, PointsFiles


class Dropped:
    """Takes what is dropped, by what it is and by the workspace that is shown."""

    def __init__(
        self, documents: Documents, points: PointsFiles, table: LogitTable, cards: Cards
    ) -> None:
        self._documents, self._points, self._table = documents, points, table
        self._cards = cards

    def open(self, path: Path) -> None:
        """Open a file: a table of points where there are points, or else a document."""
        is_points = path.suffix.lower() in ENDINGS and self._is_at_points
        (self._points.open if is_points else self._documents.open_path)(path)

    def take_text(self, text: str) -> None:
        """Take a text as if it were pasted: the token of a scene, points, or logits."""
        if looks_like_token(text):
            self._documents.open_token(text)
        elif self._is_at_points:
            self._points.take_text(text)
        else:
            self._table.commands.take_text(text)

    def take_points(self, text: str) -> None:
        """Take what was pasted into a table of points: the token of a scene, or points."""
        (self._documents.open_token if looks_like_token(text) else self._points.take_text)(text)

    def takes_points(self, text: str) -> bool:
        """Take samples that were pasted elsewhere as points, where points are shown.

        Return whether it does: the strip tells how they were read, or asks.
        """
        if not self._is_at_points:
            return False
        from xentgui.reading.points_table import table_of  # noqa: PLC0415 - no start needs it

        try:
            table_of(text)
        except RefusedError:
            return False
        self._points.take_text(text)
        return True

    @property
    def _is_at_points(self) -> bool:
        return self._cards.workspace == "classify"
