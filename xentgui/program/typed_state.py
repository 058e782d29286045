"""The state that the window begins with if numbers are typed instead of the name of a file."""

from __future__ import annotations

from xentgui.model import State
from xentgui.program.options import CommandLine
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.words import Arguments

_OF_FILES = {"scene", "row"}


def line_with_numbers(line: CommandLine) -> CommandLine:
    """Return `line` with the options for numbers and what belongs to them."""
    numbers = (one for one in input_options.options() if one.key not in _OF_FILES)
    return line._replace(options=(*numbers, *line.options))


def typed_state(arguments: Arguments) -> State:
    """Return the state that the words describe; raises UsageError."""
    arguments.scene = arguments.row = None
    arguments.names_in = arguments.catalog.code
    inputs.take_operands(arguments)
    with inputs.as_typed():
        return inputs.read_scene(arguments).state
