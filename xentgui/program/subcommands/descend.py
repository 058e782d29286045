"""``xentgui descend``: the trace of a walk down the loss, without Qt."""

from __future__ import annotations

import json

import numpy as np

from xentgui.export.numbers.csv_text import text_cell
from xentgui.export.numbers.json_text import exact
from xentgui.language.catalog import ENGLISH
from xentgui.model import State
from xentgui.model.descent import Trace, walked
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.recipes import Method, Walk
from xentgui.program.options import Option
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.subcommands.common_options import output_options, step_options
from xentgui.program.subcommands.inputs import read_scene
from xentgui.program.subcommands.output import write
from xentgui.program.words import Arguments
from xentgui.reading.number import read_number

MOST_STEPS = 10**6

operand = input_options.operand


def options() -> tuple[Option, ...]:
    """Return where the walk begins, how it goes, and how its trace is written."""
    return (
        *input_options.options(),
        Option(
            ("--method",),
            QT_TRANSLATE_NOOP("cli", "how a step is chosen (default: gradient)"),
            "METHOD",
            choices=tuple(Method),
            default=str(Method.GRADIENT),
        ),
        *step_options(MOST_STEPS),
        Option(
            ("--tolerance",),
            QT_TRANSLATE_NOOP(
                "cli",
                "stop where no component of the gradient is larger (default: 0, which takes all "
                "steps)",
            ),
            "SIZE",
            read=read_number,
            default=0.0,
        ),
        *output_options(),
    )


def run(arguments: Arguments) -> int:
    """Write the trace; return 0.  Raises UsageError, RefusedError and OSError."""
    inputs.take_operands(arguments)
    arguments.names_in = ENGLISH
    state = read_scene(arguments).subject.resolve()
    walk = Walk(Method(arguments.method), arguments.rate, arguments.momentum, arguments.tolerance)
    with inputs.as_typed():
        trace = walked(state, walk, arguments.steps)
    text = as_json(state, walk, trace) if arguments.format == "json" else as_csv(state, trace)
    write(arguments.output, text.encode())
    return 0


def as_json(state: State, walk: Walk, trace: Trace) -> str:
    """Return the trace as JSON: lists with an entry a step, from 0."""
    content = {
        "labels": list(state.labels),
        "loss_name": state.loss,
        "method": str(walk.method),
        "rate": walk.rate,
        "momentum": walk.momentum,
        "stopped": str(trace.stopped),
        "loss": exact(trace.loss.tolist()),
        "probabilities": exact(trace.probabilities.tolist()),
        "logits": exact(trace.logits.tolist()),
    }
    lines = (f'  "{key}": {json.dumps(value)}' for key, value in content.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def as_csv(state: State, trace: Trace) -> str:
    """Return the trace as CSV: a line a step, the loss, and p and z of each class.

    The last column is empty but on the last line, where it says why the walk ended.
    """
    names = [text_cell(f"{letter} {label}") for letter in "pz" for label in state.labels]
    lines = [",".join(["step", "loss", *names, "stopped"])]
    numbers = np.hstack((trace.loss.reshape(-1, 1), trace.probabilities, trace.logits))
    for step, row in enumerate(numbers.tolist()):
        why = str(trace.stopped) if step == len(numbers) - 1 else ""
        lines.append(",".join([str(step), *map(repr, row), why]))
    return "\n".join([*lines, ""])
