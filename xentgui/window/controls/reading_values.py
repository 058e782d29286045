"""The first values that come of a reading, as a line of text."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, number, translate
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.describe import description
from xentgui.reading.labelled_points import LabelledPoints
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.reading import Reading
from xentgui.window.controls.reading_table import shown_cell

_MOST: Final = 6
_DECIMALS: Final = 4
_MORE = QT_TRANSLATE_NOOP("reading", "… {count} more")
_SAMPLES = QT_TRANSLATE_NOOP("reading", "{samples} samples of {classes} classes")
_READ_AS = QT_TRANSLATE_NOOP("reading", "Read as {what}")
_NAME_AS = QT_TRANSLATE_NOOP("reading", "{name} is read as {what}")
_READING = QT_TRANSLATE_NOOP("reading", "Reading {name}…")
_THESE: Final = QT_TRANSLATE_NOOP("reading", "the text")
_POINTS = QT_TRANSLATE_NOOP("reading", "{points} points of {classes} classes")
_FIRST = QT_TRANSLATE_NOOP("reading", "the first: {values}")
_CLASS = QT_TRANSLATE_NOOP("reading", "y: class {number}, counted from 0")
_NOTHING = QT_TRANSLATE_NOOP("reading", "no numbers")


def values_text(block: Block | LabelledPoints) -> str:
    """Return what comes of a block: its first logits or point with their names, and targets."""
    if isinstance(block, LabelledPoints):
        return _of_points(block)
    if block.target_class is not None:
        return translate("reading", _CLASS).format(number=block.target_class)
    logits, targets = block.logits, block.targets
    if block.kind is not BlockKind.MATRIX:
        return " · ".join(_of_one(block.labels, logits, targets))
    table = logits if logits is not None else targets
    assert table is not None
    classes = table.shape[1] if table.ndim > 1 else 1
    first = _of_one(
        block.labels,
        None if logits is None else logits[0],
        None if targets is None or targets.ndim < 2 else targets[0],
    )
    if targets is not None and targets.ndim == 1:
        first.append(translate("reading", _CLASS).format(number=int(targets[0])))
    shape = translate("reading", _SAMPLES).format(samples=block.rows, classes=classes)
    told = translate("reading", _FIRST).format(values=" · ".join(first))
    return f"{shape} · {told}"


def _of_points(found: LabelledPoints) -> str:
    shape = translate("reading", _POINTS).format(
        points=len(found.points), classes=len(found.labels)
    )
    texts = [
        f"{shown_cell(name)} {number(float(value), _DECIMALS)}"
        for name, value in zip(found.inputs[:_MOST], found.points[0], strict=False)
    ]
    first = f"{_listed(texts, len(found.inputs))}   {shown_cell(found.labels[found.classes[0]])}"
    return f"{shape} · {translate('reading', _FIRST).format(values=first)}"


def sentence_of(reading: Reading | PointsReading, name: str) -> str:
    """Return how the text of the file `name`, or of the clipboard, was understood."""
    template = translate("reading", _NAME_AS if name else _READ_AS)
    return template.format(what=explain(description(reading)), name=name)


def progress_text(name: str) -> str:
    """Return that the file `name`, or a pasted text, is being read."""
    return translate("reading", _READING).format(name=name or translate("reading", _THESE))


def _of_one(
    labels: tuple[str, ...] | None, logits: np.ndarray | None, targets: np.ndarray | None
) -> list[str]:
    parts = []
    if logits is None and labels is not None:
        parts.append(_listed([shown_cell(label) for label in labels[:_MOST]], len(labels)))
    for symbol, values in (("z", logits), ("y", targets)):
        if values is None:
            continue
        texts = [number(float(value), _DECIMALS) for value in values[:_MOST]]
        if symbol == "z" and labels is not None:
            texts = [
                f"{shown_cell(name)} {text}" for name, text in zip(labels, texts, strict=False)
            ]
        parts.append(f"{symbol}: {_listed(texts, len(values))}")
    return parts or [translate("reading", _NOTHING)]


def _listed(texts: list[str], count: int) -> str:
    if count > _MOST:
        texts = [*texts, translate("reading", _MORE).format(count=count - _MOST)]
    return "   ".join(texts)
