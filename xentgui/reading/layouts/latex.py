r"""Rows of a LaTeX table: ``cat & 2.33 \\``, perhaps within a tabular."""

from __future__ import annotations

import re
from typing import Final

from xentgui.reading.grid import Grid, rectangular
from xentgui.reading.layouts.lines import Lines

_RULES: Final = re.compile(
    r"\\(?:toprule|midrule|bottomrule|hline|cline|cmidrule|begin|end|centering|caption|label)\b.*"
)
_COMMAND: Final = re.compile(r"\\(?:textbf|textit|texttt|text|mathbf|mathrm|num)\{([^{}]*)\}")
_ESCAPED: Final = re.compile(r"\\([%&_#$])")
_LONGEST: Final = 10_000  # characters of a line


def latex_grid(lines: Lines) -> Grid | None:
    """Return the cells of LaTeX rows; None for other texts."""
    if not any("&" in line for line in lines.texts[:20]):
        return None
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, line in lines.kept:
        bare = line.strip()[:_LONGEST]
        while rule := re.match(r"\\(?:hline|toprule|midrule|bottomrule)\s+", bare):
            bare = bare[rule.end() :]
        if _RULES.fullmatch(bare):
            continue
        end = re.search(r"\\\\(?:\[[^\]]*\])?\s*(?:\\hline|\\bottomrule)?\s*$", bare)
        if "&" not in bare or (end is None and not _is_last(number, lines)):
            return None
        row = bare[: end.start()] if end else bare
        rows.append([_cell(cell) for cell in re.split(r"(?<!\\)&", row)])
        numbers.append(number)
    if not rows:
        return None
    return Grid.of_rows(rectangular(rows, numbers), numbers)


def _is_last(number: int, lines: Lines) -> bool:
    return number == lines.kept[-1][0]


def _cell(text: str) -> str:
    bare = _COMMAND.sub(r"\1", text.strip())
    if bare.startswith("$") and bare.endswith("$") and len(bare) > 1:
        bare = bare[1:-1].replace("\\infty", "∞").strip()
    return _ESCAPED.sub(r"\1", bare)
