"""A command, declared as data, and the search for one by its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from xentgui.commands.host import Host


_Entry = TypeVar("_Entry")


class ActionSpec(NamedTuple):
    """One command.

    Attributes
    ----------
    key
        Stable, dotted, never translated; its QAction is named ``action.<key>``.
    text, tip
        English, marked for translation in the context "actions".  `tip` says what happens.
    run
        The function that is called with the host.
    shortcuts
        Portable key sequences, the one to be shown first.
    enabled
        Whether it can be used now; None for always.
    checked
        Whether it is ticked now; None for a command that cannot be ticked.
    label
        The current text, already translated, if it changes ("Undo Edit logit").
    lesson
        What stands for `tip` once the menu is open, already translated, or None for `tip`.
    icon
        A name for `xentgui.painting.icons.icon`, or "".
    visible
        Whether it is in its menu now; None for always.
    in_burst
        Whether it forms one undo step with the same command just before.  If not, the step of a
        held key ends first.
    context, tip_context
        The translation contexts of `text` and of `tip`; `context` is "" for a text that is the same
        in every language.
    """

    key: str
    text: str
    tip: str
    run: Callable[[Host], None]
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[Host], bool] | None = None
    checked: Callable[[Host], bool] | None = None
    label: Callable[[Host], str] | None = None
    lesson: Callable[[Host], str] | None = None
    icon: str = ""
    visible: Callable[[Host], bool] | None = None
    in_burst: bool = False
    context: str = "actions"
    tip_context: str = "actions"


class MenuSpec(NamedTuple):
    """A menu: its English title, and the keys of its commands and sub-menus; None separates.

    `opening` is called when it opens, for what would take its commands long; None for nothing.
    """

    title: str
    entries: tuple[str | None, ...]
    opening: Callable[[Host], None] | None = None


def by_key(specs: tuple[ActionSpec, ...]) -> dict[str, ActionSpec]:
    """Return `specs` by key; raises ValueError for a repeated key."""
    found: dict[str, ActionSpec] = {}
    for spec in specs:
        if spec.key in found:
            raise ValueError(f"two commands are called {spec.key!r}")
        found[spec.key] = spec
    return found


def lookup(entries: Mapping[str, _Entry], key: str) -> _Entry:
    """Return the entry called `key`, or raise a KeyError that names the nearest ones."""
    try:
        return entries[key]
    except KeyError:
        import difflib  # noqa: PLC0415 - for a mistake, and so for no start

        near = difflib.get_close_matches(key, entries, n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise KeyError(f"there is no {key!r}{hint}") from None
