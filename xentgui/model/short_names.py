"""Names of classes that are too long for their place, shortened so that they stay different."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from xentgui.model.naming import isolated, visible

WHOLE, LEAST = 200, 3
"""The most characters of a name that are looked at, and the fewest of a name that is cut."""

_ELLIPSIS = "…"
_FEW = 40  # names
_LEAST_OF_WORD, _LEAST_WORDS = 1, 3  # letters of a word that is cut, and words of a name
_LEAST_END, _BEFORE_CUT = 4, " .,;(-"  # letters of a word; what stands at no cut
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{VARIATION SELECTOR-16}"


def short_names(
    labels: Sequence[str], classes: Sequence[int], longest: int, first: int = 0
) -> tuple[str, ...]:
    """Return the names of `classes`, of at most `longest` characters where they are longer.

    They are cut in the middle, or down to what differs; names that differ never become the same.  A
    class without a name, or one that cannot be told apart otherwise, is called by its number; `first`
    is the number of the first of `labels`, counted from 0.

    >>> long = [f"a rather long class name, number {k}" for k in (1, 2)]
    >>> short_names(long, (0, 1), 12)
    ('a rather l…1', 'a rather l…2')
    >>> short_names([f"there are {k} apples in the box" for k in "27"] + [""], (0, 1, 2), 8)
    ('…2 appl…', '…7 appl…', '#3')
    """
    names = tuple([labels[k] if k < len(labels) else "" for k in classes])
    return _shown(names, tuple(first + k for k in classes), longest)


def names_that_fit(
    labels: Sequence[str],
    classes: Sequence[int],
    fit: Callable[[tuple[str, ...]], bool],
    first: int = 0,
) -> tuple[str, ...]:
    """Return the names of `classes`, cut as little as is needed for `fit` to accept them all.

    They have `LEAST` characters if none fit; `first` is that of `short_names`.
    """
    texts = short_names(labels, classes, WHOLE, first)
    longest = min(max(map(len, texts), default=0), WHOLE)
    if longest <= LEAST or fit(texts):
        return texts
    few = texts if len(classes) <= _FEW else ()  # each is tried among all others
    short = short_names(labels, classes, LEAST, first)
    long = [n for n, one in enumerate(few) if not fit((*short[:n], one, *short[n + 1 :]))]
    if 0 < len(long) < len(classes):  # what fits stays whole, and differs from all that is cut

        def merged(cut: tuple[str, ...]) -> tuple[str, ...]:
            among = dict(zip(long, cut, strict=True))
            return tuple(among.get(n, text) for n, text in enumerate(texts))

        chosen = [classes[n] for n in long]
        return merged(names_that_fit(labels, chosen, lambda cut: fit(merged(cut)), first))
    # Names become wider with each character, apart from a few that are cut in another way.
    shorter, longer = LEAST, longest
    while longer - shorter > 1:
        middle = (shorter + longer) // 2
        if fit(short_names(labels, classes, middle, first)):
            shorter = middle
        else:
            longer = middle
    return short_names(labels, classes, shorter, first)


@lru_cache(maxsize=512)  # plots need the same few names many times a second
def _shown(labels: tuple[str, ...], classes: tuple[int, ...], longest: int) -> tuple[str, ...]:
    names = tuple(visible(label)[:WHOLE] for label in labels)
    short = _shortened(names, classes, longest)
    return tuple(isolated(name) or f"#{k + 1}" for k, name in zip(classes, short, strict=True))


def _shortened(names: tuple[str, ...], classes: tuple[int, ...], longest: int) -> tuple[str, ...]:
    for nth, (head, tail) in enumerate(_splits(longest - 1)):
        cut = [_cut(name, head, tail, longest) for name in names]
        if _is_distinct(names, cut):
            return tuple(cut)
        if nth == 1:  # better than to lose the beginning
            words = [_by_words(name, longest) for name in names]
            kept = [word for word in words if word is not None]
            if len(kept) == len(names) and _is_distinct(names, kept):
                return tuple(kept)
    head, tail = _splits(longest - 1)[0]
    found = _told_apart({name: _cut(name, head, tail, longest) for name in names}, longest)
    cut = [found[name] for name in names]
    if not _is_distinct(names, cut):
        seen: dict[str, str] = {}
        for nth, (name, k) in enumerate(zip(names, classes, strict=True)):
            if seen.setdefault(cut[nth], name) != name:
                cut[nth] = f"#{k + 1}"
    return tuple(cut)


def _splits(room: int) -> list[tuple[int, int]]:
    """Return how many characters to keep of the beginning and of the end, best first."""
    tails = (room // 2, room // 4, 3 * room // 4, 0, room)
    return [(room - tail, tail) for tail in dict.fromkeys(tails)]


def _is_distinct(names: Sequence[str], cut: Sequence[str]) -> bool:
    return len(set(cut)) == len(set(names))


def _cut(name: str, head: int, tail: int, longest: int) -> str:
    """Return `name`, without its middle if it is longer than `longest`."""
    if len(name) <= longest:
        return name
    if 0 < tail < head + 2:
        within, last = name[len(name) - tail :].partition(" ")[2], name.rpartition(" ")[2]
        end = within if len(within) >= _LEAST_END else last
        start = _first(name, max(head + tail - len(end), 0)).rstrip(_BEFORE_CUT)
        is_word = _LEAST_END <= len(end) <= tail + 2 or end.isdigit()
        if is_word and len(start) >= _LEAST_END:
            return f"{start}{_ELLIPSIS}{end}"
    return f"{_first(name, head)}{_ELLIPSIS}{_last(name, tail).lstrip(_BEFORE_CUT)}"


def _by_words(name: str, longest: int) -> str | None:
    """Return `name` with its longest words cut, so that it fits; None if it has no room for that.

    >>> _by_words("Chlamydotis macqueenii, adult male", 20)
    'Chla. macq. adu. ma.'
    """
    words = name.split(" ")
    kept = [len(word) for word in words]

    def written() -> str:
        pairs = zip(words, kept, strict=True)
        return " ".join(word if n >= len(word) else f"{_first(word, n)}." for word, n in pairs)

    while len(text := written()) > longest:
        # Of words of one length, the later ones are cut first: a name begins with what it is.
        most = max(kept)
        if most <= _LEAST_OF_WORD or len(words) < _LEAST_WORDS:
            return None
        nth = len(kept) - 1 - kept[::-1].index(most)
        full = kept[nth] == len(words[nth])
        kept[nth] -= 2 if full else 1  # the point takes the room of a letter
    return text


def _told_apart(found: dict[str, str], longest: int) -> dict[str, str]:
    """Return the short name of each name; those that are alike are cut down to what differs."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name, cut in found.items():
        alike[cut].append(name)
    apart = dict(found)
    for group in alike.values():
        if len(group) > 1:
            parts = _differing(group, longest)
            # In a smaller group more is the same, so that what is shown begins further on.
            is_smaller = len(set(parts.values())) > 1
            apart |= _told_apart(parts, longest) if is_smaller else parts
    return apart


