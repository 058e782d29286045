"""The formulas of the derivation: some are shipped, others are laid out when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from threading import Lock

from xentgui.panels.derivation_page import shipped_formulas as shipped
from xentgui.panels.derivation_page.typeset import Formula

_preparing = Lock()


_kept: dict[str, Formula] = {}


@cache
def _shipped() -> shipped.ShippedFormulas:
    return shipped.read()


def formula(template: str) -> Formula:
    """Return `template` laid out, as `lay_out` describes; the first call may be slow."""
    found = _kept.get(template)
    if found is None:
        found = _shipped().get(template)
        if found is None:
            # ziamath is imported only for a formula that is not shipped, which is rare.
            from xentgui.panels.derivation_page.layout import lay_out  # noqa: PLC0415

            found = lay_out(template)
        _kept[template] = found
    return found


def prepare(templates: Iterable[str]) -> None:
    """Lay out all of `templates`; may run in another thread."""
    with _preparing:  # a second one would do the same work again
        for template in templates:
            formula(template)


def is_prepared(templates: Iterable[str]) -> bool:
    """Return whether all of `templates` are laid out."""
    return all(template in _kept or template in _shipped() for template in templates)
