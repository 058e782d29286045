"""Many samples as text: a line for each row, and the means."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from xentgui.export.numbers.aligned import column_lines
from xentgui.export.numbers.csv_text import text_cell
from xentgui.export.numbers.json_text import exact
from xentgui.export.numbers.latex import escaped, mathematics, two_tabulars
from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.markdown import pipe_table
from xentgui.export.numbers.quantities import PREDICTION
from xentgui.language.numbers import loss_in_unit, number
from xentgui.model import default_labels
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.settings_of_state import SETTINGS, mentioned
from xentgui.program.subcommands.inputs import ManySamples
from xentgui.reading.read_error import together
from xentgui.reading.samples.scan import Scan

_ROW = QT_TRANSLATE_NOOP("export", "row")
_TARGET = QT_TRANSLATE_NOOP("export", "target y")
_CORRECT = QT_TRANSLATE_NOOP("export", "correct")
_SAMPLES = QT_TRANSLATE_NOOP("export", "samples")
_MEAN = QT_TRANSLATE_NOOP("export", "mean {name}")
_ACCURACY = QT_TRANSLATE_NOOP("export", "accuracy")


@dataclass(frozen=True, slots=True)
class _Column:
    """One number for each row: its name in exact formats, its name for people, and the numbers."""

    field: str
    heading: str
    values: list[float] | list[int] | list[str]
    show: Callable[[float], str] | None = None


def sample_text(samples: ManySamples, key: str, looks: Looks) -> str:
    """Return the numbers of the rows of `samples` in the format `key`.

    CSV and JSON are exact and in nats; rows and predicted classes are counted from 0, as
    numpy does.  Raises RefusedError naming the rows that hold no logits or no target.
    """
    scan = Scan(samples.batch, samples.settings, math.inf)
    while not scan.done:
        scan.advance()
    if scan.refusals:
        raise together(scan.refusals)
    return SAMPLE_FORMATS[key](scan, looks)


def _columns(scan: Scan, looks: Looks) -> list[_Column]:
    batch = scan.batch
    assert scan.prediction is not None
    assert scan.confidence is not None
    labels = batch.labels or default_labels(batch.classes)
    chosen = scan.prediction.tolist()

    def said(text: str) -> str:
        return looks.translate("export", text)

    columns = [_Column("row", said(_ROW), list(range(batch.samples)))]
    if batch.targets is not None and batch.targets.ndim == 1:
        wanted = np.asarray(batch.targets[:]).astype(np.int64).tolist()
        columns.append(_Column("target", said(_TARGET), wanted, lambda k: labels[int(k)]))
    columns += [
        _Column("prediction", said(PREDICTION), chosen, lambda k: labels[int(k)]),
        _Column(
            "confidence",
            "max p",
            scan.confidence.tolist(),
            lambda p: number(p, looks.decimals),
        ),
    ]
    if scan.losses is not None and scan.correct is not None:
        columns += [
            _Column(
                "correct", said(_CORRECT), scan.correct.tolist(), lambda share: number(share, 2)
            ),
            _Column(
                scan.loss.key,
                f"{scan.loss.formulas.value}{_unit(scan, looks)}",
                scan.losses.tolist(),
                lambda value: number(loss_in_unit(value, scan.loss, looks.unit), looks.decimals),
            ),
        ]
    return columns


def _single(scan: Scan) -> dict[str, float | str | None]:
    """Return the single numbers, which belong to no row, by their names in exact formats."""
    return {
        "samples": scan.batch.samples,
        "classes": scan.batch.classes,
        **mentioned(scan.settings),
        f"mean_{scan.loss.key}": scan.mean_loss,
        "accuracy": scan.accuracy,
    }


def _json(scan: Scan, looks: Looks) -> str:
    batch = scan.batch
    content: dict[str, object] = dict(_single(scan))
    content["labels"] = list(batch.labels or default_labels(batch.classes))
    for column in _columns(scan, looks):
        values = [None if value != value else value for value in column.values]  # noqa: PLR0124
        content[column.field] = values
    lines = (
        f'  "{key}": {json.dumps(exact(value), ensure_ascii=False)}'
        for key, value in content.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _csv(scan: Scan, looks: Looks) -> str:
    columns = _columns(scan, looks)
    labels = scan.batch.labels or default_labels(scan.batch.classes)
    single = {key: value for key, value in _single(scan).items() if value is not None}
    header = [column.field for column in columns]
    cells = [
        [text_cell(labels[int(value)]) for value in column.values]
        if column.field in {"target", "prediction"}
        else ["" if value != value else repr(value) for value in column.values]  # noqa: PLR0124
        for column in columns
    ]
    tail = [text_cell(one) if isinstance(one, str) else repr(one) for one in single.values()]
    lines = [",".join([*header, *single])]
    lines += [",".join([*row, *tail]) for row in zip(*cells, strict=True)]
    return "\n".join([*lines, ""])


def _for_people(scan: Scan, looks: Looks) -> tuple[list[list[str]], list[list[str]]]:
    """Return the rows with their headings, and the single numbers."""
    columns = _columns(scan, looks)
    cells = [
        [
            str(value) if column.show is None else column.show(float(value))
            for value in column.values
        ]
        for column in columns
    ]
    rows = [[column.heading for column in columns], *map(list, zip(*cells, strict=True))]
    return rows, list(_lines_for_people(scan, looks))


def _unit(scan: Scan, looks: Looks) -> str:
    """Return the unit of the loss as it stands in a heading; "" if it has none."""
    return "" if scan.loss.unit is None else f" [{looks.translate('units', looks.unit)}]"


def _lines_for_people(scan: Scan, looks: Looks) -> Iterator[list[str]]:
    yield [looks.translate("export", _SAMPLES), str(scan.batch.samples)]
    if scan.mean_loss is not None:
        mean = number(loss_in_unit(scan.mean_loss, scan.loss, looks.unit), looks.decimals)
        name = looks.translate("losses", scan.loss.name)
        heading = looks.translate("export", _MEAN).format(name=name)
        yield [f"{heading}{_unit(scan, looks)}", mean]
    if scan.accuracy is not None:
        yield [looks.translate("export", _ACCURACY), number(scan.accuracy, looks.decimals)]
    for key, value in mentioned(scan.settings).items():
        yield [
            looks.translate("export", SETTINGS[key].heading),
            value if isinstance(value, str) else number(value),
        ]


def _table(scan: Scan, looks: Looks) -> str:
    rows, single = _for_people(scan, looks)
    return "\n".join([*column_lines(rows, rule=True), "", *column_lines(single, rule=False), ""])


def _markdown(scan: Scan, looks: Looks) -> str:
    rows, single = _for_people(scan, looks)
    return "\n".join([*pipe_table(rows[0], rows[1:]), "", *pipe_table(["", ""], single), ""])


def _latex(scan: Scan, looks: Looks) -> str:
    rows, single = _for_people(scan, looks)
    words = [column.field in {"target", "prediction"} for column in _columns(scan, looks)]
    lines = [
        [
            escaped(cell) if word else mathematics(cell)
            for cell, word in zip(row, words, strict=True)
        ]
        for row in rows[1:]
    ]
    amounts = [[escaped(name), mathematics(value)] for name, value in single]
    places = "".join("l" if word else "r" for word in words)
    return two_tabulars(places, [*map(escaped, rows[0])], lines, amounts, looks)


SAMPLE_FORMATS: Final[Mapping[str, Callable[[Scan, Looks], str]]] = MappingProxyType(
    {"table": _table, "json": _json, "csv": _csv, "markdown": _markdown, "latex": _latex}
)
"""The formats of `NUMBER_FORMATS` that can hold many samples; the others are scripts."""
