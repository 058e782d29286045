"""Messages of the model to people: English here, translated where they are shown.

The model knows no translator.  A message therefore keeps its English template and its
values apart, so that the window can translate the one and fill in the other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return `text`; only marks it for ``pyside6-lupdate`` as translatable in `context`."""
    return text


@dataclass(frozen=True)
class Message:
    """A sentence with gaps, and the values for them; ``str()`` gives the English sentence.

    Attributes
    ----------
    template : str
        In English, marked for translation in the context "errors", with gaps such as ``{name}``.
    values : Mapping[str, object]
        One value for each gap, ready to be shown; read-only.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

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
    text = str(value)
    text = text if len(text) <= 40 else text[:39] + "…"
    return f"“{text}”"
