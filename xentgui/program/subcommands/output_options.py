"""The options for what is written with all its digits, as JSON or CSV."""

from __future__ import annotations

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.program.options import Option


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
