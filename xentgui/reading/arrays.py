"""Logits from .npy and .npz files, without pickle and without trusting their headers."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from xentgui.reading.batch import LogitsBatch, batch, checked_shape
from xentgui.reading.npy_header import checked_real, read_npy_header
from xentgui.reading.npz import mapped, read_npz
from xentgui.reading.source import Source, file_size, unreadable


def read(source: Source) -> LogitsBatch:
    """Return the logits in a .npy or .npz file, or in the bytes of one; raises ReadError."""
    if source.path is not None:
        return open_array(source.path)
    return read_array(source.read(source.size), source.name)


def open_array(path: Path | str) -> LogitsBatch:
    """Return the logits in a .npy or .npz file.

    A .npy file is mapped: it opens at once whatever its size, and rows are read when they
    are looked at.  It holds a vector, one logit for each class, or a matrix, one row for
    each sample.  For the names in a .npz file see `xentgui.reading.npz.read_npz`.

    Raises ReadError if the file holds no such array of real numbers, or only a part of one.
    Nothing is unpacked or mapped before header and size agree.
    """
    path = Path(path)
    size = file_size(path)
    try:
        with path.open("rb") as file:
            return _read(file, size, path.name, path)
    except OSError as error:
        raise unreadable(path.name, error) from None


def read_array(data: bytes, name: str) -> LogitsBatch:
    """Return the logits in the bytes of a .npy or .npz file; raises ReadError as `open_array`."""
    return _read(io.BytesIO(data), len(data), name, None)


def _read(file: BinaryIO, size: int, name: str, path: Path | None) -> LogitsBatch:
    start = file.read(2)
    file.seek(0)
    if start == b"PK":
        return read_npz(file, name, path)
    header = read_npy_header(file, size, name)
    checked_real(header)
    checked_shape(header.shape, name)
    if path is not None:
        return batch(name, mapped(path, header, header.offset))
    file.seek(header.offset)
    return batch(name, header.array_from(file.read()))
