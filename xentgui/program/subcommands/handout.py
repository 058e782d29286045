"""``xentgui handout``: a lecture as a PDF for the class, and its notes as another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from xentgui.documents import file_error, lectures
from xentgui.documents.document import DocumentError, decode
from xentgui.documents.opening import read_file
from xentgui.documents.scene import Document
from xentgui.documents.texts import ENGLISH
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.program import preflight
from xentgui.program.options import Option
from xentgui.program.subcommands.input_file import NO_FILE, STDIN, read_bytes
from xentgui.program.subcommands.inputs import ONE_FILE
from xentgui.program.subcommands.output import write
from xentgui.program.subcommands.present import UNKNOWN, lecture_names
from xentgui.program.usage import UsageError, nearest
from xentgui.program.words import Arguments

PAPERS: Final = ("a4", "letter")
"""The keys of the papers, which only `xentgui.export.handout` knows, and it needs Qt."""

_NO_OUTPUT = QT_TRANSLATE_NOOP("cli", "There is no output. Name a file, for example -o handout.pdf")
_NO_PDF = QT_TRANSLATE_NOOP(
    "cli", "A handout is a PDF, and {name} is the name of something else. End it with .pdf"
)
_ONE_OUTPUT = QT_TRANSLATE_NOOP(
    "cli", "Standard output takes one file, and with --notes there are two. Name a file with -o."
)


def options() -> tuple[Option, ...]:
    """Return what is written, and on which paper."""
    return (
        Option(
            ("-o", "--output"),
            QT_TRANSLATE_NOOP("cli", "output file, a PDF; - for standard output"),
            "FILE",
        ),
        Option(
            ("--notes",),
            QT_TRANSLATE_NOOP(
                "cli",
                "write what the lecturer says, too, into a second file: out-notes.pdf beside out.pdf",
            ),
            default=False,
        ),
        Option(
            ("--every-step",),
            QT_TRANSLATE_NOOP(
                "cli",
                "a page for each step (default: for each scene, as it is after its last step)",
            ),
            default=False,
        ),
        Option(
            ("--paper",),
            QT_TRANSLATE_NOOP("cli", "the size of the paper (default: a4)"),
            "NAME",
            choices=PAPERS,
            default=PAPERS[0],
        ),
    )


def operand() -> Option:
    """Return what stands without an option: a lecture."""
    return Option(
        (),
        QT_TRANSLATE_NOOP(
            "cli",
            "a document, or a lecture that comes with the program: {names}; "
            "- or none in a pipe: standard input",
        ),
        "LECTURE",
        gaps=lambda: {"names": lecture_names()},
    )


def run(arguments: Arguments) -> int:
    """Write the handout; return 0, or 3 without libraries.

    Raises UsageError, RefusedError, OSError and MemoryError.
    """
    output = arguments.output
    if output is None:
        raise UsageError(_NO_OUTPUT)
    if output != "-" and Path(output).suffix.lower() != ".pdf":
        raise UsageError(_NO_PDF, name=output)
    if output == "-" and arguments.notes:
        raise UsageError(_ONE_OUTPUT)
    if len(arguments.operands) > 1:
        raise UsageError(ONE_FILE, words=", ".join(arguments.operands))
    arguments.file = arguments.operands[0] if arguments.operands else None
    document = _document(arguments)
    refusal = preflight.check(window=False, speaker=arguments.catalog)
    if refusal is not None:
        sys.stderr.write(f"{refusal}\n")
        return preflight.EXIT_CODE
    for name, data in _files(arguments, document).items():
        write(name, data)
    return 0


def _document(arguments: Arguments) -> Document:
    """Return the lecture that `arguments` name: a file goes before a name of ours."""
    name = arguments.file
    if name is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(NO_FILE)
    if name in {None, "-"}:
        try:
            return decode(read_bytes(arguments))
        except DocumentError as error:
            raise file_error.about(STDIN, error) from None
    path = Path(name)
    if path.exists() or path.suffix:
        return read_file(path).document
    called = name.lower()
    if called not in lectures.names():
        near = nearest(called, lectures.names())
        raise UsageError(UNKNOWN, near=near, word=name, names=lecture_names())
    return lectures.lecture(called, arguments.lang or ENGLISH)


def _files(arguments: Arguments, document: Document) -> dict[str, bytes]:
    """Return the bytes of each file by its name."""
    # Qt can lack a library, which `preflight.check` reports before the import.
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from xentgui.export.handout.handout import Handout  # noqa: PLC0415
    from xentgui.export.handout.pdf import handout_pdf, notes_name, notes_pdf  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(["xentgui"])
    assert application is not None
    handout = Handout(
        document,
        language=arguments.lang,
        paper=arguments.paper,
        every_step=arguments.every_step,
    )
    files = {arguments.output: handout_pdf(handout)}
    if arguments.notes:
        files[str(notes_name(Path(arguments.output)))] = notes_pdf(handout)
    return files
