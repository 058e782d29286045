"""The formulas of the derivation and of the help of cards: shipped, or laid out when needed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from threading import Lock

from xentgui.panels.derivation_page.typeset import (
    OF_CARDS,
    Formula,
    ShippedFormulas,
    read_shipped,
)

_preparing = Lock()


_kept: dict[str, Formula] = {}


@cache
def _shipped() -> ShippedFormulas:
    return read_shipped()


@cache
def _shipped_of_cards() -> ShippedFormulas:
    return read_shipped(OF_CARDS)


def formula(template: str) -> Formula:
    """Return `template` laid out, as `lay_out` describes; the first call may be slow."""
    found = _kept.get(template)
    if found is None:
        found = _kept[template] = _found_in(_shipped(), template)
    return found


@cache
def formula_of_card(template: str) -> Formula:
    """Return a formula of the help of a card; one that does not ship takes some time."""
    return _found_in(_shipped_of_cards(), template)


def _found_in(shipped: ShippedFormulas, template: str) -> Formula:
    found = shipped.get(template)
    if found is None:
        # ziamath is imported only for a formula that is not shipped, which is rare.
        from xentgui.panels.derivation_page.layout import lay_out  # noqa: PLC0415

        found = lay_out(template)
    return found


def prepare(templates: Iterable[str]) -> None:
    """Lay out all of `templates`; may run in another thread."""
    with _preparing:  # a second one would do the same work again
        for template in templates:
            formula(template)


def is_prepared(templates: Iterable[str]) -> bool:
    """Return whether all of `templates` are laid out."""
    return all(template in _kept or template in _shipped() for template in templates)
