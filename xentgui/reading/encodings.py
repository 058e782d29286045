"""Which older encoding a text has: GB 18030, Big5, Shift-JIS or Windows-1252."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_MOST: Final = 100_000  # bytes that are looked at
_KANA: Final = re.compile("[\u3041-\u30f6]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
# The letters of Western Europe, and the signs that stand beside them in Windows-1252.
_WESTERN: Final = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸßªº€£¥§°²³µ«»–—‘’“”…¡¿ \u00a0]*")
_OFTEN: Final = 0xC6  # the last lead byte of Big5's frequent characters


class Guessed(NamedTuple):
    """An encoding, its name for people, and whether no other one fits nearly as well."""

    encoding: str
    name: str
    is_sure: bool


def guessed_encoding(data: bytes) -> Guessed | None:
    """Return the likeliest encoding of `data`, which is not UTF-8; None if none can be right.

    GB 2312 and Big5 put a character's two bytes differently, Japanese texts have kana, and a single
    byte above 127 among letters is a letter of Western Europe.
    """
    runs = _HIGH.findall(data[:_MOST])
    chinese, big5 = _text(data, "gb18030"), _text(data, "big5")
    japanese, western = _text(data, "cp932"), _text(data, "cp1252")
    is_western = western is not None and _is_western(runs, western)
    in_gb = (
        chinese is not None and _fits(chinese, "gb2312") and all(len(run) % 2 == 0 for run in runs)
    )
    if japanese is not None and _KANA.search(japanese) and _japanese(japanese) and not in_gb:
        return Guessed("cp932", "Shift-JIS", is_sure=False)
    frequent = big5 is not None and _is_frequent_big5(big5)
    if is_western and not in_gb:
        return Guessed("cp1252", "Windows-1252", is_sure=not frequent)
    if in_gb:
        return Guessed("gb18030", "GB 18030", is_sure=not frequent and not is_western)
    if frequent:
        return Guessed("big5", "Big5", is_sure=chinese is None)
    if chinese is not None:
        return Guessed("gb18030", "GB 18030", is_sure=False)
    if western is not None and is_western:
        return Guessed("cp1252", "Windows-1252", is_sure=False)
    return None


def _text(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _fits(text: str, encoding: str) -> bool:
    """Whether every letter of `text` is in `encoding`; the minus sign need not be."""
    try:
        "".join(_HAN.findall(text)).encode(encoding)
    except UnicodeEncodeError:
        return False
    return _HAN.search(text) is not None


def _is_western(runs: list[bytes], text: str) -> bool:
    """Whether single bytes above 127 stand among other letters, as in “Mädchen”."""
    lengths = set(map(len, runs))
    letters = "".join(character for character in text[:_MOST] if ord(character) > 127)
    return 1 in lengths and max(lengths) < 3 and _WESTERN.fullmatch(letters) is not None


def _japanese(text: str) -> bool:
    """Whether kana are a good part of the letters that are not Latin."""
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    return 3 * kana >= kana + han


def _is_frequent_big5(text: str) -> bool:
    """Whether all Chinese characters are among the 5401 that Big5 lists first."""
    letters = _HAN.findall(text)
    coded = [letter.encode("big5", "replace") for letter in letters]
    return bool(letters) and all(0xA4 <= code[0] <= _OFTEN for code in coded)
