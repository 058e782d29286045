"""Reads logits from a file of any kind that can hold them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.arrays import file_size, open_array, read_array
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.block import Block, BlockKind, read_block
from xentgui.reading.file_kinds import ARRAY_SUFFIXES
from xentgui.reading.npy_header import EMPTY, MAGIC
from xentgui.reading.read_error import ReadError

MOST_CHARACTERS: Final = 20_000_000
MOST_CELLS: Final = 2_000_000
_OTHERS: Final = (
    (re.compile(rb"\x80[\x02-\x05]"), "pickle"),
    (re.compile(rb"\x89HDF"), "HDF5"),
    (re.compile(rb"PAR1"), "Parquet"),
    (re.compile(rb"ARROW1"), "Arrow"),
    (re.compile(rb"\x1f\x8b"), "gzip"),
    (re.compile(rb"MATLAB 5\.0"), "MATLAB"),
    (re.compile(rb".{7}\x00\{\"", re.DOTALL), "safetensors"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "Excel"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"\x89PNG"), "PNG"),
)

_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read. "
    "Save the logits with numpy.save, or as CSV, and open that file.",
)
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


def open_logits(path: Path | str, *, decimal_point: str = ".") -> LogitsBatch:
    """Return the logits in a file: .npy, .npz, CSV, TSV, JSON, or text of any common form.

    The first bytes decide how the file is read; if they are of no known kind, its name does: a text
    called .npy is refused.  Texts follow `xentgui.reading.blocks`: one row for each class (label,
    logit, target) is a batch of one sample; many columns of numbers are a matrix with one row for
    each sample, their names the labels, and a first or last column called label, target or y the
    targets.  If there is one column, of probabilities, the logits are its logarithms.

    Parameters
    ----------
    decimal_point : str
        The locale's, for texts whose numbers do not prove one.

    Raises
    ------
    ReadError
        For every file that is not understood completely, with the place and the remedy.
    """
    path = Path(path)
    size = file_size(path)
    limit = 4 * MOST_CHARACTERS
    try:
        with path.open("rb") as file:
            start = file.read(16)
            if _is_array(start, path.name):
                return open_array(path)
            if size > limit and not _other_kind(start):
                raise ReadError(
                    _TOO_LARGE, name=shown(path.name), found=size // 10**6, limit=limit // 10**6
                )
            return read_logits(
                start if size > limit else start + file.read(limit),
                path.name,
                decimal_point=decimal_point,
            )
    except OSError:
        return open_array(path)  # raises ReadError with the reason


def read_logits(data: bytes, name: str, *, decimal_point: str = ".") -> LogitsBatch:
    """Return the logits in the bytes of a file; raises ReadError as `open_logits` does."""
    if _is_array(data[:16], name):
        return read_array(data, name)
    if kind := _other_kind(data):
        raise ReadError(_KIND, name=shown(name), kind=kind)
    if not data:
        raise ReadError(EMPTY, name=shown(name))
    block = read_block(
        data,
        decimal_point=decimal_point,
        most_characters=MOST_CHARACTERS,
        most_cells=MOST_CELLS,
    )
    return block_batch(block, name)


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
    return batch(name, logits, labels=block.labels, targets=targets, keys=keys)


def _is_array(start: bytes, name: str) -> bool:
    if start.startswith((MAGIC, b"PK\x03\x04", b"PK\x05\x06")):
        return True
    return Path(name).suffix.lower() in ARRAY_SUFFIXES and not _other_kind(start)


def _other_kind(start: bytes) -> str:
    return next((kind for pattern, kind in _OTHERS if pattern.match(start)), "")
