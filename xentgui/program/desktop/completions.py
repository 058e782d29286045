"""Completions for bash, zsh and fish, made from the options of all commands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xentgui.language.catalog import Catalog
from xentgui.program.help_page import explained_option
from xentgui.program.options import CommandLine, Option

_FROM = "made from the options of xentgui"
_ENGLISH = Catalog()


def bash(lines: Mapping[str, CommandLine]) -> str:
    """Return the completions for bash; where there is nothing to choose from, it offers files."""
    values = [
        f'        "{name}:{one}") words="{" ".join(option.choices)}" ;;'
        for name, line in lines.items()
        for option in _shown(line)
        if option.choices
        for one in option.names
    ]
    words = [
        f'        "{name}") words="{" ".join(_names(line))}" ;;' for name, line in lines.items()
    ]
    commands = " ".join(filter(None, lines))
    return _BASH.format(
        made=_FROM,
        commands=commands,
        either="|".join(filter(None, lines)),
        values="\n".join(values),
        options="\n".join(words),
        takes="|".join(
            sorted({f"{n}:{one}" for n, line in lines.items() for one in _taking(line)})
        ),
    )


_BASH = """\
# bash completion for xentgui, {made}
_xentgui() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD - 1]}}"
    local command="" words=""
    case "${{COMP_WORDS[1]}}" in {either}) ((COMP_CWORD > 1)) && command="${{COMP_WORDS[1]}}" ;; esac
    if [[ $word == "=" ]]; then word=""; elif [[ $before == "=" ]]; then before="${{COMP_WORDS[COMP_CWORD - 2]}}"; fi
    case "$command:$before" in
{values}
        {takes}) return ;;
    esac
    if [[ -z $words && $word == -* ]]; then
        case "$command" in
{options}
        esac
    elif [[ -z $words && $COMP_CWORD == 1 ]]; then
        words="{commands} help"
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}}
complete -o default -F _xentgui xentgui
"""


def zsh(lines: Mapping[str, CommandLine]) -> str:
    """Return the completions for zsh."""
    commands = [_quoted(f"{name}:{_said(line.summary)}") for name, line in lines.items() if name]
    functions = []
    for name, line in lines.items():
        options = [
            _quoted(f"{_alone(option)}{one}[{_bracketed(option)}]{_zsh_value(option)}")
            for option in _shown(line)
            for one in option.names
        ]
        if name:
            rest = [_quoted("*:file:_files")] if line.operand.metavar else []
        else:
            rest = [_quoted("1: :_xentgui_first"), _quoted("*:file:_files")]
        body = " \\\n    ".join(["_arguments -s", *options, *rest])
        functions.append(f"_xentgui_in_{name or 'window'}() {{\n  {body}\n}}\n")
    return _ZSH.format(
        made=_FROM,
        commands="\n    ".join(commands),
        functions="\n".join(functions),
        either="|".join(filter(None, lines)),
    )


_ZSH = """\
#compdef xentgui
# {made}

_xentgui_first() {{
  local -a commands
  commands=(
    {commands}
  )
  _describe -t commands command commands
  _files
}}

{functions}
_xentgui() {{
  case "$words[2]" in
    {either})
      if (( CURRENT > 2 )); then
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        _xentgui_in_$command
        return
      fi
      ;;
  esac
  _xentgui_in_window
}}

_xentgui "$@"
"""


def fish(lines: Mapping[str, CommandLine]) -> str:
    """Return the completions for fish."""
    commands = " ".join(filter(None, lines))
    outside = f"not __fish_seen_subcommand_from {commands}"
    parts = [f"# fish completion for xentgui, {_FROM}"]
    for name, line in lines.items():
        where = f"__fish_seen_subcommand_from {name}" if name else outside
        if name:
            said = _fish_quoted(_said(line.summary))
            parts.append(f"complete -c xentgui -n '{outside}' -a {name} -d {said}")
        parts += [_fish_option(option, where) for option in _shown(line)]
    return "\n".join(parts) + "\n"


def _fish_option(option: Option, where: str) -> str:
    names = [f"-l {one[2:]}" if one.startswith("--") else f"-s {one[1:]}" for one in option.names]
    value = (
        f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" * bool(option.metavar)
    )
    said = _fish_quoted(explained_option(option, _ENGLISH, choices=False))
    return f"complete -c xentgui -n '{where}' {' '.join(names)}{value} -d {said}"


def _shown(line: CommandLine) -> list[Option]:
    return [option for option in line.options if not option.hidden]


def _names(line: CommandLine) -> list[str]:
    return [one for option in _shown(line) for one in option.names]


def _taking(line: CommandLine) -> list[str]:
    """Return the names of options that take a value which is not chosen from a list."""
    return [
        one for option in _shown(line) if option.metavar and not option.choices
        for one in option.names
    ]  # fmt: skip


def _said(text: str) -> str:
    return _ENGLISH.translate("cli", text)


def _alone(option: Option) -> str:
    """Return what zsh is to leave out beside the option: its other names, or nothing."""
    return "*" if option.repeated else f"({' '.join(option.names)})"


def _bracketed(option: Option) -> str:
    return re.sub(r"([\[\]:\\])", r"\\\1", explained_option(option, _ENGLISH, choices=False))


def _zsh_value(option: Option) -> str:
    if option.choices:
        return f":{option.metavar}:({' '.join(option.choices)})"
    return f":{option.metavar}:_files" if option.metavar else ""


def _quoted(text: str) -> str:
    """Return `text` as one word of zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
