"""``xentgui export``: a figure as a file, on a machine without a display."""

from __future__ import annotations

import re
import sys

from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS
from xentgui.export.spec import BACKGROUNDS, FAMILIES, SVG_TEXTS, THEMES, USUAL_PANELS
from xentgui.export.styles import STYLES, WINDOW
from xentgui.language.catalog import ENGLISH
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.settings_of_state import SWEEPS
from xentgui.program import preflight
from xentgui.program.options import Option, count, positive
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.subcommands.figure_file import figure_file
from xentgui.program.subcommands.output import write
from xentgui.program.usage import UsageError, nearest
from xentgui.program.words import Arguments
from xentgui.reading.number import read_number

_NO_OUTPUT = QT_TRANSLATE_NOOP("cli", "There is no output. Name a file, for example -o figure.svg")
_NO_SWEEP = QT_TRANSLATE_NOOP("cli", "“{text}” is not a sweep. Write it like temperature=0.1:5.")
_NOT_SWEPT = QT_TRANSLATE_NOOP("cli", "“{value}” cannot be swept. Choose one of: {choices}.")
_NO_SIZE = QT_TRANSLATE_NOOP(
    "cli", "“{text}” is not a size. Write width and height like 1920x1080."
)

operand = input_options.operand


def options() -> tuple[Option, ...]:
    """Return what the figure shows, and how it looks."""
    return (
        *input_options.options(),
        Option(
            ("-o", "--output"),
            QT_TRANSLATE_NOOP("cli", "output file; - for standard output"),
            "FILE",
        ),
        Option(
            ("--format",),
            QT_TRANSLATE_NOOP("cli", "the format of the file (default: from the output's name)"),
            "FORMAT",
            choices=(*EXPORT_FORMATS, *ANIMATION_FORMATS),
        ),
        Option(
            ("--panel",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the panels to show, with commas between them, by key or by name (default: the "
                "file's, else {panels})",
            ),
            "KEY,…",
            read=typed_names_of_panels,
            repeated=True,
            gaps=lambda: {"panels": ",".join(USUAL_PANELS)},
        ),
        Option(
            ("--choose",),
            QT_TRANSLATE_NOOP(
                "cli", "choose what a panel shows, for example trace.axis=log (can be repeated)"
            ),
            "PANEL.WHAT=VALUE,…",
            repeated=True,
        ),
        Option(
            ("--size",),
            QT_TRANSLATE_NOOP(
                "cli", "width and height in pixels, or the width alone (default: 1600x900)"
            ),
            "WxH",
            read=_pair,
        ),
        Option(
            ("--cm",),
            QT_TRANSLATE_NOOP(
                "cli", "width and height in centimetres, for paper, or the width alone"
            ),
            "WxH",
            read=_pair,
        ),
        Option(
            ("--dpi",),
            QT_TRANSLATE_NOOP("cli", "dots per inch, with --cm (default: 300)"),
            "N",
            read=positive,
        ),
        Option(
            ("--font-size",),
            QT_TRANSLATE_NOOP("cli", "size of the text in pixels, or in points with --cm"),
            "N",
            read=positive,
        ),
        Option(
            ("--style",),
            QT_TRANSLATE_NOOP("cli", "what stands around the plots (default: window)"),
            "STYLE",
            choices=tuple(STYLES),
            default=WINDOW.key,
        ),
        Option(
            ("--theme",),
            QT_TRANSLATE_NOOP("cli", "the colours (default: light)"),
            "THEME",
            choices=THEMES,
            default="light",
        ),
        Option(
            ("--background",),
            QT_TRANSLATE_NOOP("cli", "the background (default: theme)"),
            "NAME",
            choices=BACKGROUNDS,
            default="theme",
        ),
        Option(
            ("--family",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the letters: sans, serif for a paper in Computer Modern or Times, or the system's "
                "(default: sans)",
            ),
            "NAME",
            choices=FAMILIES,
            default=FAMILIES[0],
        ),
        Option(
            ("--svg-text",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the text of an SVG: outlines, the same everywhere (default), or text that can be "
                "edited, with its fonts embedded or only named",
            ),
            "KIND",
            choices=SVG_TEXTS,
            default=SVG_TEXTS[0],
        ),
        Option(("--heading",), QT_TRANSLATE_NOOP("cli", "a sentence above the panels"), "TEXT"),
        Option(("--caption",), QT_TRANSLATE_NOOP("cli", "a sentence below the panels"), "TEXT"),
        Option(
            ("--no-titles",),
            QT_TRANSLATE_NOOP("cli", "leave out the titles of the panels"),
            default=False,
        ),
        Option(
            ("--no-formulas",), QT_TRANSLATE_NOOP("cli", "leave out the formulas"), default=False
        ),
        Option(
            ("--no-values",),
            QT_TRANSLATE_NOOP("cli", "leave out the numbers beside the marks"),
            default=False,
        ),
        Option(
            ("--sweep",),
            QT_TRANSLATE_NOOP(
                "cli", "animate: let {swept} or logit1, logit2 … go from A to B and back"
            ),
            "WHAT=A:B",
            read=_sweep,
            gaps=lambda: {"swept": ", ".join(SWEEPS)},
        ),
        Option(
            ("--frames",),
            QT_TRANSLATE_NOOP("cli", "frames of a sweep, one way (default: 40)"),
            "N",
            read=count(1, 10**6),
            default=40,
        ),
        Option(
            ("--fps",),
            QT_TRANSLATE_NOOP("cli", "frames a second (default: 20)"),
            "N",
            read=positive,
            default=20.0,
        ),
        Option(
            ("--no-state",),
            QT_TRANSLATE_NOOP("cli", "do not keep the numbers in the file, to open it again"),
            default=False,
        ),
    )


def run(arguments: Arguments) -> int:
    """Write the figure; return 0, or 3 without libraries.

    Raises UsageError, RefusedError, OSError and MemoryError.
    """
    if arguments.output is None:
        raise UsageError(_NO_OUTPUT)
    if arguments.size is not None and arguments.cm is not None:
        raise UsageError(inputs.NOT_BOTH, one="--size", other="--cm")
    inputs.take_operands(arguments)
    arguments.names_in = arguments.lang or ENGLISH
    make = figure_file(arguments)
    refusal = preflight.check(window=False, speaker=arguments.catalog)
    if refusal is not None:
        sys.stderr.write(f"{refusal}\n")
        return preflight.EXIT_CODE
    write(arguments.output, make())
    return 0


def _sweep(text: str) -> tuple[str, float, float]:
    """Return the three parts of "temperature=0.1:5"."""
    what, _, ends = text.partition("=")
    start, colon, stop = ends.partition(":")
    if not (what and start and colon and stop):
        raise UsageError(_NO_SWEEP, text=text)
    key = what.strip().lower().replace("-", "_")
    logit = re.fullmatch(r"logit\s*([0-9]+)", key)
    if key not in SWEEPS and logit is None:
        raise UsageError(
            _NOT_SWEPT,
            near=nearest(key, [*SWEEPS, "logit1"]),
            value=what,
            choices=", ".join([*SWEEPS, "logit1, logit2 …"]),
        )
    return key if logit is None else f"logit{logit[1]}", read_number(start), read_number(stop)


def _pair(text: str) -> tuple[float, float | None]:
    """Return the two numbers of "1920x1080"; of "1920" one, and None for the height."""
    try:
        width, *rest = map(float, re.split(r"[x×*,]|\s+", text.strip().lower()))
        height = rest.pop() if rest else None
    except ValueError:
        raise UsageError(_NO_SIZE, text=text) from None
    if rest:
        raise UsageError(_NO_SIZE, text=text)
    return width, height


def typed_names_of_panels(text: str) -> list[str]:
    """Return the names of panels, which have commas between them."""
    return [part.strip() for part in re.split("[,，;、]", text) if part.strip()]
