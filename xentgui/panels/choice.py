"""What a person can choose about a panel: which classes, which curves, which axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xentgui.model.view import View


class Option(NamedTuple):
    """One of the things to choose from: the word that is kept, and the text that is shown."""

    value: str
    text: str


class Choice(NamedTuple):
    """A question with its answers, as a menu in the panel's title shows it.

    Attributes
    ----------
    key
        `View.choices` and the settings know it as "panel.key".
    name
        In the current language.
    options
        In the order of the menu.
    usual
        What is chosen as long as nobody has chosen: a value, or several.
    several
        Whether any number of options can be chosen, instead of one.
    """

    key: str
    name: str
    options: tuple[Option, ...]
    usual: str | tuple[str, ...]
    several: bool = False

    def chosen(self, panel: str, view: View) -> tuple[str, ...]:
        """Return what is chosen, in the order of the options; a word that is unknown is left out.

        If one is to be chosen and none is known, it is the usual one.
        """
        found = _words(view.choices.get(f"{panel}.{self.key}", self.usual))
        known = tuple(one.value for one in self.options if one.value in found)
        return known if known or self.several else _words(self.usual)

    def with_chosen(self, panel: str, view: View, value: str) -> dict[str, str | tuple[str, ...]]:
        """Return the choices of `view` after `value` was pointed at: chosen, or put away again.

        What is as usual is not kept, so that a better usual choice reaches everybody.
        """
        key = f"{panel}.{self.key}"
        others = {one: kept for one, kept in view.choices.items() if one != key}
        if not self.several:
            return others if value == self.usual else others | {key: value}
        before = self.chosen(panel, view)
        now = tuple(
            one.value for one in self.options if (one.value in before) != (one.value == value)
        )
        return others if set(now) == set(_words(self.usual)) else others | {key: now}


def _words(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def as_text(choices: Mapping[str, str | tuple[str, ...]]) -> str:
    """Return `View.choices` as it is kept from one start to the next."""
    if not choices:
        return ""
    import json  # noqa: PLC0415 - the first start does not wait for it

    return json.dumps(dict(choices))


def from_text(text: str) -> dict[str, str | tuple[str, ...]]:
    """Return the choices that `as_text` wrote; what cannot be read is left out."""
    if not text:
        return {}
    import json  # noqa: PLC0415 - the first start does not wait for it

    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, str | tuple[str, ...]] = {}
    for key, value in read.items() if isinstance(read, dict) else ():
        if isinstance(value, str):
            found[key] = value
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            found[key] = tuple(value)
    return found
