"""The options that name the input of a command, and what is changed in it."""

from __future__ import annotations

from typing import Final

from xentgui.documents import file_readers
from xentgui.language.numbers import typed
from xentgui.language.units import UNITS
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.sampling.settings import OrderSetting
from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS
from xentgui.program.options import Option, count
from xentgui.program.subcommands import reading_options
from xentgui.program.subcommands.typed_names import typed_names
from xentgui.program.subcommands.typed_numbers import typed_numbers
from xentgui.reading.number import read_number

_MOST: Final = 10**12  # rows
_SHORT: Final = {"draws": ("--n",)}


def options() -> tuple[Option, ...]:
    """Return the options for the input: numbers, and what is changed in them."""
    return (
        Option(
            ("--logits",),
            QT_TRANSLATE_NOOP("cli", "the logits instead of a FILE, for example 2.33,-1.46,0.56"),
            "Z,…",
            read=typed_numbers,
            numbers=True,
        ),
        Option(
            ("--target",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the name of the right class, or a number for each class, for example 1,0,0 "
                "(default: the file's, else the first class)",
            ),
            "Y,…",
            numbers=True,
        ),
        Option(
            ("--labels",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the names of the classes; one that holds a comma stands in quotation marks, as in CSV",
            ),
            "NAME,…",
            read=typed_names,
        ),
        *settings(),
        Option(
            ("--unit",),
            QT_TRANSLATE_NOOP("cli", "the unit of information (default: the file's, else nats)"),
            "UNIT",
            choices=tuple(UNITS),
        ),
        Option(
            ("--scene",),
            QT_TRANSLATE_NOOP("cli", "which scene of a document, counted from 1 (default: 1)"),
            "N",
            read=count(-_MOST, _MOST),
        ),
        Option(
            ("--row",),
            QT_TRANSLATE_NOOP("cli", "which row of a matrix, counted from 0 as numpy does"),
            "N",
            read=count(-_MOST, _MOST),
        ),
        *reading_options.options(),
    )


def operand() -> Option:
    """Return what stands without an option: a file, or numbers."""
    return Option(
        (),
        QT_TRANSLATE_NOOP(
            "cli",
            "a document ({document}), a figure made by xentgui, logits ({logits}), or numbers such "
            "as 2,1,0; - or no FILE in a pipe: standard input",
        ),
        "FILE",
        gaps=file_readers.listed_endings,
    )


def settings(*, of_file: bool = True) -> tuple[Option, ...]:
    """Return an option for each setting of a state; `of_file`: a file can hold settings, too.

    Where no file does, nothing is drawn, either.
    """
    return tuple(
        _setting_option(setting, of_file=of_file)
        for setting in SETTINGS.values()
        if of_file or not setting.of_draws
    )


def _setting_option(setting: NumberSetting | ChoiceSetting, *, of_file: bool) -> Option:
    if isinstance(setting, OrderSetting):
        return Option(
            (setting.option,),
            QT_TRANSLATE_NOOP(
                "cli",
                "which stages of the sampler come first; the others follow (default: the file's, "
                "else {default})",
            ),
            setting.metavar,
            read=setting.checked,
            gaps=lambda: {"default": setting.default},
        )
    if isinstance(setting, ChoiceSetting):
        # One loss is no choice.
        return Option(
            (setting.option,),
            QT_TRANSLATE_NOOP("cli", "the loss (default: the file's, else cross_entropy)")
            if of_file
            else QT_TRANSLATE_NOOP("cli", "the loss (default: cross_entropy)"),
            setting.metavar,
            choices=tuple(setting.choices),
            hidden=len(setting.choices) < 2,
        )

    def gaps() -> dict[str, str]:
        return {"usage": setting.usage, "default": typed(setting.default)}

    return Option(
        (*_SHORT.get(setting.key, ()), setting.option),
        QT_TRANSLATE_NOOP("cli", "{usage} (default: the file's, else {default})")
        if of_file
        else QT_TRANSLATE_NOOP("cli", "{usage} (default: {default})"),
        setting.metavar,
        read=read_number,
        gaps=gaps,
    )
