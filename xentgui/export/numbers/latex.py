"""LaTeX: two tables in the manner of booktabs."""

from __future__ import annotations

import re

from xentgui.export.numbers.number_format import Looks, NumberFormat
from xentgui.export.numbers.one_line import printable
from xentgui.export.numbers.quantities import (
    AMOUNTS,
    CLASS,
    COLUMNS,
    PREDICTION,
    READOUTS,
    prediction,
)
from xentgui.model import Snapshot
from xentgui.numbers import INFINITY, MINUS

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "-": "{-}",  # two of them would become a dash
}
_POWER = re.compile(rf"e({MINUS}?\d+)")


def encode(snapshot: Snapshot, looks: Looks) -> str:
    r"""Return the classes and the single numbers of `snapshot` as two tabulars.

    Needs \usepackage{booktabs}, and for letters beyond Latin XeLaTeX or LuaLaTeX.
    """
    shown = [column for column in COLUMNS if column.heading]
    name = escaped(looks.translate("export", CLASS))
    lines = [
        r"% \usepackage{booktabs}",
        rf"\begin{{tabular}}{{l{'r' * len(shown)}}}",
        r"\toprule",
        " & ".join([name, *(column.latex for column in shown)]) + r" \\",
        r"\midrule",
    ]
    for k, label in enumerate(snapshot.state.labels):
        cells = [mathematics(column.show(snapshot, k, looks)) for column in shown]
        lines.append(" & ".join([escaped(label), *cells]) + r" \\")
    lines += [r"\bottomrule", r"\end{tabular}", "", r"\begin{tabular}{lr}", r"\toprule"]
    unit = escaped(looks.translate("units", looks.unit))
    for one in READOUTS:
        value = mathematics(one.show(snapshot, looks))
        amount = f"{value} {unit}" if one.field in AMOUNTS else value
        lines.append(rf"{one.latex} & {amount} \\")
    said = escaped(looks.translate("export", PREDICTION))
    lines.append(rf"{said} & {escaped(prediction(snapshot))} \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", ""])


def escaped(text: str) -> str:
    r"""Return `text` so that LaTeX shows it as it is, on one line.

    >>> escaped("50 % of a_b & c\\d")
    '50 \\% of a\\_b \\& c\\textbackslash{}d'
    """
    return "".join(_SPECIAL.get(letter, letter) for letter in printable(text))


def mathematics(number: str) -> str:
    r"""Return a number for people as mathematics.

    >>> mathematics(f"8.5e{MINUS}18")
    '$8.5\\times10^{-18}$'
    """
    powered = _POWER.sub(r"\\times10^{\1}", number)
    return f"${powered.replace(MINUS, '-').replace(INFINITY, chr(92) + 'infty')}$"


LATEX = NumberFormat("latex", "LaTeX", ".tex", encode)
