"""Reads logits from a .npz file, which is a zip file of .npy files."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.batch import LogitsBatch, batch, checked_shape
from xentgui.reading.file_array import FileArray
from xentgui.reading.foreign import refuse_zip
from xentgui.reading.ignored_rows import without_ignored
from xentgui.reading.named_arrays import ArrayKind, chosen_keys
from xentgui.reading.npy_header import NpyHeader, checked_real, read_npy_header
from xentgui.reading.read_error import ReadError
from xentgui.reading.regular_file import Stamp

MOST_BYTES: Final = 256 * 2**20  # the largest array that may be unpacked into memory
_HARMLESS: Final = 32 * 2**20  # bytes; up to this size, any compression ratio is accepted
_HIGHEST_RATE: Final = 100  # real logits are compressed to a half, a zip bomb to a thousandth
_MOST_MEMBERS: Final = 1000

_NOT_ZIP = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is damaged or cut off: it cannot be unpacked. Save it again with numpy.savez.",
)
_NO_ARRAYS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a zip file without NumPy arrays. Save logits with numpy.savez(file, logits=...); "
    "a PyTorch tensor as tensor.numpy(), a spreadsheet as CSV.",
)
_BOMB = QT_TRANSLATE_NOOP(
    "errors",
    "{name}: the array {key} would unpack from {packed} kB to {size} kB; for safety it is not opened. "
    "Save it with numpy.save, or without compression.",
)
_SPARSE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds a sparse matrix of SciPy, whose numbers have no places of their own. "
    "Save it with numpy.save(file, scipy.sparse.load_npz(name).toarray()).",
)
_LABEL = QT_TRANSLATE_NOOP(
    "errors", "{name}: the labels in {key} are no text that can be read. Save them as str."
)
# All the errors that the standard library is known to raise for a damaged zip file.
_ZIP_ERRORS: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, OSError, ValueError, RuntimeError, OverflowError, IndexError, KeyError,
)  # fmt: skip


def read_npz(
    file: BinaryIO, name: str, path: Path | None = None, stamp: Stamp | None = None
) -> LogitsBatch:
    """Return the logits in the .npz `file`, with targets and labels if it has them.

    Logits are the array called logits, logit, z, scores or outputs, or the only array of
    floats whose name says nothing else; targets are called target, targets, y or, if they
    are numbers, label or labels; class names are texts called labels, classes or names.
    The second of two unnamed arrays holds targets if it is of integers.

    Only these are unpacked, after their size was checked.  A large array that is not compressed stays
    in the file at `path`, which has this `stamp`, and is read row by row.  Raises ReadError for damaged files, objects, zip bombs, and if no
    array is the logits.
    """
    with _refusing(name), zipfile.ZipFile(file) as archive:
        members = {
            info.filename.removesuffix(".npy"): info
            for info in archive.infolist()[:_MOST_MEMBERS]
            if info.filename.endswith(".npy")
        }
        if not members:
            refuse_zip(name, archive.namelist()[:_MOST_MEMBERS])
            raise ReadError(_NO_ARRAYS, name=shown(name))
        if {"indices", "indptr"} <= set(members) or {"row", "col", "data"} <= set(members):
            raise ReadError(_SPARSE, name=shown(name))
        reader = _Reader(archive, file, name, path, stamp)
        return _chosen(reader, members)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Turn the errors of a damaged zip file into a ReadError."""
    try:
        yield
    except ReadError:
        raise
    except _ZIP_ERRORS:
        raise ReadError(_NOT_ZIP, name=shown(name)) from None


