"""A formula ready to be drawn, and those that are laid out in advance.

``resources/formulas.bin`` holds the layout of `templates` by ziamath, and another file those of the
help of cards: `xentgui.panels.derivation_page.layout` writes both.  Importing ziamath and laying out
all of them takes longer than the rest of a start.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from xentgui import resource

DIGIT = 0.495
"""The width of a digit of STIX Two, in em; they are all equal."""

_FILE = "formulas.bin"
OF_CARDS = "card_formulas.bin"
"""The file with the formulas of the help of cards, which no start reads."""

_MARK = "XentGUI formulas 2"
_LENGTH = 4  # bytes of a number that says how long something is
_LETTERS = "utf-16-be"


class Slot(NamedTuple):
    """The room for a number, in em: its left end on the baseline, the size of digits, its width."""

    x: float
    baseline: float
    size: float
    width: float


class Formula(NamedTuple):
    """The static part of a formula, in em; the baseline is at 0 and y goes down.

    Attributes
    ----------
    ink
        The outline of all its static parts.
    width, ascent, descent
        The size of the whole, with the slots.
    slots
        The places of the numbers, in the order of the template.
    """

    ink: QPainterPath
    width: float
    ascent: float
    descent: float
    slots: tuple[Slot, ...]


class ShippedFormulas(Mapping[str, Formula]):
    """Formulas by template, each unpacked when it is asked for: a start shows few of them."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        """`packed` has the bytes from `packed_formula`; KeyError for a template that is damaged."""
        self._packed = packed

    def __getitem__(self, template: str) -> Formula:
        try:
            return unpacked_formula(self._packed[template])
        except zlib.error:
            raise KeyError(template) from None

    def __contains__(self, template: object) -> bool:
        return template in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def read_shipped(file: str = _FILE) -> ShippedFormulas:
    """Return the formulas shipped in `file`, by default the derivation's; none if it is of no use.

    Then ziamath lays out each formula when it is needed.
    """
    try:
        content = resource(file).read_bytes()
    except OSError:
        return ShippedFormulas({})
    mark, at = _block(content, 0)
    if mark != _MARK.encode(_LETTERS):
        return ShippedFormulas({})
    at += _LENGTH  # of the number of formulas
    packed: dict[str, bytes] = {}
    while at < len(content):
        template, at = _block(content, at)
        formula, at = _block(content, at)
        packed[template.decode(_LETTERS, "replace")] = formula  # a damaged file: another name
    return ShippedFormulas(packed)


def _block(content: bytes, at: int) -> tuple[bytes, int]:
    """Return the text or the array that `QDataStream` has written there, and where it ends.

    `QDataStream >> QByteArray` would make thirty classes of Qt that no start needs.
    """
    begin = at + _LENGTH
    end = begin + int.from_bytes(content[at:begin], "big")
    return content[begin:end], end


def write(formulas: Mapping[str, Formula], file: str = _FILE) -> None:
    """Write the file that `read_shipped` reads."""
    content = QByteArray()
    stream = _stream(QDataStream(content, QIODevice.OpenModeFlag.WriteOnly))
    stream.writeQString(_MARK)
    stream.writeUInt32(len(formulas))
    for template, formula in formulas.items():
        stream.writeQString(template)
        _ = stream << QByteArray(packed_formula(formula))
    resource(file).write_bytes(content.data())


def packed_formula(formula: Formula) -> bytes:
    """Return `formula` as bytes for `unpacked_formula`."""
    content = QByteArray()
    stream = _stream(QDataStream(content, QIODevice.OpenModeFlag.WriteOnly))
    for number in (formula.width, formula.ascent, formula.descent):
        stream.writeDouble(number)
    stream.writeUInt32(len(formula.slots))
    for slot in formula.slots:
        for number in (slot.x, slot.baseline, slot.size, slot.width):
            stream.writeDouble(number)
    _ = stream << formula.ink
    return zlib.compress(content.data(), 9)


def unpacked_formula(content: bytes) -> Formula:
    """Return the formula in bytes from `packed_formula`; raises zlib.error if they are damaged."""
    stream = _stream(QDataStream(QByteArray(zlib.decompress(content))))
    number = stream.readDouble
    width, ascent, descent = number(), number(), number()
    slots = [Slot(number(), number(), number(), number()) for _ in range(stream.readUInt32())]
    ink = QPainterPath()
    _ = stream >> ink
    return Formula(ink, width, ascent, descent, tuple(slots))


def _stream(stream: QDataStream) -> QDataStream:
    stream.setVersion(QDataStream.Version.Qt_6_0)
    return stream
