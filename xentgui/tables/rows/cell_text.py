"""What the cells of a table say, as it is drawn: shortened, and in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.rows.fitted_text import (
    decimals_that_fit,
    fitted_name,
    fitted_number,
    fitted_typed,
)


class CellText(NamedTuple):
    """The text of a cell: where it begins, what is drawn, and how."""

    left: float
    text: str
    quiet: bool
    bold: bool
    wrong: bool


def cell_texts(
    model: ClassModel, style: Style, at: int, left: float, width: float, rows: range
) -> Iterator[CellText]:
    """Yield the texts of `rows` in the column `at`, which begins at `left` and is `width` wide."""
    table_view, drafts, column = model.table_view, model.drafts, model.columns[at]
    if table_view is None:
        return
    plain, bold_ruler = style.ruler(), style.ruler(bold=True)
    editable, quietly, boldly = column.editable, column.quiet, column.bold
    right = text_right(style, boxed=editable)
    end, room = left + width - right, width - (2 * right if editable else right)
    if column.is_name:
        room = width - name_left(style) - style.px(2)
    wanted = table_view.view.decimals
    shortened = not editable and decimals_that_fit(wanted, plain, room) < wanted
    for row in rows:
        bold = boldly is not None and boldly(table_view, row)
        ruler = bold_ruler if bold else plain
        draft = drafts.at(row, at) if drafts.all else None
        text = draft.text if draft else column.cell_text(table_view, row)
        long = ruler.width(text)
        if long > room or (shortened and "." in text):
            if column.value is None or draft:
                text = fitted_name(text, ruler, room)
            elif editable:
                text = fitted_typed(text, column.value(table_view, row), ruler, room)
            else:
                text = fitted_number(text, column, table_view, row, ruler, room)
            long = ruler.width(text)
        start = left + name_left(style) if column.is_name else end - long
        quiet = quietly is not None and quietly(table_view, row)
        yield CellText(start, text, quiet, bold, draft is not None)
