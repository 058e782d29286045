"""Classes as something to choose from in a panel's menu: by their numbers from 1."""

from __future__ import annotations

from functools import lru_cache

from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.panels.choice import Option
from xentgui.panels.labelled_classes import largest

_OFFERED = 30  # classes in a menu; of more, those that matter most


@lru_cache(maxsize=4)
def class_options(snapshot: Snapshot) -> tuple[Option, ...]:
    """Return all classes, or the weightiest of many, in their order."""
    count = len(snapshot.logits)
    offered = range(count) if count <= _OFFERED else sorted(weightiest(snapshot, _OFFERED))
    return tuple(Option(str(k + 1), name_of(snapshot.state.names, k)) for k in offered)


def weightiest(snapshot: Snapshot, most: int) -> list[int]:
    """Return classes, at most `most`: those with the largest targets, then the most probable."""
    y = snapshot.effective_target
    asked = (y > 0.0).nonzero()[0]
    # Most targets are one class, and to find the largest of thousands of zeros takes long.
    asked = largest(y, most) if len(asked) > most else asked[(-y[asked]).argsort(kind="stable")]
    probable = largest(snapshot.softmax, most)
    return list(dict.fromkeys((*asked.tolist(), *probable.tolist())))[:most]


def chosen_class(view: View, key: str, count: int) -> int | None:
    """Return the class, from 0, that is chosen under the "panel.choice" `key`; None if none is.

    It may be any class, and not only one that the menu offers, because that depends on the numbers.
    """
    word = view.choices.get(key)
    if not isinstance(word, str) or not (word.isascii() and word.isdigit() and len(word) < 9):
        return None
    return int(word) - 1 if 1 <= int(word) <= count else None
