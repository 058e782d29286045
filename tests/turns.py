"""Which cases of a test the short command leaves to ``main.py test --all``.

Decorators of `pytest.mark.parametrize` on top of each other are a product: fourteen panels in
twenty states are 280 cases.  The short command meets each value of each decorator, with one of the
others, and `--all` each with all others.  Of a list that several tests go through, as of what is
left of a product, each takes a quarter, the first and the last among it; so does a test that is
marked ``turns``.  They begin at different places, so that most values are met by some of them.

A case that makes a window or starts a program takes as long as hundreds of others, so of a test
that makes a window, or is marked ``expensive``, the short command takes one case; and of five such
tests that are neighbours in a file, which tell of the same thing, it takes one.  Which cases are
taken depends on the name of the test, so that tests of the same languages, themes or panels take
turns with them; it is the same at every run.

A list of one test that is not expensive stays whole, and so does what is marked ``always``.  What
is asked for by a path or a word is run as it is: only a run of everything is shortened.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import pytest

from tests.pairs import each_once

NEIGHBOURS = 5
"""Of so many expensive tests, one after the other in a file, one is in the short command."""

SHARE = 4
"""Of so many values of a list that several tests go through, each test takes one."""

LEAST = 3
"""Values: a list of no more stays whole."""


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
    lists = Counter(_ids(cases) for cases in tests.values())
    expensive: Counter[str] = Counter()
    for name, cases in tests.items():
        chosen: Sequence[pytest.Function] = cases
        if _is_expensive(cases[0]):
            file = name.partition("::")[0]
            chosen = () if expensive[file] % NEIGHBOURS else _turned(name, cases)[:1]
            expensive[file] += 1
        elif len(cases) > 1:
            once = _spread(name, cases)
            takes_turns = len(once) < len(cases) or lists[_ids(cases)] > 1
            takes_turns |= cases[0].get_closest_marker("turns") is not None
            chosen = _share(name, sorted(once, key=cases.index)) if takes_turns else cases
        for case in {*cases} - {*chosen}:
            case.add_marker(pytest.mark.long)


def _is_told(item: pytest.Function) -> bool:
    """Return whether a test says by itself where it belongs."""
    return any(item.get_closest_marker(mark) is not None for mark in ("long", "always"))


def _is_expensive(item: pytest.Function) -> bool:
    """Return whether a test makes a window or is marked, as those that start a program are."""
    makes_a_window = {"start", "qtbot"} <= {*item.fixturenames}
    return makes_a_window or item.get_closest_marker("expensive") is not None


def _ids(cases: Sequence[pytest.Function]) -> tuple[str, ...]:
    return tuple(case.nodeid.partition("[")[2] for case in cases)


def _spread(name: str, items: Sequence[pytest.Function]) -> list[pytest.Function]:
    """Return cases that meet each value of each decorator."""
    turned = _turned(name, items)
    if len([*_values(items[0])]) == 1:
        return turned
    cases = {tuple(_values(item)): item for item in turned}
    return [cases[one] for one in each_once(cases)]


def _share(name: str, items: Sequence[pytest.Function]) -> Sequence[pytest.Function]:
    """Return the first and the last case, and some between them, as far from each other."""
    count = max(LEAST, -(-len(items) // SHARE))
    if len(items) <= count:
        return items
    turned, inner = _turned(name, items[1:-1]), count - 2
    return (items[0], *(turned[i * len(turned) // inner] for i in range(inner)), items[-1])


def _turned(name: str, items: Sequence[pytest.Function]) -> list[pytest.Function]:
    """Return the items from one on that depends on the name, and then those before it."""
    first = zlib.crc32(name.encode()) % len(items)
    return [*items[first:], *items[:first]]


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
