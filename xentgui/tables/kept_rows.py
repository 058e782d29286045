"""What the rows of a table looked like when they were last drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPixmap


class KeptRows:
    """A picture of rows, and the words that stand on it.

    An edit changes half of the numbers, and no name: to draw only what has changed takes half
    the time.

    Attributes
    ----------
    picture
        The rows, as they were.
    key
        What, beside the words, the picture follows from.
    words
        Row by row what was written; the same object where it still holds.
    """

    def __init__(self) -> None:
        self.picture = QPixmap()
        self.key: object = None
        self.words: Sequence[Sequence[object]] = ()

    def serves(self, key: object, words: Sequence[Sequence[object]]) -> bool:
        """Return whether to draw what is new in `words` on the picture is all there is to do.

        Beside a name there is a dot: where a name has changed, all is drawn anew.
        """
        return (
            key == self.key
            and len(words) == len(self.words)
            and all(
                len(new) == len(old) and new[:1] == old[:1]
                for new, old in zip(words, self.words, strict=True)
            )
        )
