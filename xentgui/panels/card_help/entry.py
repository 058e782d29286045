"""What a card says about itself."""

from __future__ import annotations

from typing import NamedTuple


class CardHelp(NamedTuple):
    """The help of one card, for somebody who sees it for the first time.

    Attributes
    ----------
    sentences
        What it shows, what to look for, and what follows; three, in English, marked for translation
        in the context "card_help".
    formula
        LaTeX, as `xentgui.panels.derivation_page.layout.lay_out` takes it, without slots.
    spoken
        The same formula in Unicode, in one line, for people who listen.
    source
        Where it can be read: a name, and a DOI or the number of a preprint.
    scene
        The scene of the built-in lecture that teaches it: a key of `SCENES`.
    """

    sentences: tuple[str, str, str]
    formula: str
    spoken: str
    source: str
    scene: str
