"""Which cases of a test the short command leaves to ``main.py test --all``.

Decorators of `pytest.mark.parametrize` on top of each other are a product: fourteen panels in
twenty states are 280 cases.  The short command meets each value of each decorator, with one of the
others, and `--all` each with all others.  A case that makes a window takes as long as hundreds of
others, so of a test that makes one, the short command takes one case; and of three such tests that
are neighbours in a file, which tell of the same thing, it takes one.  Which cases are taken depends
on the name of the test, so that tests of the same languages, themes or panels take turns with them;
it is the same at every run.

A single list of cases without a window stays whole, and so does what is marked ``always``.  What is
asked for by a path or a word is run as it is: only a run of everything is shortened.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import pytest

from tests.pairs import each_once

NEIGHBOURS = 3
"""Of so many tests that make a window, one after the other in a file, one is in the short command."""


def is_of_everything(config: pytest.Config) -> bool:
    """Return whether all tests were asked for, and not those of a path or a word."""
    every = {(config.rootpath / one).resolve() for one in config.getini("testpaths")}
    asked = {(config.invocation_params.dir / one).resolve() for one in config.args}
    return asked == every and not config.getoption("keyword")


def leave_to_all(items: Iterable[pytest.Item]) -> None:
    """Mark as long what the short command need not run."""
    tests = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and not _is_told(item):
            tests[item.nodeid.partition("[")[0]].append(item)
    windows: Counter[str] = Counter()
    for name, cases in tests.items():
        others = _others(name, cases) if len(cases) > 1 else set()
        if _makes_a_window(cases[0]):
            file = name.partition("::")[0]
            if windows[file] % NEIGHBOURS:
                others = cases
            windows[file] += 1
        for case in others:
            case.add_marker(pytest.mark.long)


def _is_told(item: pytest.Function) -> bool:
    """Return whether a test says by itself where it belongs."""
    return any(item.get_closest_marker(mark) is not None for mark in ("long", "always"))


def _makes_a_window(item: pytest.Function) -> bool:
    return {"start", "qtbot"} <= {*item.fixturenames}


def _others(name: str, items: Sequence[pytest.Function]) -> Iterable[pytest.Function]:
    first = zlib.crc32(name.encode()) % len(items)
    cases = {tuple(_values(item)): item for item in (*items[first:], *items[:first])}
    chosen = each_once(cases)
    if _makes_a_window(items[0]):
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
