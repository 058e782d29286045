"""Reads logits from a text: a file, standard input or the clipboard."""

from __future__ import annotations

from xentgui.language.formulas import unguarded
from xentgui.model.checks import MOST_CHARACTERS
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading import reading
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.npy_header import EMPTY
from xentgui.reading.read_error import ReadError, about
from xentgui.reading.reading import Reading
from xentgui.reading.source import Source

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is too large for a text: {found} MB, at most {limit} MB are read. "
    "Save the logits with numpy.save and open the .npy file, of any size.",
)
_NO_LOGITS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds no logits. Call their column “logit”, or give one column for each class.",
)


def read(source: Source) -> LogitsBatch:
    """Return the logits in a text, as they are most likely meant; raises ReadError, and OSError."""
    return reading_batch(read_text(source), source.name)


def read_text(source: Source, *, by_hand: bool = False) -> Reading:
    """Return how a text is understood: CSV, TSV, JSON, or any layout of `xentgui.reading.layouts`.

    With `by_hand` a person gives the roles of the columns.  Raises ReadError for every text that is
    not understood completely, with the place and the remedy, and OSError.
    """
    limit = 4 * MOST_CHARACTERS
    if source.path is not None and source.size > limit:
        found = source.size // 10**6
        raise ReadError(_TOO_LARGE, name=shown(source.name), found=found, limit=limit // 10**6)
    data = source.read(limit if source.path is not None else source.size)
    if not data:
        raise ReadError(EMPTY, name=shown(source.name))
    try:
        return reading.read(
            data,
            decimal_point=source.decimal_point,
            by_hand=by_hand,
        )
    except ReadError as error:
        raise about(source.name, error) from None  # a text does not know where it comes from


def reading_batch(found: Reading, name: str) -> LogitsBatch:
    """Return the logits of a reading; raises ReadError if it holds none."""
    return block_batch(found.block, name)


def block_batch(block: Block, name: str) -> LogitsBatch:
    """Return the logits of a block; raises ReadError if it holds none.

    One row for each class is a batch of one sample.
    """
    if block.logits is None:
        raise ReadError(_NO_LOGITS, name=shown(name))
    targets = block.targets
    if targets is not None and block.kind is not BlockKind.MATRIX:
        targets = targets.reshape(1, -1)
    labels = None if block.labels is None else tuple(map(unguarded, block.labels))
    return batch(name, block.logits, labels=labels, targets=targets, keys=block.header)
