"""The head of a .npy file, read before any memory is spent on what it promises.

Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import BinaryIO, Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError

MAGIC: Final = b"\x93NUMPY"
_LONGEST: Final = 65_536  # bytes of header; numpy itself writes 118 for any plain array
_DESCRIPTION: Final = re.compile(r"""['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|([\[(]))""")
_ORDER: Final = re.compile(r"""['"]fortran_order['"]\s*:\s*(True|False)""")
_SHAPE: Final = re.compile(
    r"""['"]shape['"]\s*:\s*\(\s*((?:[0-9]{1,18}L?\s*,\s*)*(?:[0-9]{1,18}L?\s*)?)\)"""
)
_TYPE: Final = re.compile(r"[<>|=]?[?bBhilqHILQefdgiufcFDGOSUVMm][0-9]{0,9}(?:\[[0-9A-Za-z]*\])?")

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
    """What a .npy file says of itself, found to agree with its size.

    Attributes
    ----------
    name : str
        The file's, for messages.
    dtype : numpy.dtype
        Never of objects, and without fields.
    shape : tuple[int, ...]
        () for a single value.
    order : str
        "C" or "F".
    offset : int
        Where the numbers begin, in bytes after the beginning of the array.
    """

    name: str
    dtype: np.dtype[np.generic]
    shape: tuple[int, ...]
    order: str
    offset: int

    @property
    def count(self) -> int:
        """How many values there are."""
        return math.prod(self.shape)


def read_npy_header(file: BinaryIO, size: int, name: str) -> NpyHeader:
    """Return the header at the position of `file`, of an array of `size` bytes with its header.

    Raises ReadError if it is no .npy file, holds objects or fields, or does not have exactly
    the length that shape and type ask for.
    """
    if size == 0:
        raise ReadError(EMPTY, name=shown(name))
    start = file.read(8)
    if not start.startswith(MAGIC):
        raise ReadError(_TEXT if _is_text(start + file.read(500)) else _STRANGE, name=shown(name))
    digits = 2 if start[6:7] == b"\x01" else 4
    length = int.from_bytes(file.read(digits), "little")
    offset = 8 + digits + length
    if len(start) < 8 or start[6] not in {1, 2, 3} or length > _LONGEST or offset > size:
        raise ReadError(_DAMAGED, name=shown(name))
    data = file.read(length)
    if len(data) != length:
        raise ReadError(_DAMAGED, name=shown(name))
    text = data.decode("utf-8" if start[6] == 3 else "latin-1", "replace")
    header = _parsed(text, name, offset)
    expected = header.count * header.dtype.itemsize
    if expected != size - offset:
        raise ReadError(
            _SIZE,
            name=shown(name),
            shape=shown_shape(header.shape),
            kind=header.dtype.name,
            expected=expected,
            found=size - offset,
        )
    return header


def shown_shape(shape: tuple[int, ...]) -> str:
    """Return `shape` as messages write it.

    >>> shown_shape((2, 3)), shown_shape(())
    ('2×3', '()')
    """
    return "×".join(map(str, shape)) or "()"


def checked_real(header: NpyHeader, *, kinds: str = "iuf") -> None:
    """Raise ReadError unless the type of `header` is one of numpy's `kinds`."""
    if header.dtype.kind not in kinds:
        raise ReadError(_KIND, name=shown(header.name), kind=header.dtype.name)


def _parsed(text: str, name: str, offset: int) -> NpyHeader:
    description, order, shape = (pattern.search(text) for pattern in (_DESCRIPTION, _ORDER, _SHAPE))
    if description is None or order is None or shape is None:
        raise ReadError(_DAMAGED, name=shown(name))
    kind = description.group(1)
    if kind is None:
        raise ReadError(_KIND, name=shown(name), kind="struct")
    if "O" in kind:
        raise ReadError(_OBJECTS, name=shown(name))
    try:
        if not _TYPE.fullmatch(kind):
            raise TypeError(kind)
        dtype: np.dtype[np.generic] = np.dtype(kind)
    except (TypeError, ValueError):
        raise ReadError(_KIND, name=shown(name), kind=shown(kind)) from None
    lengths = tuple(int(length) for length in re.findall("[0-9]+", shape.group(1)))
    return NpyHeader(name, dtype, lengths, "F" if order.group(1) == "True" else "C", offset)


def _is_text(start: bytes) -> bool:
    return not any(byte < 32 and byte not in b"\t\n\r\f\v" for byte in start)
