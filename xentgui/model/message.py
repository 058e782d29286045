"""Messages of the model to people: English here, translated where they are shown.

The model knows no translator.  A message therefore keeps its English template and its
values apart, so that the window can translate the one and fill in the other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType
from typing import Final


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return `text`; only marks it for ``pyside6-lupdate`` as translatable in `context`."""
    return text


LONGEST_QUOTE: Final = 300
"""The most characters of a text within a message."""

_LONGEST_WORD: Final = 40


@dataclass(frozen=True)
class Message:
    """A sentence with gaps, and the values for them; ``str()`` gives the English sentence.

    Attributes
    ----------
    template : str
        In English, marked for translation in the context "errors", with gaps such as ``{name}``.
    values : Mapping[str, object]
        One value for each gap, ready to be shown; read-only.  A text is cut to `LONGEST_QUOTE`
        characters, because it may quote what somebody else has written.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        values = {key: _quoted(value) for key, value in self.values.items()}
        object.__setattr__(self, "values", MappingProxyType(values))

    def __str__(self) -> str:
        return self.template.format(**self.values)


class RefusedError(ValueError):
    """A request that is refused; the message tells a person the reason and the remedy.

    >>> str(RefusedError("The name {name} is taken.", name="cat"))
    'The name cat is taken.'
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.message = Message(template, values)

    def __str__(self) -> str:
        return str(self.message)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.message.template, dict(self.message.values))


def _rebuilt(kind: type[RefusedError], template: str, values: dict[str, object]) -> RefusedError:
    return kind(template, **values)


def shown(value: object) -> str:
    """Return `value` as an English sentence should quote it.

    >>> shown(-1.5), shown(float("-inf")), shown(float("nan")), shown("two")
    ('−1.5', '−∞', 'NaN', '“two”')
    """
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        return repr(float(value)).replace("inf", "∞").replace("-", "−").removesuffix(".0")
    if isinstance(value, int) and not isinstance(value, bool):
        digits = math.floor(value.bit_length() * math.log10(2.0))  # str() refuses above 4300
        text = str(int(value)) if digits < 20 else f"{'-' * (value < 0)}1e{digits}…"
        return text.replace("-", "−")
    return f"“{clipped(str(value), _LONGEST_WORD)}”"


def clipped(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return `text`, or its beginning and an ellipsis if it is longer than `most` characters.

    Every message that quotes something is cut here.

    >>> clipped("cat"), clipped("a very long name", 9)
    ('cat', 'a very l…')
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def _quoted(value: object) -> object:
    return clipped(str(value)) if isinstance(value, str | PurePath) else value
