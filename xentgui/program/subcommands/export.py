"""``xentgui export``: a figure as a file, on a machine without a display."""

from __future__ import annotations

import argparse
import sys

from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS
from xentgui.export.spec import (
    BACKGROUNDS,
    THEMES,
    USUAL_PANELS,
)
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import SWEEPS
from xentgui.program import preflight
from xentgui.program.subcommands import inputs
from xentgui.program.subcommands.figure_file import figure_file
from xentgui.program.subcommands.output import write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments for the content and the look of the figure."""
    inputs.add_arguments(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="where to; - is standard output"
    )
    parser.add_argument(
        "--format",
        choices=(*EXPORT_FORMATS, *ANIMATION_FORMATS),
        help="by default what the name of the output ends with",
    )
    parser.add_argument(
        "--panel",
        action="append",
        metavar="KEY",
        help=f"show this panel; may be repeated (default: {', '.join(USUAL_PANELS)})",
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--size", type=_pair, metavar="WxH", help="in pixels (default: 1600x900)")
    size.add_argument("--cm", type=_pair, metavar="WxH", help="in centimetres, for paper")
    parser.add_argument("--dpi", type=float, help="dots per inch, with --cm (default: 300)")
    parser.add_argument(
        "--font-size", type=float, metavar="N", help="in pixels, or in points with --cm"
    )
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--background", choices=BACKGROUNDS, default="theme")
    parser.add_argument("--lang", default="", metavar="CODE", help="en or zh_CN")
    parser.add_argument("--heading", metavar="TEXT", help="a sentence above the panels")
    parser.add_argument("--caption", metavar="TEXT", help="a sentence below the panels")
    for part in ("titles", "formulas", "values"):
        parser.add_argument(f"--no-{part}", action="store_true", help=f"leave out the {part}")
    parser.add_argument(
        "--sweep",
        type=_sweep,
        metavar="WHAT=A:B",
        help=f"let {', '.join(SWEEPS)} or logit1, logit2 … go from A to B and back",
    )
    parser.add_argument("--frames", type=int, default=40, metavar="N", help="one way (default: 40)")
    parser.add_argument("--fps", type=float, default=20.0, metavar="N", help="default: 20")
    parser.add_argument(
        "--no-state", action="store_true", help="do not keep the state itself in the file"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the figure; return 0, 1 with the reason on standard error, or 3 without libraries."""
    try:
        make = figure_file(arguments)
        refusal = preflight.check(window=False)
        if refusal is not None:
            sys.stderr.write(f"{refusal}\n")
            return preflight.EXIT_CODE
        write(arguments.output, make())
    except BrokenPipeError:
        raise  # the reader has closed the output, so no message is needed
    except (RefusedError, OSError, MemoryError) as reason:
        sys.stderr.write(f"xentgui export: {reason}\n")
        return 1
    return 0


def _sweep(text: str) -> tuple[str, str, str]:
    """Return the three parts of "temperature=0.1:5"."""
    what, _, ends = text.partition("=")
    start, colon, stop = ends.partition(":")
    if not (what and start and colon and stop):
        raise argparse.ArgumentTypeError(f"{text!r} is no sweep: write it like temperature=0.1:5")
    return what, start, stop


def _pair(text: str) -> tuple[float, float]:
    """Return the two numbers of "1920x1080"."""
    parts = text.lower().replace("×", "x").split("x")
    try:
        width, height = map(float, parts)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no size: write width and height like 1920x1080"
        ) from None
    return width, height
