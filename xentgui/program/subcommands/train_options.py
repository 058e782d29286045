"""The options of ``xentgui train``: which points, which model, and how it is trained."""

from __future__ import annotations

from typing import Final

from xentgui.documents.data_sets import DATA_SETS
from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.model.classifier.training import Training
from xentgui.model.classifier.ways import WAYS
from xentgui.program.options import Option, count
from xentgui.program.subcommands import input_options
from xentgui.program.subcommands.common_options import output_options, step_options
from xentgui.program.subcommands.typed_names import typed_names
from xentgui.program.words import Arguments
from xentgui.reading.number import read_number

_MOST_STEPS: Final = 10**6
_MOST_MADE: Final = 10**6
_MOST_POINTS: Final = 10**9
_MOST_SEED: Final = 2**63 - 1


def operand() -> Option:
    """Return what stands without an option: the file of the points."""
    return Option(
        (),
        QT_TRANSLATE_NOOP(
            "cli",
            "points as CSV, a line for each: its inputs and its class; - or no FILE in a pipe: "
            "standard input",
        ),
        "FILE",
    )


def options() -> tuple[Option, ...]:
    """Return which points are taken, which model, and how its numbers are written."""
    return (
        Option(
            ("--inputs",),
            QT_TRANSLATE_NOOP("cli", "the columns of the inputs (default: all but the class)"),
            "NAME,…",
            read=typed_names,
        ),
        *_of_data(),
        Option(
            ("--class",),
            QT_TRANSLATE_NOOP(
                "cli", "the column of the class (default: the one called class, else the last)"
            ),
            "NAME",
        ),
        Option(
            ("--model",),
            QT_TRANSLATE_NOOP(
                "cli",
                "softmax regression, linear discriminant analysis, or least squares without "
                "softmax (default: softmax)",
            ),
            "MODEL",
            choices=WAYS,
            default="softmax",
        ),
        Option(
            ("--features",),
            QT_TRANSLATE_NOOP(
                "cli",
                "what W belongs to: x1, x2 …, x1^2, x1*x2, sin x1 … (default: the inputs as they "
                "are)",
            ),
            "FEATURE,…",
            read=typed_names,
        ),
        *input_options.settings(of_file=False),
        *_of_training(),
        *output_options(),
    )


def training_of(arguments: Arguments) -> Training:
    """Return how to train."""
    return Training(
        rate=arguments.rate,
        momentum=arguments.momentum,
        decay=arguments.decay,
        batch=arguments.batch,
        seed=arguments.seed,
        standardise=arguments.standardise,
    )


def _of_data() -> tuple[Option, ...]:
    return (
        Option(
            ("--data",),
            QT_TRANSLATE_NOOP("cli", "points that come with the program, in place of FILE"),
            "NAME",
            choices=tuple(DATA_SETS),
        ),
        Option(
            ("--count",),
            QT_TRANSLATE_NOOP("cli", "how many points of --data are made (default: 120)"),
            "N",
            read=count(4, _MOST_MADE),
            default=120,
        ),
        Option(
            ("--overlap",),
            QT_TRANSLATE_NOOP("cli", "the deviation of the clouds that are made"),
            "NUMBER",
            read=read_number,
        ),
    )


def _of_training() -> tuple[Option, ...]:
    return (
        *step_options(_MOST_STEPS),
        Option(
            ("--batch",),
            QT_TRANSLATE_NOOP("cli", "how many points a step takes; 0 for all (default: 0)"),
            "N",
            read=count(0, _MOST_POINTS),
            default=0,
        ),
        Option(
            ("--seed",),
            QT_TRANSLATE_NOOP(
                "cli", "of the order of the points in each epoch, and of --data (default: 0)"
            ),
            "N",
            read=count(0, _MOST_SEED),
            default=0,
        ),
        Option(
            ("--decay",),
            QT_TRANSLATE_NOOP(
                "cli", "λ, of which half is the price of the squares of W (default: 0)"
            ),
            "LAMBDA",
            read=read_number,
            default=0.0,
        ),
        Option(
            ("--standardise",),
            QT_TRANSLATE_NOOP(
                "cli",
                "scale the inputs while it trains; W and b are those of the inputs as they are",
            ),
            default=False,
        ),
        Option(
            ("--optimum",),
            QT_TRANSLATE_NOOP(
                "cli", "go to the optimum with Newton's method, in place of steps of a rate"
            ),
            default=False,
        ),
    )
