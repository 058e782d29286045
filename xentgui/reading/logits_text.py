"""Reads logits from a text: a file, standard input or the clipboard."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.language.formulas import unguarded
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.block import Block, BlockKind, read_block
from xentgui.reading.npy_header import EMPTY
from xentgui.reading.read_error import ReadError, about
from xentgui.reading.source import Source

MOST_CHARACTERS: Final = 20_000_000
MOST_CELLS: Final = 2_000_000

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is too large for a text: {found} MB, at most {limit} MB are read. "
    "Save the logits with numpy.save and open the .npy file, of any size.",
)
_NO_LOGITS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds no logits. Call their column “logit”, or give one column for each class.",
)
_PROBABILITY = QT_TRANSLATE_NOOP(
    "errors", "{name}: the probability of class {column} is {value}. It is finite and 0 or more."
)


def read(source: Source) -> LogitsBatch:
    """Return the logits in a text: CSV, TSV, JSON, or any form that `xentgui.reading.blocks` knows.

    One row for each class (label, logit, target) is a batch of one sample; many columns of numbers
    are a matrix with one row for each sample, their names the labels, and a first or last column
    called label, target or y the targets.  If there is one column, of probabilities, the logits are
    its logarithms.

    Raises ReadError for every text that is not understood completely, with the place and the
    remedy, and OSError.
    """
    limit = 4 * MOST_CHARACTERS
    if source.path is not None and source.size > limit:
        found = source.size // 10**6
        raise ReadError(_TOO_LARGE, name=shown(source.name), found=found, limit=limit // 10**6)
    data = source.read(limit if source.path is not None else source.size)
    if not data:
        raise ReadError(EMPTY, name=shown(source.name))
    try:
        block = read_block(
            data,
            decimal_point=source.decimal_point,
            most_characters=MOST_CHARACTERS,
            most_cells=MOST_CELLS,
        )
    except ReadError as error:
        raise about(source.name, error) from None  # a block does not know where it comes from
    return block_batch(block, source.name)


def block_batch(block: Block, name: str) -> LogitsBatch:
    """Return the logits in `block`; raises ReadError if it holds none."""
    logits, keys = block.logits, block.header
    if logits is None and block.probabilities is not None:
        wrong = ~((block.probabilities >= 0) & (block.probabilities < np.inf))
        if wrong.any():
            j = int(np.argmax(wrong))
            column = j if block.labels is None else shown(block.labels[j])
            value = shown(float(block.probabilities[j]))
            raise ReadError(_PROBABILITY, name=shown(name), column=column, value=value)
        with np.errstate(divide="ignore"):
            logits = np.log(block.probabilities)
    if logits is None:
        raise ReadError(_NO_LOGITS, name=shown(name))
    targets = block.targets
    if targets is not None and block.kind is not BlockKind.MATRIX:
        targets = targets.reshape(1, -1)
    labels = None if block.labels is None else tuple(map(unguarded, block.labels))
    return batch(name, logits, labels=labels, targets=targets, keys=keys)
