"""Reads the file of a command, or its standard input, and shows how far a long reading is."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from xentgui.documents.document_file import Opened
from xentgui.documents.opening import understand
from xentgui.documents.scene import Document
from xentgui.documents.token_text import short, token_in
from xentgui.language.explanation import explanation
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.program.subcommands import reading_options
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.logits_text import read_text, reading_batch
from xentgui.reading.patience import watching
from xentgui.reading.read_error import ReadError
from xentgui.reading.source import Source, open_source

MOST_BYTES: Final = 1 << 30
"""The most bytes that are read from standard input, which cannot be mapped."""

STDIN: Final = "standard input"
_NO_INPUT = QT_TRANSLATE_NOOP(
    "cli", "There is no input. Give a file, or numbers such as 2.33,-1.46,0.56."
)
NO_FILE = QT_TRANSLATE_NOOP("cli", "There is no input. Give a file.")
_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "{name} is empty. Give a file, or --logits=2.33,-1.46,0.56 and so on."
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "{name} holds more than {limit} MB. Save them to a file and give its name."
)


def load(arguments: Arguments) -> tuple[str, Document | LogitsBatch]:
    """Return the content of the file or of standard input, and its name for messages."""
    if arguments.file is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(_NO_INPUT)
    if arguments.file in {None, "-"}:
        return STDIN, _understood(arguments, Source(STDIN, _all_of(sys.stdin.buffer, STDIN)))
    path = Path(arguments.file)
    if token := token_in(path):
        return short(token), _understood(arguments, Source(short(token), token.encode()))
    if _is_stream(path):
        with path.open("rb") as stream:
            return path.name, _understood(arguments, Source(path.name, _all_of(stream, path.name)))
    return path.name, _understood(arguments, open_source(path))


def read_bytes(arguments: Arguments) -> bytes:
    """Return the content of the file, or of standard input, as it is."""
    if arguments.file is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(NO_FILE)
    if arguments.file in {None, "-"}:
        return _all_of(sys.stdin.buffer, STDIN)
    with Path(arguments.file).open("rb") as stream:
        return _all_of(stream, Path(arguments.file).name)


def _understood(arguments: Arguments, source: Source) -> Document | LogitsBatch:
    """Return what is in `source`; of a text, say on standard error how it was read."""
    with shown_progress(source.name):
        try:
            found = understand(source)
        except ReadError:
            if not reading_options.are_given(arguments):
                raise
            found = read_text(source, by_hand=True)
    if isinstance(found, Opened):
        reading_options.refuse_with_document(source.name, arguments)
        return found.document
    if isinstance(found, LogitsBatch):
        for note in found.notes:
            arguments.tell("{reason}", reason=explanation(note, arguments.catalog.translate))
        guessed = reading_options.guessed(found, arguments)
        if guessed is None:
            return reading_options.scaled(found, source.name, arguments)
        found = guessed
    reading = reading_options.read_as(found, arguments)
    reading_options.say(reading, source.name, arguments)
    return reading_batch(reading, source.name)


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False  # opening it raises the error with the reason
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def _all_of(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if not data.strip():
        raise RefusedError(_EMPTY, name=shown(name))
    if len(data) > MOST_BYTES:
        raise RefusedError(_TOO_LARGE, limit=MOST_BYTES >> 20, name=shown(name))
    return data


_AFTER: Final = 1.0  # seconds, in which most files are read


@contextmanager
def shown_progress(
    name: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[None]:
    """Within the context, show on `stream` (standard error) how much of `name` is read.

    Nothing is shown in the first second, nor where `stream` is no terminal.
    """
    out = sys.stderr if stream is None else stream
    if out is None or not out.isatty():
        yield
        return
    begun, written = clock(), ""

    def watch(part: float) -> None:
        nonlocal written
        line = f"{name}: {part:.0%}"
        if clock() - begun > _AFTER and line != written:
            written = line
            out.write(f"\r{line}")
            out.flush()

    try:
        with watching(watch):
            yield
    finally:
        if written:
            out.write(f"\r{' ' * (len(written) + 1)}\r")
            out.flush()
