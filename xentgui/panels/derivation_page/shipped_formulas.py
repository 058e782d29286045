"""The formulas that are laid out in advance, so that a start need not wait for it.

``resources/formulas.bin`` holds the layout of `templates` by ziamath.  Importing ziamath and laying
out all of them takes longer than the rest of a start.  After a template was added or changed, a
developer brings the file up to date with

    python -m xentgui.panels.derivation_page.shipped_formulas
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from xentgui.panels.derivation_page.typeset import Formula, Slot
from xentgui.paths import resource

_FILE = "formulas.bin"
_MARK = "XentGUI formulas 1"


def read() -> dict[str, Formula]:
    """Return the shipped formulas by template; none if their file cannot be used.

    Then ziamath lays out each formula when it is needed.
    """
    try:
        return unpacked(resource(_FILE).read_bytes())
    except (OSError, zlib.error):
        return {}


def packed(formulas: Mapping[str, Formula]) -> bytes:
    """Return `formulas` as bytes for `unpacked`."""
    content = QByteArray()
    stream = _stream(QDataStream(content, QIODevice.OpenModeFlag.WriteOnly))
    stream.writeQString(_MARK)
    stream.writeUInt32(len(formulas))
    for template, formula in formulas.items():
        stream.writeQString(template)
        for number in (formula.width, formula.ascent, formula.descent):
            stream.writeDouble(number)
        stream.writeUInt32(len(formula.slots))
        for slot in formula.slots:
            for number in (slot.x, slot.baseline, slot.size, slot.width):
                stream.writeDouble(number)
        _ = stream << formula.ink
    return zlib.compress(content.data(), 9)


def unpacked(content: bytes) -> dict[str, Formula]:
    """Return the formulas in bytes from `packed`; raises zlib.error if they are damaged."""
    stream = _stream(QDataStream(QByteArray(zlib.decompress(content))))
    number = stream.readDouble
    found: dict[str, Formula] = {}
    if stream.readQString() != _MARK:
        return {}
    for _ in range(stream.readUInt32()):
        template = stream.readQString()
        width, ascent, descent = number(), number(), number()
        slots = [Slot(number(), number(), number(), number()) for _ in range(stream.readUInt32())]
        ink = QPainterPath()
        _ = stream >> ink
        found[template] = Formula(ink, width, ascent, descent, tuple(slots))
    return found


def _stream(stream: QDataStream) -> QDataStream:
    stream.setVersion(QDataStream.Version.Qt_6_0)
    return stream


def main() -> None:
    """Lay out every formula again, and write the file."""
    # Only developers need these modules.
    from xentgui.panels.derivation_page.layout import lay_out  # noqa: PLC0415
    from xentgui.panels.derivation_page.stages import templates  # noqa: PLC0415

    formulas = {template: lay_out(template) for template in sorted(set(templates()))}
    resource(_FILE).write_bytes(packed(formulas))


if __name__ == "__main__":
    main()
