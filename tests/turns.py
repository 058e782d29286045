"""Which cases of a test the short command leaves to ``main.py test --all``.

Decorators of `pytest.mark.parametrize` on top of each other are a product: fourteen panels in
twenty states are 280 cases.  The short command meets each value of each decorator, with one of the
others, and `--all` each with all others.  A case that makes a window takes as long as hundreds of
others, so of a test that makes one, the short command takes one case.  Which ones are taken depends
on the name of the test, so that tests of the same languages, themes or panels take turns with them;
it is the same at every run.

A single list of cases without a window stays whole.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import pytest

from tests.pairs import each_once


def leave_to_all(items: Iterable[pytest.Item]) -> None:
    """Mark as long what the short command need not run."""
    tests = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("long") is None:
            tests[item.nodeid.partition("[")[0]].append(item)
    for name, cases in tests.items():
        if len(cases) > 1:
            for case in _others(name, cases):
                case.add_marker(pytest.mark.long)


def _others(name: str, items: Sequence[pytest.Function]) -> Iterable[pytest.Function]:
    first = zlib.crc32(name.encode()) % len(items)
    cases = {tuple(_values(item)): item for item in (*items[first:], *items[:first])}
    chosen = each_once(cases)
    if {"start", "qtbot"} <= {*items[0].fixturenames}:
        chosen = chosen[:1]
    return {*items} - {cases[one] for one in chosen}


def _values(item: pytest.Function) -> Iterator[Hashable]:
    """Yield what each decorator gives to a case; a fixture with parameters is one, too."""
    params = dict(item.callspec.params)
    for mark in item.iter_markers("parametrize"):
        names = mark.args[0] if mark.args else mark.kwargs["argnames"]
        names = names.replace(",", " ").split() if isinstance(names, str) else names
        yield tuple(_of(params.pop(name)) for name in names)
    yield from map(_of, params.values())


def _of(value: object) -> Hashable:
    """Return what tells a value from others, also where it cannot be hashed."""
    return (type(value), value) if isinstance(value, str | int | float) else id(value)
