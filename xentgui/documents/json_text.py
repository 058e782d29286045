"""JSON is decoded once, into a tree in which nothing is lost that a document must not have."""

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
        """`before` is the text in front of the place."""
        super().__init__(damage)
        self.damage: Damage = damage
        self.line = before.count("\n") + 1
        self.column = len(before) - (before.rfind("\n") + 1) + 1


class Twice(dict[str, Any]):
    """An object in which a key stands twice, so that nobody knows which of them is meant."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]


class Constant(str):
    """NaN or an infinity, which Python's decoder takes for numbers and JSON has not."""

    __slots__ = ()


def text_of(data: str | bytes) -> str:
    """Return `data` as text, without the mark that some editors put first; raises JsonError."""
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
    """Return what `text` says: dicts, lists, str, float, bool and None; raises JsonError.

    Every number is a float.  Instead of a dict stands a `Twice` where a key is repeated, and a
    `Constant` instead of what JSON does not allow.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=float, parse_constant=Constant)
    except json.JSONDecodeError as error:
        raise _damage(text, error.pos) from None
    except RecursionError:
        raise JsonError("too deep", "") from None


def as_written(text: str, steps: Iterable[str | int]) -> str:
    """Return the number at the end of `steps` as it stands in `text`, such as 1e400."""
    found = json.loads(text, parse_int=str, parse_float=str)
    for step in steps:
        found = found[step]
    return str(found)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Twice(pairs)


def _damage(text: str, at: int) -> JsonError:
    # A string that never ends is told from where it begins, and a comma too many either from
    # itself or from what follows, as Python's version is.
    comma = _TRAILING.match(text, at)
    at = comma.end() if comma else at
    if not text[at:].strip() or (text[at] == '"' and not _STRING.match(text, at)):
        return JsonError("breaks off", text.rstrip())
    return JsonError("damaged", text[:at])
