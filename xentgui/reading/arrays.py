"""Logits from .npy and .npz files, without pickle and without trusting their headers."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from xentgui.reading.batch import LogitsBatch, batch, checked_shape
from xentgui.reading.file_array import FileArray
from xentgui.reading.npy_header import checked_real, read_npy_header
from xentgui.reading.npz import read_npz
from xentgui.reading.read_error import ReadError
from xentgui.reading.regular_file import Stamp, open_regular, require_unchanged, stamp_of
from xentgui.reading.source import Source, unreadable


def read(source: Source) -> LogitsBatch:
    """Return the logits in a .npy or .npz file, or in the bytes of one; raises ReadError."""
    if source.path is not None:
        return open_array(source.path)
    return read_array(source.read(source.size), source.name)


def open_array(path: Path | str) -> LogitsBatch:
    """Return the logits in a .npy or .npz file.

    A .npy file opens at once whatever its size, because rows are read when they are looked at (see
    `FileArray`).  It holds a vector, one logit for each class, or a matrix, one row for
    each sample.  For the names in a .npz file see `xentgui.reading.npz.read_npz`.

    Raises ReadError if the file holds no such array of real numbers, or only a part of one.
    Nothing is unpacked or read before header and size agree.
    """
    path = Path(path)
    try:
        with open_regular(path) as file:
            stamp = stamp_of(file)
            found = _read(file, stamp.size, path.name, path, stamp)
            require_unchanged(file, stamp)
            return found
    except ReadError:
        raise
    except (OSError, ValueError) as error:  # a ValueError is about the path
        raise unreadable(path.name, error) from None


def read_array(data: bytes, name: str) -> LogitsBatch:
    """Return the logits in the bytes of a .npy or .npz file; raises ReadError as `open_array`."""
    return _read(io.BytesIO(data), len(data), name)


def _read(
    file: BinaryIO, size: int, name: str, path: Path | None = None, stamp: Stamp | None = None
) -> LogitsBatch:
    start = file.read(2)
    file.seek(0)
    if start == b"PK":
        return read_npz(file, name, path, stamp)
    header = read_npy_header(file, size, name)
    checked_real(header)
    checked_shape(header.shape, name)
    if path is not None and stamp is not None:
        shape, dtype, offset = header.shape, header.dtype, header.offset
        return batch(
            name, FileArray(path, stamp, shape, dtype, offset, is_fortran=header.is_fortran)
        )
    file.seek(header.offset)
    return batch(name, header.array_from(file.read()))