def _differing(names: list[str], longest: int) -> dict[str, str]:
    """Return the part of each of `names` that differs from the others."""
    least, most = min(names), max(names)  # what these two share, all names share
    start = next((at for at, sign in enumerate(least) if sign != most[at]), len(least))
    found = {}
    for name in names:
        rest = name[start:] or name[-1:]
        part = _first(rest, max(longest - 2, 1))
        after = _ELLIPSIS if len(part) < len(rest) else ""
        found[name] = f"{_ELLIPSIS if start else ''}{part}{after}"
    return found


def _first(name: str, count: int) -> str:
    """Return `count` characters from the beginning, or fewer, so that no sign loses its mark."""
    while 0 < count < len(name) and _is_bound(name[count - 1], name[count]):
        count -= 1
    return name[:count].rstrip(_JOINERS + " ")


def _last(name: str, count: int) -> str:
    """Return `count` characters from the end, or fewer, so that no sign loses its mark."""
    start = len(name) - count
    while 0 < start < len(name) and _is_bound(name[start - 1], name[start]):
        start += 1
    return name[start:].lstrip(_JOINERS + " ")


def _is_bound(before: str, after: str) -> bool:
    """Return whether two characters are drawn as one."""
    return before in _JOINERS or after in _JOINERS or unicodedata.combining(after) > 0
