"""What is wrong with the words of the command line; it needs neither Qt nor numpy."""

from __future__ import annotations

from collections.abc import Iterable

from xentgui.language.catalog import QT_TRANSLATE_NOOP, Catalog

EXIT_CODE = 2

_MEANT = QT_TRANSLATE_NOOP("cli", "Did you mean {near}?")


class UsageError(Exception):
    """Words that have to be changed; the message gives the reason and the remedy.

    Attributes
    ----------
    template, values
        A sentence in English, marked in the context "cli", and the values for its gaps; a value can
        be another error.
    near
        What was probably meant; "" if nothing is near.
    """

    def __init__(self, template: str, *, near: str = "", **values: object) -> None:
        super().__init__(template, values)
        self.template, self.values, self.near = template, values, near

    def __str__(self) -> str:
        return explained(self, Catalog())


def explained(error: object, catalog: Catalog) -> str:
    """Return what went wrong as a sentence in the language of `catalog`."""
    if isinstance(error, UsageError):
        values = {
            key: explained(value, catalog) if isinstance(value, Exception) else value
            for key, value in error.values.items()
        }
        sentence = catalog.translate("cli", error.template).format(**values)
        if error.near:
            sentence += " " + catalog.translate("cli", _MEANT).format(near=error.near)
        return sentence
    if isinstance(error, ValueError) and hasattr(error, "message"):
        # Only what has imported numpy can raise a RefusedError.
        from xentgui.language.explanation import explanation  # noqa: PLC0415

        return explanation(error, catalog.translate)
    return str(error)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return which of `known` was probably meant by `word`; "" if none is near.

    >>> nearest("evalute", ["evaluate", "export"]), nearest("xyz", ["evaluate"])
    ('evaluate', '')
    """
    import difflib  # noqa: PLC0415 - only what is wrong needs it

    lower = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(word.casefold(), lower, 1, 0.6)
    return lower[found[0]] if found else ""
