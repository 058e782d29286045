"""``xentgui sample``: what a sampler keeps, and draws from that, without Qt."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from xentgui.export.numbers.csv_text import text_cell
from xentgui.export.numbers.json_text import exact
from xentgui.language.catalog import ENGLISH
from xentgui.model import State, derive
from xentgui.model.sampling.draws import Draws, draw, running_mean
from xentgui.model.sampling.sampler import Sampled, sampled
from xentgui.program.options import Option
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.subcommands.common_options import output_options
from xentgui.program.subcommands.inputs import read_scene
from xentgui.program.subcommands.output import write
from xentgui.program.words import Arguments

operand = input_options.operand


def options() -> tuple[Option, ...]:
    """Return what is drawn from, how often, and how it is written."""
    return (
        *input_options.options(),
        *output_options(),
    )


def run(arguments: Arguments) -> int:
    """Write what is kept and drawn; return 0.  Raises UsageError, RefusedError and OSError."""
    inputs.take_operands(arguments)
    arguments.names_in = ENGLISH
    state = read_scene(arguments).subject.resolve()
    found = sampled(derive(state))
    draws = draw(found.probabilities, int(state.draws), int(state.seed))
    is_json = arguments.format == "json"
    text = as_json(state, found, draws) if is_json else as_csv(state, found, draws)
    write(arguments.output, text.encode())
    return 0


def as_json(state: State, found: Sampled, draws: Draws) -> str:
    """Return all of it as JSON; "kept" is a list of classes, counted from 0, for each stage."""
    content: dict[str, Any] = {
        "labels": list(state.labels),
        "seed": int(state.seed),
        "draws": len(draws),
        "order": [stage.key for stage in found.stages],
        "values": exact([stage.value for stage in found.stages]),
        "kept": [np.flatnonzero(stage.kept).tolist() for stage in found.stages],
        "dropped": exact([stage.dropped for stage in found.stages]),
        "probabilities": exact(found.probabilities.tolist()),
        "counts": draws.counts.tolist(),
        "entropy_before": exact(found.entropy_before),
        "entropy": exact(found.entropy_after),
        "mean_information": exact(float(running_mean(found.information, draws)[-1])),
    }
    lines = (
        f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in content.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def as_csv(state: State, found: Sampled, draws: Draws) -> str:
    """Return a line for each class: p, how often it was drawn, and which stages leave it (1 or 0)."""
    lines = [",".join(["class", "p", "count", *(stage.key for stage in found.stages)])]
    kept = [stage.kept.astype(int).tolist() for stage in found.stages]
    numbers = zip(found.probabilities.tolist(), draws.counts.tolist(), *kept, strict=True)
    for label, row in zip(state.labels, numbers, strict=True):
        lines.append(",".join([text_cell(label), *map(repr, row)]))
    return "\n".join([*lines, ""])
