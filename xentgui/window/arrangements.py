"""The arrangements of the cards that a person made, one for each workspace, as settings keep them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from typing import NamedTuple

from xentgui.settings import Settings
from xentgui.window.card_sizes import CardSizes

FIRST = "explore"
"""The workspace of the first start.  Its arrangement has settings of its own, which are older."""


class Arrangement(NamedTuple):
    """The places and the sizes of the cards.

    Attributes
    ----------
    docks
        The result of `QMainWindow.saveState`.
    sizes
        The sizes of the cards; None if they are not known.
    """

    docks: bytes
    sizes: CardSizes | None = None

    def shown(self, cards: Collection[str]) -> list[str]:
        """Return which of `cards` are seen, and so have a place; all if that is not known."""
        places = cards if self.sizes is None else self.sizes.places
        return [key for key in cards if key in places]


def read(settings: Settings) -> dict[str, Arrangement]:
    """Return the arrangements by workspace; what is damaged is left out."""
    found = {FIRST: Arrangement(settings.layout, _sizes(settings.sizes))}
    if settings.arrangements:
        import json  # noqa: PLC0415 - the first start does not wait for it

        try:
            others = json.loads(settings.arrangements)
            for key, (docks, sizes) in others.items():
                found[key] = Arrangement(b64decode(docks, validate=True), _sizes(sizes))
        except (AttributeError, TypeError, ValueError):
            pass
    return {key: one for key, one in found.items() if one.docks}


def write(settings: Settings, arrangements: Mapping[str, Arrangement]) -> None:
    """Keep `arrangements`; of workspaces that are not among them, nothing changes."""
    import json  # noqa: PLC0415

    kept = {**read(settings), **arrangements}
    first = kept.pop(FIRST, Arrangement(b""))
    settings.layout, settings.sizes = first.docks, _text(first.sizes)
    settings.arrangements = json.dumps(
        {key: [b64encode(one.docks).decode(), _text(one.sizes)] for key, one in kept.items()}
    )


def sizes_of(settings: Settings, workspace: str) -> CardSizes | None:
    """Return the sizes that a person gave to the cards of `workspace`."""
    found = read(settings).get(workspace)
    return None if found is None else found.sizes


def _sizes(text: str) -> CardSizes | None:
    return CardSizes.decode(text) if text else None


def _text(sizes: CardSizes | None) -> str:
    return sizes.encode() if sizes else ""
