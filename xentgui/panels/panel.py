"""The base of all panels: a picture of a snapshot that can be painted on any device."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.choice import Choice


class ReadOut(NamedTuple):
    """The read-out of a mark: its name, and lines with a caption and a number."""

    name: str
    lines: tuple[tuple[str, str], ...]


class Panel:
    """A picture of a snapshot.  It has no state and knows no widget.

    The same code paints it on the screen and on every exported figure, in device-independent
    pixels, so that both show the same picture.

    Attributes
    ----------
    key
        Stable, in lower case; used in files, settings and object names.
    title, tip
        In English, translated under the context "panels" when they are shown.
    formula
        The drawn quantity as one line of mathematics, the same in every language.  If it depends on
        the loss, this is the formula for cross-entropy.
    hides_singly
        Whether it leaves out the numbers of `View.hidden` one by one.  A panel that does not is
        hidden with them.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    formula: ClassVar[str]
    tip: ClassVar[str]
    hides_singly: ClassVar[bool] = False

    def faced(self, view: View) -> Panel:
        """Return the panel, or the other way of drawing it that the view chooses."""
        return self

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint all of the picture into `rect`."""
        raise NotImplementedError

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return the formula that holds for the loss and the target of `snapshot`."""
        return cls.formula

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what can be chosen about this panel, in words of the current language."""
        return ()

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the picture in words and numbers, for people who cannot see it."""
        raise NotImplementedError

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the read-out of `mark`; None if the panel does not know it.

        Every panel knows the classes.
        """
        if isinstance(mark, ClassMark) and mark.is_in(snapshot.state):
            from xentgui.panels.class_read_out import class_read_out  # noqa: PLC0415 - no picture waits for it

            return class_read_out(snapshot, mark.index, view)
        return None
