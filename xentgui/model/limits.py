"""How much there can be: whatever can be made can be saved, and whatever is saved can be opened."""

from __future__ import annotations

from typing import Final

MOST_CLASSES: Final = 1_000_000
"""The most classes of a state, wherever it comes from."""

MOST_SCENES: Final = 10_000
"""The most scenes of a document."""

LONGEST_DOCUMENT: Final = 512 * 2**20
"""Bytes of a document as text; a longer text is refused before it is decoded."""

MOST_VALUES: Final = 10_000_000
"""Values that are decoded at once: those of a scene, or of a whole document in an unusual order."""

MOST_VALUES_OF_DOCUMENT: Final = 40_000_000
"""Values of a document: more than as many classes have as fit into `LONGEST_DOCUMENT`."""

MOST_CHARACTERS: Final = 20_000_000
"""Characters of a text with numbers, pasted or in a file."""

MOST_CELLS: Final = 2_000_000
"""Cells of such a text."""
