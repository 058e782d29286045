"""Which draws are shown, and what all panels say of them."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.sampling.drawn import Drawn, drawn
from xentgui.model.view import View

_DRAWS = QT_TRANSLATE_NOOP("panels", "{count} draws")
_ONE = QT_TRANSLATE_NOOP("panels", "1 draw")
_SO_FAR = QT_TRANSLATE_NOOP("panels", "{count} of {all} draws")


def draws_of(snapshot: Snapshot, view: View) -> Drawn:
    """Return the draws of `snapshot`; of many, the first ones until all are known."""
    if snapshot.state.draws <= view.at_once:
        return drawn(snapshot)
    known = view.drawn
    is_known = known is not None and known.snapshot is snapshot
    return known if known is not None and is_known else drawn(snapshot, view.at_once)


def count_text(found: Drawn) -> str:
    """Return how many draws there are, and how many there will be."""
    count, all_of_them = len(found.draws), int(found.snapshot.state.draws)
    if count < all_of_them:
        words = translate("panels", _SO_FAR)
        return words.format(count=grouped(count), all=grouped(all_of_them))
    return (
        translate("panels", _ONE)
        if count == 1
        else translate("panels", _DRAWS).format(count=grouped(count))
    )


def grouped(count: int) -> str:
    r"""Return a whole number with narrow gaps between its thousands.

    >>> grouped(1234), grouped(50257)
    ('1234', '50\u202f257')
    """
    return str(count) if count < 10_000 else f"{count:,}".replace(",", "\u202f")
