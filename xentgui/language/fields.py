"""Fields in headings, captions and notes, such as {loss}: one table for all of them.

A field is a number by its name, or a word.  ``{p2}`` and ``{p:2}`` are the same, and so are
``{floor}`` and ``{H(y)}``.  ``{before:loss}`` is the loss before the last step, and ``{then:loss}``
that after the next one.  ``{prepared}`` says nothing: the text that has it is about the scene as it
was prepared, and stays true while somebody tries something else.

Source of the names: a formula's symbol, or the word for the quantity.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from xentgui.language.field_values import (
    ALIASES,
    CLASSES,
    NO_CLASS,
    NONE,
    PREPARED,
    UNKNOWN,
    WORDS,
    leaders,
    number_text,
)
from xentgui.language.numbers import HIDDEN
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.named_numbers import KINDS, Named, named
from xentgui.model.naming import name_of
from xentgui.model.view import View

_FIELD: Final = re.compile(
    r"\{\{|\}\}|\{\s*((?:[a-z]+:)?"
    r"(?:[A-Z]\([a-z](?:[,‖] ?[a-z])?\)|[A-Za-zα-ω][A-Za-zα-ω0-9_]*(?::[0-9]+)?(?:,[0-9]+)?))\s*\}"
)
_COUNTED: Final = re.compile(r"([A-Za-z]+):?([0-9]{1,9}(?:,[0-9]{1,9})?)")
_NAME: Final = re.compile(r"name:?([0-9]{1,9})")
_OTHER: Final = {"before": -1, "then": 1}

SWEPT: Final = "swept"
"""The field for what moves in an animation."""

FIELDS: Final = tuple(
    dict.fromkeys(
        (
            *(kind for kind, one in KINDS.items() if not one.of),
            *("gap", "ratio", "loss_before"),
            *WORDS,
            *(alias for alias in ALIASES if alias.isascii()),
        )
    )
)
"""The names of all fields that count nothing; the others are as in `CLASSES`."""


class FieldError(RefusedError):
    """A field that cannot be filled in; the message names it, its place and the remedy."""


class Field(NamedTuple):
    """What a field asks for.

    Attributes
    ----------
    number
        The number, or None for a word.
    word
        The key of a word, "name 2" for the name of a class, or "gap" and "ratio" of the leaders.
    moment
        -1 for the moment before the last step, 1 for that after the next one, else 0.
    """

    number: Named | None
    word: str = ""
    moment: int = 0


class Moments(NamedTuple):
    """The numbers that fields can be about; None where there are none.

    Attributes
    ----------
    now, before, then
        The numbers that are shown, those before the last step, and those after the next one.
    hidden
        The names of what is not to be read.
    """

    now: Snapshot
    before: Snapshot | None = None
    then: Snapshot | None = None
    hidden: Collection[str] = frozenset()


class Piece(NamedTuple):
    """A part of a text: as it is, or from a field."""

    text: str
    field: Field | None = None


def parsed(name: str) -> Field | None:
    """Return what the field with this name asks for; None if there is no such field.

    >>> parsed("p2").number, parsed("before:H(y,p)").moment, parsed("q2")
    (Named(kind='p', at=(1,)), -1, None)
    """
    head, _, rest = name.partition(":")
    if head in _OTHER:
        inner = parsed(rest)
        return None if inner is None or inner.moment else inner._replace(moment=_OTHER[head])
    if name == "loss_before":
        return Field(named("loss"), moment=-1)
    if name in WORDS or name in {"gap", "ratio"}:
        return Field(None, name)
    if (of_name := _NAME.fullmatch(name)) is not None:
        return Field(None, f"name {int(of_name[1])}") if int(of_name[1]) else None
    name = ALIASES.get(name.replace(" ", ""), name)
    counted = _COUNTED.fullmatch(name)
    found = named(f"{counted[1]}:{counted[2]}" if counted else name)
    return None if found is None else Field(found)


def pieces(text: str, moments: Moments, view: View) -> Iterator[Piece]:
    """Yield the parts of `text` with all fields filled in; what is no field stays as it is.

    A number that there is not is a dash, and one that is hidden a question mark.
    """
    at = 0
    for found in _FIELD.finditer(text):
        yield Piece(text[at : found.start()])
        at = found.end()
        field = None if found[1] is None else parsed(found[1])
        if field is not None:
            yield Piece(_filled(field, moments, view), field)
        else:
            yield Piece(found[0] if found[1] else found[0][0])
    yield Piece(text[at:])


def told(text: str, moments: Moments, view: View) -> str:
    """Return `text` with all its fields filled in, as `pieces` does."""
    if "{" not in text and "}}" not in text:
        return text
    return "".join(piece.text for piece in pieces(text, moments, view))


def filled(text: str, snapshot: Snapshot, view: View, swept: str = "") -> str:
    """Return `text` with each field replaced by what it stands for; ``{{`` and ``}}`` are braces.

    Braces around anything but a word are left as they are.  `swept` is what moves, such as
    "T = 0.5"; "" if nothing does.

    Raises
    ------
    FieldError
        If a field is unknown, or of a class that is not there.
    """
    if "{" not in text and "}}" not in text:
        return text
    require_known(text, snapshot, swept=bool(swept))
    if swept:
        text = re.sub(r"(?<!\{)\{\s*" + SWEPT + r"\s*\}", lambda _: swept, text)
    return told(text, Moments(snapshot), view)


def require_known(text: str, snapshot: Snapshot | None = None, *, swept: bool = False) -> None:
    """Raise FieldError for a field of `text` that is unknown, or not in `snapshot`."""
    for found in _FIELD.finditer(text):
        if found[1] is None or (swept and found[1] == SWEPT):
            continue
        field, place = parsed(found[1]), found.start() + 1
        if field is None:
            if _is_of_no_class(found[1]):
                count = 0 if snapshot is None else len(snapshot.logits)
                raise FieldError(NO_CLASS, value=found[0], place=place, text=text, count=count)
            raise FieldError(
                UNKNOWN,
                value=found[0],
                place=place,
                text=text,
                choices=", ".join((*FIELDS, *((SWEPT,) if swept else ()))),
                classes=CLASSES,
                brace="{{",
            )
        if snapshot is not None and not _is_in(field, snapshot):
            count = len(snapshot.logits)
            raise FieldError(NO_CLASS, value=found[0], place=place, text=text, count=count)


def names_in(text: str) -> set[str]:
    """Return the names of the fields in `text`.

    >>> sorted(names_in("{T} and {{p1}} and { loss }"))
    ['T', 'loss']
    """
    return {found[1] for found in _FIELD.finditer(text) if found[1]}


def is_as_prepared(text: str) -> bool:
    """Return whether `text` is about the numbers as they were prepared, whatever is shown now.

    >>> is_as_prepared("{prepared}A fair coin: {p1}"), is_as_prepared("{p1}")
    (True, False)
    """
    return PREPARED in text and PREPARED in names_in(text)


def escaped(text: str) -> str:
    """Return `text` so that nothing in it is a field: as it was meant before there were any.

    >>> escaped("{loss}, {1, 2}"), escaped("a}}")
    ('{{loss}}, {1, 2}', 'a}}}}')
    """

    def doubled(found: re.Match[str]) -> str:
        return found[0] * 2 if found[1] is None else "{{" + found[0][1:-1] + "}}"

    return _FIELD.sub(doubled, text)


def has_fields(text: str) -> bool:
    """Return whether `text` means something else than what it says."""
    return _FIELD.search(text) is not None


def _filled(field: Field, moments: Moments, view: View) -> str:
    snapshot = (moments.before, moments.now, moments.then)[field.moment + 1]
    if snapshot is None:
        return NONE
    number = field.number
    if number is None and field.word in {"gap", "ratio"}:
        number = Named(field.word, leaders(snapshot))
    if number is not None:
        is_hidden = field.moment == 0 and bool(moments.hidden) and hides(moments.hidden, number)
        return HIDDEN if is_hidden else number_text(number, snapshot, view)
    if field.word.startswith("name "):
        k = int(field.word.removeprefix("name ")) - 1
        there = k < len(snapshot.logits)
        return name_of(snapshot.state.names, k) if there else NONE
    return WORDS[field.word](snapshot, view)


def hides(hidden: Collection[str], number: Named) -> bool:
    """Return whether a number cannot be read, because it is hidden or gives away what is."""
    if str(number) in hidden:
        return True
    return number.kind in {"h", "g"} and f"p:{number.at[0] + 1}" in hidden


def _is_in(field: Field, snapshot: Snapshot) -> bool:
    if field.word.startswith("name "):
        return int(field.word.removeprefix("name ")) <= len(snapshot.logits)
    return field.number is None or field.number.is_in(snapshot)


def _is_of_no_class(name: str) -> bool:
    """Return whether a field counts something from 0, which there is not."""
    counted = _COUNTED.fullmatch(name)
    return counted is not None and (counted[1] in KINDS or counted[1] == "name")
