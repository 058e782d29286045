"""Options of several commands: for steps against a gradient, and for what is written as text."""

from __future__ import annotations

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.program.options import Option, count
from xentgui.reading.number import read_number


def step_options(most: int) -> tuple[Option, ...]:
    """Return how far a step goes, what it takes along, and how many there are, at most `most`."""
    return (
        Option(
            ("--rate",),
            QT_TRANSLATE_NOOP("cli", "how far a step against the gradient goes (default: 1)"),
            "ETA",
            read=read_number,
            default=1.0,
        ),
        Option(
            ("--momentum",),
            QT_TRANSLATE_NOOP(
                "cli", "the share of the step before that is taken along (default: 0)"
            ),
            "BETA",
            read=read_number,
            default=0.0,
        ),
        Option(
            ("--steps",),
            QT_TRANSLATE_NOOP("cli", "how many steps (default: 100)"),
            "N",
            read=count(0, most),
            default=100,
        ),
    )


def output_options() -> tuple[Option, ...]:
    """Return the format, and where the text goes."""
    return (
        Option(
            ("--format",),
            QT_TRANSLATE_NOOP("cli", "both are exact and in nats (default: json)"),
            "FORMAT",
            choices=("json", "csv"),
            default="json",
        ),
        Option(
            ("-o", "--output"),
            QT_TRANSLATE_NOOP("cli", "output file; - for standard output (default: -)"),
            "FILE",
            default="-",
        ),
    )
