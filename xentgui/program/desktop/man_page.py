"""The man page, made from the options of all commands."""

from __future__ import annotations

from collections.abc import Mapping

import xentgui
from xentgui.language.catalog import QT_TRANSLATE_NOOP, Catalog
from xentgui.program.help_page import explained_option, names_of
from xentgui.program.options import CommandLine

_NAME = QT_TRANSLATE_NOOP("cli", "name")
_SYNOPSIS = QT_TRANSLATE_NOOP("cli", "synopsis")
_OPTIONS = QT_TRANSLATE_NOOP("cli", "options")
_FILES = QT_TRANSLATE_NOOP("cli", "files")
_EXIT = QT_TRANSLATE_NOOP("cli", "exit status")
_SETTINGS = QT_TRANSLATE_NOOP(
    "cli",
    "settings, the work of a program that crashed, and its log; XENTGUI_CONFIG_DIR names another "
    "folder",
)
_CODES = (
    (0, QT_TRANSLATE_NOOP("cli", "done")),
    (1, QT_TRANSLATE_NOOP("cli", "a file cannot be read, used or written")),
    (2, QT_TRANSLATE_NOOP("cli", "wrong usage")),
    (3, QT_TRANSLATE_NOOP("cli", "no display or no libraries")),
    (130, "Ctrl-C"),
)


def man_page(lines: Mapping[str, CommandLine], catalog: Catalog) -> str:
    """Return the page of the commands `lines`, in roff; "" names the command line of the window."""

    def said(text: str) -> str:
        return catalog.translate("cli", text)

    window = lines[""]
    parts = [
        f'.TH XENTGUI 1 "" "XentGUI {xentgui.__version__}"',
        ".ad l",  # Chinese has no blanks that could be widened
        *_heading(said(_NAME)),
        _text(f"xentgui - {said(window.summary).rstrip('.。')}"),
        *_heading(said(_SYNOPSIS)),
        rf"\fBxentgui\fR [\fI{_text(said(_OPTIONS))}\fR] [\fI{window.operand.metavar}\fR]",
    ]
    for name in filter(None, lines):
        parts += [".br", rf"\fBxentgui {name}\fR [\fI{_text(said(_OPTIONS))}\fR] ..."]
    for name, line in lines.items():
        parts += _heading(f"xentgui {name}".strip(), _text(said(line.summary)))
        if line.operand.metavar:
            text = explained_option(line.operand, catalog)
            parts += [".TP", rf"\fI{_text(line.operand.metavar)}\fR", _text(text)]
        for option in line.options:
            if not option.hidden:
                text = explained_option(option, catalog)
                parts += [".TP", rf"\fB{_text(names_of(option))}\fR", _text(text)]
    parts += [
        *_heading(said(_FILES)),
        ".TP",
        r"\fI~/.config/xentgui\fR",
        _text(said(_SETTINGS)),
        *_heading(said(_EXIT)),
    ]
    for code, meaning in _CODES:
        parts += [".TP", str(code), _text(said(meaning))]
    return "\n".join(parts) + "\n"


def _heading(title: str, text: str = "") -> list[str]:
    return [f".SH {_text(title).upper()}", *([text] if text else [])]


def _text(text: str) -> str:
    """Return `text` so that roff takes none of it for a command."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return r"\&" + plain if plain.startswith(".") else plain
