"""The formulas of the help of cards, laid out: nobody waits for it when a card is asked."""

from __future__ import annotations

from functools import cache

from xentgui.panels.derivation_page import shipped_formulas as shipped
from xentgui.panels.derivation_page.typeset import Formula


@cache
def laid_out(template: str) -> Formula:
    """Return `template` laid out; one that does not ship takes some time."""
    found = _shipped().get(template)
    if found is None:
        # ziamath is imported only for a formula that is not shipped, which is rare.
        from xentgui.panels.derivation_page.layout import lay_out  # noqa: PLC0415

        found = lay_out(template)
    return found


@cache
def _shipped() -> shipped.ShippedFormulas:
    return shipped.read(shipped.OF_CARDS)