def _chosen(reader: _Reader, members: dict[str, zipfile.ZipInfo]) -> LogitsBatch:
    def kind(key: str) -> ArrayKind:
        header = reader.header(members[key], key)
        return ArrayKind(header.dtype.kind, header.shape)

    keys = chosen_keys(reader.name, list(members), kind)
    header = reader.header(members[keys.logits], keys.logits)
    checked_real(header)
    checked_shape(header.shape, reader.name)
    targets = labels = None
    if keys.targets is not None:
        checked_real(reader.header(members[keys.targets], keys.targets), kinds="iufb")
        targets = reader.rows(members[keys.targets], keys.targets)
    if keys.labels is not None:
        labels = _texts(reader.array(members[keys.labels], keys.labels), reader.name, keys.labels)
    found = batch(
        reader.name,
        reader.rows(members[keys.logits], keys.logits),
        labels=labels,
        targets=targets,
        keys=tuple(key for key in keys if key is not None),
    )
    return without_ignored(found)


def _texts(array: NDArray[Any], name: str, key: str) -> tuple[str, ...]:
    try:
        values = np.atleast_1d(array).ravel().tolist()
        texts = [value.decode() if isinstance(value, bytes) else str(value) for value in values]
        for text in texts:
            text.encode()
    except (UnicodeError, ValueError):
        raise ReadError(_LABEL, name=shown(name), key=shown(key)) from None
    return tuple(texts)


class _Reader:
    """Reads arrays from an open .npz file, and checks the header of each before it is unpacked."""

    def __init__(
        self,
        archive: zipfile.ZipFile,
        file: BinaryIO,
        name: str,
        path: Path | None,
        stamp: Stamp | None,
    ) -> None:
        self._archive, self._file, self.name = archive, file, name
        self._path, self._stamp = path, stamp

    def header(self, info: zipfile.ZipInfo, key: str) -> NpyHeader:
        """Return the header of a member; nothing else of it is unpacked."""
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            # numpy writes no other methods, and Python unpacks those without a limit.
            raise ReadError(_NOT_ZIP, name=shown(self.name))
        with self._archive.open(info) as stream:
            return read_npy_header(_binary(stream), info.file_size, f"{self.name}:{key}")

    def rows(self, info: zipfile.ZipInfo, key: str) -> NDArray[Any] | FileArray:
        """Return a member as an array whose rows can be read."""
        large = self._in_file(info, self.header(info, key))
        return self.array(info, key) if large is None else large

    def array(self, info: zipfile.ZipInfo, key: str) -> NDArray[Any]:
        """Return a member as a read-only array in memory."""
        header = self.header(info, key)
        packed = max(info.compress_size, 1)
        if info.file_size > MOST_BYTES or (
            info.file_size > _HARMLESS and info.file_size > _HIGHEST_RATE * packed
        ):
            raise ReadError(
                _BOMB,
                name=shown(self.name), key=shown(key),
                packed=packed // 1000, size=info.file_size // 1000,
            )  # fmt: skip
        with self._archive.open(info) as stream:
            stream.read(header.offset)
            data = stream.read(info.file_size)
        if len(data) != header.bytes_of_numbers:
            raise ReadError(_NOT_ZIP, name=shown(self.name))
        return header.array_from(data)

    def _in_file(self, info: zipfile.ZipInfo, header: NpyHeader) -> FileArray | None:
        """Return a large member that is not compressed, to be read from the file, else None."""
        stored = info.compress_type == zipfile.ZIP_STORED and not info.flag_bits & 1
        if self._path is None or self._stamp is None or not stored or not header.shape:
            return None
        if info.file_size <= _HARMLESS:
            return None
        if info.compress_size != info.file_size:
            return None
        self._file.seek(info.header_offset)
        local = self._file.read(30)
        start = info.header_offset + 30 + sum(struct.unpack("<HH", local[26:30])) + header.offset
        if start + header.bytes_of_numbers > self._stamp.size:
            raise ReadError(_NOT_ZIP, name=shown(self.name))
        shape, dtype = header.shape, header.dtype
        return FileArray(self._path, self._stamp, shape, dtype, start, is_fortran=header.is_fortran)


def _binary(stream: Any) -> BinaryIO:
    file: BinaryIO = stream
    return file
