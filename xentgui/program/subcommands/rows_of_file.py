"""What is known of the rows of a matrix from a file, for the panels that show it."""

from __future__ import annotations

import math

from xentgui.model.sampling.fit import fit_of
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.subjects import Edit, OfSample
from xentgui.program.subcommands.inputs import ManySamples
from xentgui.reading.samples.row_state import row_state
from xentgui.reading.samples.scan import Scan

PANELS = ("rows", "calibration")
"""The keys of the panels that show rows."""


def rows_of(samples: ManySamples) -> SeenRows:
    """Return what there is to know of all rows, of which the first is shown."""
    batch = samples.batch
    scan = Scan(batch, samples.settings, math.inf)
    while not scan.done:
        scan.advance()
    some = scan.some.all()

    def to_row(row: int) -> Edit:
        return OfSample(lambda state: row_state(batch, row, state))

    return SeenRows(
        name=batch.name,
        count=batch.samples,
        reached=scan.reached,
        row=0,
        losses=scan.losses,
        entropy=scan.entropy,
        confidence=scan.confidence,
        correct=scan.correct,
        mean_loss=scan.mean_loss,
        fit=None if some is None else fit_of(*some),
        to_row=to_row,
    )
