"""Which of several named arrays are the logits, the targets and the names of the classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.column import Role, role_of
from xentgui.reading.read_error import ReadError

_STRINGS: Final = "US"

_NO_LOGITS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds the arrays {keys}; which are the logits? "
    "Save them by name: numpy.savez(file, logits=..., target=..., labels=...).",
)


class ArrayKind(NamedTuple):
    """What is known of an array before it is read: the kind of its dtype, as "f", and its shape."""

    kind: str
    shape: tuple[int, ...]


class Keys(NamedTuple):
    """The names of the arrays that are read."""

    logits: str
    targets: str | None
    labels: str | None


def chosen_keys(name: str, keys: Sequence[str], kind: Callable[[str], ArrayKind]) -> Keys:
    """Return which of the arrays `keys` of the file `name` are read.

    Logits are the array called logits, logit, z, scores or outputs, or the only array of
    floats whose name says nothing else; targets are called target, targets, y or, if they
    are numbers, label or labels; class names are texts called labels, classes or names.
    The second of two unnamed arrays of NumPy holds targets.

    Raises ReadError if no array is the logits.
    """
    logits = _logits_key(name, keys, kind)
    targets = labels = None
    for key in keys:
        role = role_of(key)
        if role is Role.TARGET:
            targets = key
        elif role is Role.LABEL:
            if kind(key).kind in _STRINGS:
                labels = key
            elif targets is None:
                targets = key
    if targets is None and (logits, len(keys)) == ("arr_0", 2) and "arr_1" in keys:
        targets = "arr_1"
    return Keys(logits, targets, labels)


def _logits_key(name: str, keys: Sequence[str], kind: Callable[[str], ArrayKind]) -> str:
    named = [key for key in keys if role_of(key) is Role.LOGIT]
    plain = [key for key in named if re.fullmatch(r"logits?", key.casefold())]
    if len(plain or named) == 1:
        return (plain or named)[0]
    if not named:
        unnamed = [key for key in keys if role_of(key) is Role.OTHER]
        floats = [
            key
            for key in unnamed
            if (found := kind(key)).kind == "f" and len(found.shape) in {1, 2}
        ]
        if len(floats) == 1:
            return floats[0]
        if len(unnamed) == len(keys) == 1:
            return unnamed[0]
    raise ReadError(_NO_LOGITS, name=shown(name), keys=", ".join(keys))
