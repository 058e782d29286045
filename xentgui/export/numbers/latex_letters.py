"""Letters that the usual pdfLaTeX refuses, and what it shows instead; other engines have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What pdfLaTeX of 2022 takes with the encodings UTF-8 and OT1, and without packages.
_TAKEN = re.compile(
    "[\u0020-\u00aa\u00ac-\u00ba\u00bc-\u00cf\u00d1-\u00dd\u00df-\u00ef\u00f1-\u00fd\u00ff-\u0103"
    "\u0106-\u010f\u0112-\u0117\u011a-\u0125\u0128-\u012d\u0130-\u0137\u0139-\u013e\u0141-\u0148"
    "\u014c-\u0165\u0168-\u0171\u0174-\u017e\u0192\u01c4-\u01d4\u01e6-\u01e9\u01f0\u01f4\u01f5"
    "\u0218-\u021b\u1e9e\u2010-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2026\u2030\u20ac"
    "\u2103\u2116\u2122\u2190-\u2193\ufb01\ufb02]"
)
_ONLY_T1 = "«»ÐÞðþĄąĐđĘęĮįŊŋŲų˛‚„‹›"
_MATHEMATICS = {
    "\N{MINUS SIGN}": "-",
    "∞": r"\infty",
    "∂": r"\partial",
    "∑": r"\sum",
    "≤": r"\leq",
    "≥": r"\geq",
    "≠": r"\neq",
    "≈": r"\approx",
    "∈": r"\in",
    "√": r"\surd",
    "ϵ": r"\epsilon",
    "ϑ": r"\vartheta",
    "ϕ": r"\varphi",
    "ς": r"\varsigma",
    "ο": "o",
}
_GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER (\w+)")
_CAPITAL = frozenset(
    ["GAMMA", "DELTA", "THETA", "LAMBDA", "XI", "PI", "SIGMA", "UPSILON", "PHI", "PSI", "OMEGA"]
)
_SMALL = _CAPITAL | {
    "ALPHA",
    "BETA",
    "EPSILON",
    "ZETA",
    "ETA",
    "IOTA",
    "KAPPA",
    "MU",
    "NU",
    "RHO",
    "TAU",
    "CHI",
}
_LIKE_LATIN = {
    "ALPHA": "A",
    "BETA": "B",
    "EPSILON": "E",
    "ZETA": "Z",
    "ETA": "H",
    "IOTA": "I",
    "KAPPA": "K",
    "MU": "M",
    "NU": "N",
    "OMICRON": "O",
    "RHO": "P",
    "TAU": "T",
    "CHI": "X",
}


def composed(text: str) -> str:
    r"""Return `text` with letters and their accents in one: pdfLaTeX refuses single accents.

    >>> composed("e\u0301") == "é"
    True
    """
    return unicodedata.normalize("NFC", text)


def definitions(texts: Iterable[str]) -> list[str]:
    """Return a line for each letter in `texts` that pdfLaTeX refuses; it says what to show.

    The other engines know these letters, and ignore the lines.
    """
    letters = dict.fromkeys("".join(texts))
    return [_definition(letter) for letter in letters if not _TAKEN.match(letter)]


def _definition(letter: str) -> str:
    name = rf"\csname u8:\detokenize{{{letter}}}\endcsname"
    if letter in _ONLY_T1:
        kept = rf"\csname T1:\detokenize{{{letter}}}"
        return (
            rf"\expandafter\let{kept}\expandafter\endcsname{name}"
            rf"\expandafter\def{name}{{{{\fontencoding{{T1}}\selectfont{kept}\endcsname}}}}"
        )
    return rf"\expandafter\def{name}{{{_instead(letter)}}}"


def _instead(letter: str) -> str:
    """Return what pdfLaTeX shows for `letter`: its number, unless there is something better."""
    if unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""  # nobody would see it
    greek = _GREEK.fullmatch(unicodedata.name(letter, ""))
    if letter in _MATHEMATICS:
        return rf"\ensuremath{{{_MATHEMATICS[letter]}}}"
    if greek and greek[1] == "CAPITAL" and greek[2] in _LIKE_LATIN:
        return _LIKE_LATIN[greek[2]]
    word = greek[2].replace("LAMDA", "LAMBDA") if greek else ""
    if greek and word in (_SMALL if greek[1] == "SMALL" else _CAPITAL):
        return rf"\ensuremath{{\{word.lower() if greek[1] == 'SMALL' else word.capitalize()}}}"
    return rf"\texttt{{U+{ord(letter):04X}}}"
