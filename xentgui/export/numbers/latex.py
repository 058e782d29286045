"""LaTeX: two tables in the style of booktabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from xentgui.export.numbers.looks import Looks, printable
from xentgui.export.numbers.quantities import (
    CLASS,
    PREDICTION,
    columns_of,
    has_unit,
    prediction,
    readouts_of,
)
from xentgui.language.logarithm import latex_with_logarithm
from xentgui.language.numbers import INFINITY, MINUS
from xentgui.model import Snapshot

_SPECIAL = str.maketrans(
    {
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
        # \textquotedbl needs T1, and the letter itself is a command of some languages.
        '"': r"{\char34}",
        "-": "{-}",  # two hyphens would become a dash
    }
)
_POWER = re.compile(rf"e({MINUS}?\d+)")
_LIGATURE = re.compile(r"([',`])(?=\1)|[?!](?=`)")  # one sign is made of two
_SIGNS = str.maketrans({MINUS: "-", INFINITY: r"\infty"})


def encode(snapshot: Snapshot, looks: Looks) -> str:
    r"""Return the classes and the single numbers of `snapshot` as two tabulars.

    Needs \usepackage{booktabs}, and for letters beyond Latin XeLaTeX or LuaLaTeX.
    """
    shown = [column for column in columns_of(snapshot) if column.heading]
    name = escaped(looks.translate("export", CLASS))
    heading = [name, *(latex_with_logarithm(column.latex, looks.unit) for column in shown)]
    columns = (map(mathematics, column.texts(snapshot, looks)) for column in shown)
    classes = zip(map(escaped, snapshot.state.labels), *columns, strict=True)
    single = []
    unit = escaped(looks.translate("units", looks.unit))
    for one in readouts_of(snapshot, looks):
        text = one.show(snapshot, looks)
        value = escaped(text) if isinstance(one.value(snapshot), str) else mathematics(text)
        amount = f"{value} {unit}" if has_unit(one, snapshot) else value
        single.append([one.latex, amount])
    single.append([escaped(looks.translate("export", PREDICTION)), escaped(prediction(snapshot))])
    return two_tabulars("l" + "r" * len(shown), heading, classes, single)


def two_tabulars(
    places: str,
    heading: Sequence[str],
    rows: Iterable[Sequence[str]],
    single: Iterable[Sequence[str]],
) -> str:
    """Return `rows` under their `heading`, and names with `single` numbers, all of it LaTeX.

    `places` has a letter for each column: "l" for words and "r" for numbers.
    """
    head = [_line(heading), r"\midrule"]
    return "\n".join(
        [
            r"% \usepackage{booktabs}",
            *_tabular(places, [*head, *map(_line, rows)]),
            "",
            *_tabular("lr", map(_line, single)),
            "",
        ]
    )


def _tabular(places: str, lines: Iterable[str]) -> list[str]:
    begin = rf"\begin{{tabular}}{{{places}}}"
    return [begin, r"\toprule", *lines, r"\bottomrule", r"\end{tabular}"]


def _line(cells: Sequence[str]) -> str:
    if cells[0].startswith(("[", "*")):  # it would be an option of the line before it
        cells = ["{}" + cells[0], *cells[1:]]
    return " & ".join(cells) + r" \\"


def escaped(text: str) -> str:
    r"""Return `text` so that LaTeX shows it as it is, on one line.

    >>> escaped("50 % of a_b & c\\d")
    '50 \\% of a\\_b \\& c\\textbackslash{}d'
    """
    return _LIGATURE.sub(r"\g<0>{}", printable(text).translate(_SPECIAL))


def mathematics(number: str) -> str:
    r"""Return a number for people as mathematics.

    >>> mathematics(f"8.5e{MINUS}18")
    '$8.5\\times10^{-18}$'
    """
    if number.startswith("e^"):
        return f"$e^{{{mathematics(number[2:])[1:-1]}}}$"
    powered = _POWER.sub(r"\\times10^{\1}", number) if "e" in number else number
    return f"${powered.translate(_SIGNS)}$"
