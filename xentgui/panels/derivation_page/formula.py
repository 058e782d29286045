"""The formulas of the derivation: those shipped, and any other laid out when it is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from threading import Lock

from xentgui.panels.derivation_page import shipped_formulas as shipped
from xentgui.panels.derivation_page.typeset import Formula

_preparing = Lock()


@cache
def _kept() -> dict[str, Formula]:
    return shipped.read()


def formula(template: str) -> Formula:
    """Return `template` laid out, as `lay_out` describes; the first time may take a while."""
    kept = _kept()
    found = kept.get(template)
    if found is None:
        # What it needs is imported when a formula is not among those shipped: hardly ever.
        from xentgui.panels.derivation_page.layout import lay_out  # noqa: PLC0415

        found = kept[template] = lay_out(template)
    return found


def prepare(templates: Iterable[str]) -> None:
    """Lay out all of `templates`; may run in a thread of its own."""
    with _preparing:  # a second one would do the same work again
        for template in templates:
            formula(template)


def is_prepared(templates: Iterable[str]) -> bool:
    """Return whether none of `templates` has to be laid out any more."""
    kept = _kept()
    return all(template in kept for template in templates)
