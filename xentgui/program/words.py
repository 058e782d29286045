"""Turns the words of a command line into the values of its options."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from xentgui.language.catalog import ENGLISH, QT_TRANSLATE_NOOP, Catalog
from xentgui.program.options import CommandLine, Option
from xentgui.program.usage import UsageError, nearest

_UNKNOWN = QT_TRANSLATE_NOOP("cli", "There is no option {word}.")
_TWO_MEANINGS = QT_TRANSLATE_NOOP("cli", "{word} could be {names}.")
_NO_VALUE = QT_TRANSLATE_NOOP("cli", "{word} needs a value: {word} {metavar}")
_NO_SWITCH_VALUE = QT_TRANSLATE_NOOP("cli", "{word} takes no value.")
_BAD_VALUE = QT_TRANSLATE_NOOP("cli", "{word}: {reason}")

_ENGLISH = Catalog()

_NUMBER = r"[+\-−]?(?:[\d.½⅓¼∞π√(]|inf\b|ln\b|log|exp\b|sqrt\b|pi\b)"
_NEGATIVE = re.compile(r"[\[(]?\s*" + _NUMBER)  # "-1.46,2.33" is no option
_ONE_NUMBER = re.compile(r"[+\-−]?(?:inf|∞|[\d./*^()eE+\-−%]*\d[\d./*^()eE+\-−%]*)[,;]?")


class Arguments(SimpleNamespace):
    """The values of the options by key, and the other words as `operands`."""

    def __getattr__(self, name: str) -> Any:  # for the type checker: options are data
        raise AttributeError(name)


def is_negative(word: str) -> bool:
    """Return whether `word` begins with a minus sign of a number, not of an option.

    >>> is_negative("-1.46,2.33"), is_negative("-inf 2"), is_negative("-o"), is_negative("--x")
    (True, True, False, False)
    """
    return word.startswith("-") and _NEGATIVE.match(word) is not None


def parse(words: Sequence[str], line: CommandLine, speaker: Catalog = _ENGLISH) -> Arguments:
    """Return the values of all options of `line`; raises UsageError.

    With them are `catalog`, which is `speaker`; `tell`, which says on standard error what is
    assumed; and `names_in`, the language for classes without names, English.
    """

    def tell(sentence: str, **values: object) -> None:
        said = speaker.translate("cli", sentence).format(**values)
        sys.stderr.write(f"{line.program}: {said}\n")

    found = Arguments(operands=[], catalog=speaker, tell=tell, names_in=ENGLISH)
    for option in line.options:
        setattr(found, option.key, [] if option.repeated else option.default)
    rest, only_operands = list(words), False
    while rest:
        word = rest.pop(0)
        if only_operands or word == "-" or not word.startswith("-") or is_negative(word):
            found.operands.append(word)
        elif word == "--":
            only_operands = True
        else:
            option, text = _option(word, rest, line.options)
            _set(found, option, word.partition("=")[0], text)
    return found


def _option(word: str, rest: list[str], options: Sequence[Option]) -> tuple[Option, str]:
    """Return the option that `word` names, and its text, which is taken from `rest` if necessary."""
    name, equals, text = word.partition("=")
    if not word.startswith("--"):  # -o FILE or -oFILE
        name, text = word[:2], word[2:].removeprefix("=")
        equals = text
    option = _named(name, word, options)
    if not option.metavar:
        if equals:
            raise UsageError(_NO_SWITCH_VALUE, word=name)
        return option, ""
    if equals:
        return option, text
    if not rest or (rest[0].startswith("-") and rest[0] != "-" and not is_negative(rest[0])):
        raise UsageError(_NO_VALUE, word=name, metavar=option.metavar)
    text = rest.pop(0)
    if option.numbers and _ONE_NUMBER.fullmatch(text):
        while rest and _ONE_NUMBER.fullmatch(rest[0]):
            text += " " + rest.pop(0)  # --logits 2 1 0
    return option, text


def _named(name: str, word: str, options: Sequence[Option]) -> Option:
    """Return the option with the name, or with the only name that begins so."""
    by_name = {one: option for option in options for one in option.names}
    if name in by_name:
        return by_name[name]
    lower = name.lower()
    seen = {one: option for one, option in by_name.items() if not option.hidden}
    begun = {option.key: one for one, option in seen.items() if one.startswith(lower)}
    if len(lower) > 2 and len(begun) == 1:
        return by_name[next(iter(begun.values()))]
    if len(lower) > 2 and begun:
        raise UsageError(_TWO_MEANINGS, word=name, names=", ".join(sorted(begun.values())))
    raise UsageError(_UNKNOWN, near=nearest(name, seen), word=word.partition("=")[0])


def _set(found: Arguments, option: Option, word: str, text: str) -> None:
    if not option.metavar:
        setattr(found, option.key, True)
        return
    try:
        value = option.value_of(text)
    except (UsageError, ValueError) as error:  # a RefusedError is a ValueError
        raise UsageError(_BAD_VALUE, word=option.names[-1], reason=error) from error
    if option.repeated:
        getattr(found, option.key).append(value)
    else:
        setattr(found, option.key, value)
