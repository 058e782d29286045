"""The header of a .npy file, checked before memory is allocated for the array.

Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
"""

from __future__ import annotations

import io
import math
import tokenize
import warnings
from dataclasses import dataclass
from typing import BinaryIO, Final

import numpy as np
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, clipped, shown
from xentgui.reading.read_error import ReadError

MAGIC: Final = b"\x93NUMPY"
_LONGEST: Final = 10_000  # bytes of header; numpy itself writes 118 for any plain array
_LONGEST_SHAPE: Final = 60  # characters
_LARGEST: Final = 2**63  # more than the values of any array, and the bytes of any file
# All the errors that numpy's reader is known to raise for a damaged header.
_HEADER_ERRORS: Final = (
    ValueError, TypeError, IndexError, SyntaxError, tokenize.TokenError, MemoryError,
    RecursionError,
)  # fmt: skip

EMPTY = QT_TRANSLATE_NOOP(
    "errors", "{name} is empty. Save the array again, with numpy.save or numpy.savez."
)
_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a text, not a NumPy file. Let its name end in .csv or .txt to open it as a text, "
    "or save the array with numpy.save.",
)
_STRANGE = QT_TRANSLATE_NOOP(
    "errors", "{name} is not a NumPy file. Save the array with numpy.save or numpy.savez."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is damaged: its header cannot be read. Save the array again with numpy.save.",
)
_SIZE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is damaged or cut off: an array of shape {shape} and type {kind} takes "
    "{expected} bytes, and {found} are there. Save the array again with numpy.save.",
)
_OBJECTS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds Python objects, which could run a program and are never opened. "
    "Save numbers, with numpy.save(file, array.astype(float)).",
)
_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds values of type {kind}, which are not real numbers. "
    "Save numbers, with numpy.save(file, array.astype(float)).",
)


@dataclass(frozen=True, slots=True)
class NpyHeader:
    """The header of a .npy file, which agrees with the size of the file.

    Attributes
    ----------
    name : str
        The name of the file, for messages.
    dtype : numpy.dtype
        Neither of objects nor with fields.
    shape : tuple[int, ...]
        () for a single value.
    is_fortran : bool
        Whether the first index changes fastest.
    offset : int
        Where the numbers begin, in bytes from the beginning of the .npy data.
    """

    name: str
    dtype: np.dtype[np.generic]
    shape: tuple[int, ...]
    is_fortran: bool
    offset: int

    @property
    def bytes_of_numbers(self) -> int:
        """The number of bytes after the header."""
        return math.prod(self.shape) * self.dtype.itemsize

    def array_from(self, data: bytes) -> NDArray[np.generic]:
        """Return the array whose numbers are `data`, without a copy."""
        return np.ndarray(self.shape, self.dtype, data, order="F" if self.is_fortran else "C")


def read_npy_header(file: BinaryIO, size: int, name: str) -> NpyHeader:
    """Return the header at the position of `file`, of an array of `size` bytes with its header.

    Raises ReadError if it is no .npy file, holds objects or fields, or has not exactly the length
    that shape and type require.  It reads a few bytes beyond the header.
    """
    if size == 0:
        raise ReadError(EMPTY, name=shown(name))
    # numpy would read as many bytes as the file says that its header has: up to 4 GiB.
    start = file.read(_LONGEST)
    if not start.startswith(MAGIC):
        raise ReadError(_TEXT if _is_text(start[:500]) else _STRANGE, name=shown(name))
    head = io.BytesIO(start)
    try:
        shape, is_fortran, dtype = _parsed(head)
    except _HEADER_ERRORS:
        raise ReadError(_DAMAGED, name=shown(name)) from None
    if not all(0 <= length < _LARGEST for length in shape):
        raise ReadError(_DAMAGED, name=shown(name))
    if dtype.hasobject:
        raise ReadError(_OBJECTS, name=shown(name))
    if dtype.names is not None or dtype.subdtype is not None:
        raise ReadError(_KIND, name=shown(name), kind="struct")
    header = NpyHeader(name, dtype, shape, is_fortran, head.tell())
    found = size - header.offset
    if header.bytes_of_numbers != found:
        raise ReadError(
            _SIZE,
            name=shown(name),
            shape=shown_shape(shape),
            kind=dtype.name,
            expected=header.bytes_of_numbers,
            found=found,
        )
    return header


def shown_shape(shape: tuple[int, ...]) -> str:
    """Return `shape` as messages write it.

    >>> shown_shape((2, 3)), shown_shape(())
    ('2×3', '()')
    """
    return clipped("×".join(map(str, shape)), _LONGEST_SHAPE) or "()"


def checked_real(header: NpyHeader, *, kinds: str = "iuf") -> None:
    """Raise ReadError unless the type of `header` is one of numpy's `kinds`."""
    if header.dtype.kind not in kinds:
        raise ReadError(_KIND, name=shown(header.name), kind=header.dtype.name)


def _parsed(head: BinaryIO) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
    """Return shape, order and dtype as numpy reads them; raises one of `_HEADER_ERRORS`."""
    version = npy_format.read_magic(head)
    if version not in {(1, 0), (2, 0), (3, 0)}:
        raise ValueError(version)
    # Version 3 differs from version 2 in the encoding of the names of fields, which we refuse.
    read = (
        npy_format.read_array_header_1_0 if version == (1, 0) else npy_format.read_array_header_2_0
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about Python 2, which wrote (3L,), and unusual types
        return read(head, max_header_size=_LONGEST)


def _is_text(start: bytes) -> bool:
    return not any(byte < 32 and byte not in b"\t\n\r\f\v" for byte in start)
