"""``xentgui present``: opens the window with a lecture, and presents it at once."""

from __future__ import annotations

from pathlib import Path

from xentgui.documents import lectures
from xentgui.documents.opening import read_file
from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.program import preflight
from xentgui.program.options import Option
from xentgui.program.usage import UsageError, nearest
from xentgui.program.words import Arguments

_THEME = QT_TRANSLATE_NOOP("cli", "the colours, for this run")
_IN_WINDOW = QT_TRANSLATE_NOOP(
    "cli", "in two ordinary windows, to share one of them, in place of the full screen"
)
_LECTURE = QT_TRANSLATE_NOOP("cli", "a document, or a lecture that comes with the program: {names}")
_NONE = QT_TRANSLATE_NOOP(
    "cli", "Say what is to be presented: a document, or a lecture that comes with it: {names}."
)
UNKNOWN = QT_TRANSLATE_NOOP("cli", "There is no file and no lecture “{word}”. Choose: {names}.")
_ONE = QT_TRANSLATE_NOOP("cli", "One lecture at a time can be presented, and here are: {words}.")


def options() -> tuple[Option, ...]:
    """Return how it is presented."""
    return (
        Option(("--theme",), _THEME, "THEME", choices=("light", "dark"), default=""),
        Option(("--window",), _IN_WINDOW, default=False),
    )


def operand() -> Option:
    """Return that it takes a lecture."""
    return Option((), _LECTURE, "LECTURE", gaps=lambda: {"names": lecture_names()})


def run(arguments: Arguments) -> int:
    """Run the window until it is closed, and return its exit code.

    Raises UsageError, and FileError for a file that is no document.
    """
    words = arguments.operands
    if not words:
        raise UsageError(_NONE, names=lecture_names())
    if len(words) > 1:
        raise UsageError(_ONE, words=", ".join(words))
    (word,) = words
    file, name = Path(word), ""
    if not file.exists() and Path(word).suffix == "":
        name = word.lower()
        if name not in lectures.names():
            near = nearest(name, lectures.names())
            raise UsageError(UNKNOWN, near=near, word=word, names=lecture_names())
    else:
        read_file(file)  # so that it is refused here, not in front of an audience
    return preflight.start(
        arguments.catalog,
        file=None if name else file,
        lecture=name,
        theme=arguments.theme,
        language=arguments.lang,
        presents="window" if arguments.window else "screen",
    )


def lecture_names() -> str:
    """Return the names of all lectures that come with the program, for sentences."""
    return ", ".join(lectures.names())
