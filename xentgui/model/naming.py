"""The name of a class as a sentence shows it, whatever characters its label holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

LONGEST = 40
"""The most characters of a name in a sentence; a longer name would hide the sentence."""

JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""Letters that nobody sees, and that change those beside them."""
BLANK = "‿"
"""The sign for a blank that would not be seen; the usual ␣ is in few fonts."""

_BLANKS = re.compile("^ +| +$| {2,}")
_SIGNS = {"\n": "⏎", "\t": "⇥"}
_OVERRIDES = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def name_of(labels: Sequence[str], k: int, longest: int = LONGEST) -> str:
    r"""Return the name of class `k` as it stands among other words; #3 for one without a label.

    It is one line of at most `longest` characters, in which blanks and marks that nobody would see
    are signs.  It never reverses the order of the words around
    it, as a Hebrew name would.

    >>> labels = "cat", "", "two\nlines", "a" * 99
    >>> name_of(labels, 0), name_of(labels, 1), name_of(labels, 2), name_of(labels, 3, 4)
    ('cat', '#2', 'two⏎lines', 'aaa…')
    """
    return name_for(labels[k] if k < len(labels) else "", k, longest)


def name_for(label: str, k: int, longest: int = LONGEST) -> str:
    """Return the same name of class `k` from its own label alone."""
    return _shown(label, longest) or f"#{k + 1}"


@lru_cache(maxsize=1024)  # plots need the same few names many times a second
def _shown(label: str, longest: int) -> str:
    name = visible(label)
    if len(name) > longest:
        name = name[: longest - 1].rstrip(JOINERS + " ") + "…"
    return isolated(name)


def isolated(name: str) -> str:
    """Return `name` such that it never reverses the order of the words around it."""
    if not name.isascii() and any(unicodedata.bidirectional(c) in ("R", "AL") for c in name):
        return f"{_ISOLATE}{name}{_END}"
    return name


def visible(label: str) -> str:
    r"""Return `label` on one line, with signs for what is there and would not be seen.

    Tokens of language models differ in nothing but blanks: " the" is another class than "the".  A
    joiner inside a word or a picture, where it changes how they look, stays as it is.

    >>> visible(" the"), visible("a  b"), visible("a\n"), visible("a\u200bb"), visible("New York")
    ('‿the', 'a‿‿b', 'a⏎', 'a‹U+200B›b', 'New York')
    """
    if label.isprintable() and not _BLANKS.search(label):
        return label
    text = _BLANKS.sub(lambda found: BLANK * len(found.group()), label.replace("\r\n", "\n"))
    return "".join(_sign(text, at) for at in range(len(text)))


def _sign(text: str, at: int) -> str:
    character = text[at]
    if character in _SIGNS:
        return _SIGNS[character]
    inside = 0 < at < len(text) - 1
    if character in JOINERS:
        if inside and not text[at - 1].isascii() and not text[at + 1].isascii():
            return character
    elif character.isprintable() or (character == "\u3000" and inside):
        return character
    if unicodedata.category(character) == "Cs":  # half a character
        return "\N{REPLACEMENT CHARACTER}"
    return f"‹U+{ord(character):04X}›"


def one_line(text: str) -> str:
    r"""Return `text` as it can be drawn: on one line, without control characters.

    >>> one_line("  a\tb\x00"), one_line("\u202efdp.exe")
    ('a b', 'fdp.exe')
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    clean = "".join(_drawn(c) for c in _OVERRIDES.sub("", text))
    return " ".join(clean.split())


def _drawn(character: str) -> str:
    if character.isprintable() or character in JOINERS:
        return character
    kind = unicodedata.category(character)
    if kind == "Cs":  # half a character
        return "\N{REPLACEMENT CHARACTER}"
    return " " if kind in ("Cc", "Zs", "Zl", "Zp") else "" if kind == "Cf" else character


def most_bytes_of(texts: Iterable[str]) -> int:
    r"""Return how many bytes `texts` take in JSON at the most.

    A plain character takes one byte, or two with a stroke before it; another that can be printed up
    to four in UTF-8; one that cannot up to six, as in \u0007.
    """
    whole = "".join(texts)
    if whole.isascii():
        # Python looks at each letter of 50 000 names for as long as it takes to sort them.
        letters = np.frombuffer(whole.encode("ascii"), dtype=np.uint8)
        is_plain = not letters.size or bool(letters.min() >= 32 and letters.max() < 127)
        return (2 if is_plain else 6) * len(whole)
    return (4 if whole.isprintable() else 6) * len(whole)
