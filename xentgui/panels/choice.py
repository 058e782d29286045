"""What a person can choose about a panel: which classes, which curves, which axis."""

from __future__ import annotations

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


def _words(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
