"""A figure in another language than the window's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from xentgui.export.spec import FigureError
from xentgui.language import text
from xentgui.language.translation import languages, load
from xentgui.model.message import QT_TRANSLATE_NOOP

_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors", "There is no translation into {value}. Choose one of: {choices}."
)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let `xentgui.language.text.translate` speak `language` for a while; "" changes nothing.

    No translator is installed, so that windows are not told of a new language.  Raises
    FigureError if there is no such language.
    """
    if not language:
        yield
        return
    codes = [one.code for one in languages()]
    if language not in codes:
        raise FigureError(_UNKNOWN, value=language, choices=", ".join(codes))
    with text.translated_by(load(language)):
        yield
