"""``xentgui evaluate``: the numbers of a state or of many samples, without Qt."""

from __future__ import annotations

import argparse
import sys

from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.model import derive
from xentgui.model.message import RefusedError
from xentgui.program.subcommands import inputs
from xentgui.program.subcommands.inputs import ManySamples, read_input
from xentgui.program.subcommands.output import write
from xentgui.program.subcommands.sample_text import SAMPLE_FORMATS, sample_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where the numbers come from, and how they are written."""
    inputs.add_arguments(parser)
    parser.add_argument(
        "--format",
        choices=tuple(SAMPLE_FORMATS),
        default="table",
        help="json and csv are exact and always in nats (default: table)",
    )
    parser.add_argument(
        "--decimals", type=int, default=4, choices=range(1, 16), metavar="N", help="default: 4"
    )
    parser.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="where to (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the numbers; return 0, or 1 with the reason on standard error."""
    try:
        write(arguments.output, _text(arguments).encode())
    except BrokenPipeError:
        raise  # the reader has closed the output, so no message is needed
    except (RefusedError, OSError, MemoryError) as reason:
        sys.stderr.write(f"xentgui evaluate: {reason}\n")
        return 1
    return 0


def _text(arguments: argparse.Namespace) -> str:
    found = read_input(arguments)
    looks = Looks(found.unit, arguments.decimals)
    if isinstance(found, ManySamples):
        return sample_text(found, arguments.format, looks)
    return NUMBER_FORMATS[arguments.format].encode(derive(found.state), looks)
