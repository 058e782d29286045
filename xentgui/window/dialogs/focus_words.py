"""What a dialog calls the things that a scene can emphasise, and which of them it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xentgui.documents.focus import FORMULA, LOSS, PANEL, TERM, Focus, term_of
from xentgui.language.terms import named_terms
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.panels import PANELS

_LOSS = QT_TRANSLATE_NOOP("window", "The loss")
_PANEL = QT_TRANSLATE_NOOP("window", "Panel: {panel}")
_FORMULA = QT_TRANSLATE_NOOP("window", "Formula of {panel}")
_TERM = QT_TRANSLATE_NOOP("window", "Term {number} of {panel}: {term}")
_NUMBER = QT_TRANSLATE_NOOP("window", "Term {number} of {panel}")
_STAGE = QT_TRANSLATE_NOOP("window", "Stage {number} of {panel}")

STAGED = "derivation"
"""The panel whose terms are its stages."""

STAGES = 12


class Foci:
    """The things that can be emphasised in a scene."""

    def __init__(self, labels: Sequence[str], formulas: Mapping[str, str]) -> None:
        """`formulas` are those of the panels that the scene shows, as they are written."""
        self._labels, self._formulas = tuple(labels), dict(formulas)

    def all(self) -> Iterator[Focus]:
        """Yield the classes, the loss, panels, formulas, and the terms of those that are shown.

        Numbers of classes such as "p:2" are many: a document can name them, and it keeps them.
        """
        yield from range(len(self._labels))
        yield LOSS
        yield from (PANEL + panel.key for panel in PANELS)
        yield from (FORMULA + panel.key for panel in PANELS if panel.formula)
        for key, formula in self._formulas.items():
            numbers = [number for _, number in named_terms(formula)]
            if key == STAGED:
                numbers = list(range(1, STAGES + 1))
            yield from (f"{TERM}{key}:{number}" for number in numbers)

    def words(self, focus: Focus) -> str:
        """Return what `focus` stands for, in the current language; a number is its name."""
        if isinstance(focus, int):
            return self._labels[focus] if focus < len(self._labels) else str(focus + 1)
        if focus == LOSS:
            return translate("window", _LOSS)
        term = term_of(focus)
        if term is not None:
            written = named_terms(self._formulas.get(term.panel, ""))
            is_known = term.number <= len(written) and term.panel != STAGED
            template = _STAGE if term.panel == STAGED else _TERM if is_known else _NUMBER
            return translate("window", template).format(
                number=term.number,
                panel=_title(term.panel),
                term=written[term.number - 1][0] if is_known else "",
            )
        word, _, key = focus.partition(":")
        template = {PANEL: _PANEL, FORMULA: _FORMULA}.get(f"{word}:", "")
        return translate("window", template).format(panel=_title(key)) if template else focus


def _title(key: str) -> str:
    title = next((panel.title for panel in PANELS if panel.key == key), "")
    return translate("panels", title) if title else key
