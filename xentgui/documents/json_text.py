"""Decodes JSON once, into a tree that also keeps what a document must not have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, Literal

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_TRAILING: Final = re.compile(r",\s*(?=[\]}])")

Damage = Literal["encoding", "damaged", "breaks off", "too deep"]


class JsonError(ValueError):
    """A text that is no JSON.

    Attributes
    ----------
    damage
        What is wrong.
    line, column
        Where, from 1.
    """

    def __init__(self, damage: Damage, before: str) -> None:
        """`before` is the text before the place of the error."""
        super().__init__(damage)
        self.damage: Damage = damage
        self.line = before.count("\n") + 1
        self.column = len(before) - (before.rfind("\n") + 1) + 1


class Twice(dict[str, Any]):
    """An object with a repeated key, so that its meaning is not clear."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]


class Constant(str):
    """NaN or an infinity, which Python's decoder accepts and JSON does not have."""

    __slots__ = ()


def text_of(data: str | bytes) -> str:
    """Return `data` as text without a byte order mark; raises JsonError."""
    try:
        body = data if isinstance(data, bytes) else data.encode()
        body = body.removeprefix(b"\xef\xbb\xbf")
        return body.decode()
    except UnicodeDecodeError as error:
        raise JsonError("encoding", body[: error.start].decode()) from None
    except UnicodeEncodeError as error:
        assert isinstance(data, str)
        raise JsonError("encoding", data[: error.start]) from None


def parse(text: str) -> Any:
    """Return the content of `text`: dicts, lists, str, float, bool and None; raises JsonError.

    Every number is a float.  A `Twice` replaces a dict with a repeated key, and a `Constant`
    replaces a number that JSON does not allow.
    """
    try:
        return decoder().decode(text)
    except json.JSONDecodeError as error:
        raise _damage(text, error.pos) from None
    except RecursionError:
        raise JsonError("too deep", "") from None


def decoder() -> json.JSONDecoder:
    """Return what decodes JSON as `parse` says."""
    return json.JSONDecoder(object_pairs_hook=_object, parse_int=float, parse_constant=Constant)


def as_written(text: str, steps: Iterable[str | int]) -> str:
    """Return the number at the path `steps` as it is written in `text`, such as 1e400."""
    found = json.loads(text, parse_int=str, parse_float=str)
    for step in steps:
        found = found[step]
    return str(found)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Twice(pairs)


def _damage(text: str, at: int) -> JsonError:
    # For a string without an end the place is its beginning.  For a comma too many it is the comma
    # or what follows it, which depends on the version of Python.
    comma = _TRAILING.match(text, at)
    at = comma.end() if comma else at
    if not text[at:].strip() or (text[at] == '"' and not _STRING.match(text, at)):
        return JsonError("breaks off", text.rstrip())
    return JsonError("damaged", text[:at])
