"""What the cells of a table say, as it is drawn: shortened, and in its place."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.painting.style import Style
from xentgui.tables.cell_geometry import name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.fitted_text import fitted_name, fitted_number, fitted_typed
from xentgui.tables.measure import Measure


class Word(NamedTuple):
    """The text of a cell: where it begins, what is drawn, what there was to say, and how."""

    left: float
    text: str
    whole: str
    quiet: bool
    bold: bool
    wrong: bool


class RowWords:
    """Keeps the words of rows; those that still hold after an edit are the same objects.

    Attributes
    ----------
    lefts, widths
        Where the columns are, from the left of the first.
    """

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._measure = Measure(style)
        self.lefts: list[int] = []
        self.widths: list[int] = []
        self._words: dict[int, list[Word]] = {}
        self._before: dict[int, list[Word]] = {}

    def __getitem__(self, row: int) -> list[Word]:
        words = self._words.get(row)
        if words is None:
            before = self._before.get(row)
            words = [
                self._word(row, at, before[at] if before else None) for at in range(len(self.lefts))
            ]
            self._words[row] = words
        return words

    def forget(self) -> None:
        """Read the rows anew, and remember what those said that were drawn last."""
        if self._words:
            self._before, self._words = self._words, {}

    def set_style(self, style: Style) -> None:
        """Measure with other fonts."""
        self._style, self._measure = style, Measure(style)
        self._words, self._before = {}, {}

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns."""
        self.lefts, self.widths = lefts, widths
        self._words, self._before = {}, {}

    def _word(self, row: int, at: int, before: Word | None) -> Word:
        model = self._model
        sight = model.sight
        if sight is None:
            return Word(0.0, "", "", quiet=False, bold=False, wrong=False)
        column = model.columns[at]
        bold = column.bold is not None and column.bold(sight, row)
        quiet = column.quiet is not None and column.quiet(sight, row)
        draft = model.drafts.at(row, at) if model.drafts.all else None
        whole = draft.text if draft else model.text_of(row, at)
        wrong = draft is not None
        # Most cells say what they said before; to shorten and to measure is what takes time.
        same = before is not None and before[2:] == (whole, quiet, bold, wrong)
        if same and before is not None and (before.text == whole or column.editable):
            return before
        style, left, width = self._style, self.lefts[at], self.widths[at]
        ruler = self._measure.bold if bold else self._measure.plain
        if column.is_name:
            start = name_left(style)
            text = fitted_name(whole, ruler, width - start - style.px(2))
            return Word(left + start, text, whole, quiet, bold, wrong)
        right = text_right(style, boxed=column.editable)
        room = width - (2 * right if column.editable else right)
        if wrong:
            text = fitted_name(whole, ruler, room)
        elif column.editable and column.value is not None:
            text = fitted_typed(whole, column.value(sight, row), ruler, room)
        else:
            text = fitted_number(whole, column, sight, row, ruler, room)
        start = left + width - right - ruler.width(text)
        return Word(start, text, whole, quiet, bold, wrong)
