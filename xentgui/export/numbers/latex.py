"""LaTeX: two tables in the style of booktabs, with numbers for siunitx, which aligns their points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from xentgui.export.numbers.latex_letters import composed, definitions
from xentgui.export.numbers.looks import Looks, printable
from xentgui.export.numbers.quantities import (
    CLASS,
    PREDICTION,
    ClassQuantity,
    has_unit,
    prediction,
    readouts_of,
    shown_columns,
)
from xentgui.language.numbers import INFINITY, MINUS, number
from xentgui.language.units import latex_with_logarithm
from xentgui.model import Snapshot

NUMBER: Final = re.compile(rf"([+{MINUS}-]?)(\d+)(?:\.(\d+))?(?:e([+{MINUS}-]?)(\d+))?")
"""A number of ours: sign, digits before and after the point, sign and digits of the exponent."""

_INFINITE: Final = re.compile(rf"({MINUS}?)∞")

_TYPED = ("logits", "target")  # numbers that tables show with every digit
_LEFT_OUT = ("hardmax",)  # where there is little room: the prediction stands below
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


def number_column(texts: Sequence[str]) -> str:
    r"""Return the column that has room for `texts`; others than numbers need none.

    >>> number_column(["2.33", "\N{MINUS SIGN}11.4", "∞"])
    'S[table-format=-2.2]'
    """
    found = [match for text in texts if (match := NUMBER.fullmatch(text))]
    if not found:
        return "c"
    whole, after, power = (max(len(one[k] or "") for one in found) for k in (2, 3, 5))
    sign = "-" if any(one[1] for one in found) else ""
    small = "-" if any(one[4] for one in found) else ""
    exponent = f"e{small}{power}" if power else ""
    point = f".{after}" if after else ""
    plus = ",retain-explicit-plus" if any(one[1] == "+" for one in found) else ""
    return f"S[table-format={sign}{whole}{point}{exponent}{plus}]"


def number_cell(text: str) -> str:
    r"""Return `text` as a cell of such a column; what is no number is in braces.

    >>> number_cell("\N{MINUS SIGN}1.5e\N{MINUS SIGN}8"), number_cell("\N{MINUS SIGN}∞")
    ('-1.5e-8', '{$-\\infty$}')
    """
    if NUMBER.fullmatch(text):
        return text.replace(MINUS, "-")
    infinite = _INFINITE.fullmatch(text)
    if infinite:
        return rf"{{${'-' if infinite[1] else ''}\infty$}}"
    return f"{{{text.replace(MINUS, '-')}}}"


_POWER = re.compile(rf"e({MINUS}?\d+)")
_LIGATURE = re.compile(r"([',`])(?=\1)|[?!](?=`)")  # one sign is made of two
_SIGNS = str.maketrans({MINUS: "-", INFINITY: r"\infty"})


def encode(snapshot: Snapshot, looks: Looks) -> str:
    r"""Return the classes and the single numbers of `snapshot` as two tabulars.

    Needs \usepackage{booktabs}.  Any engine takes every name; letters beyond Latin and Greek are
    seen with XeLaTeX and LuaLaTeX, and pdfLaTeX shows their numbers.
    """
    shown = shown_columns(snapshot, looks)
    if looks.narrow and not looks.columns:
        shown = tuple(one for one in shown if one.field not in _LEFT_OUT)
    name = escaped(looks.translate("export", CLASS))
    heading = [name, *(latex_with_logarithm(column.latex, looks.unit) for column in shown)]
    texts = [_rounded(one, snapshot, looks) for one in shown]
    cells = [map(number_cell if looks.siunitx else mathematics, column) for column in texts]
    classes = zip(map(escaped, snapshot.state.labels), *cells, strict=True)
    single = []
    unit = escaped(looks.translate("units", looks.unit))
    for one in readouts_of(snapshot, looks):
        text = one.show(snapshot, looks)
        value = escaped(text) if isinstance(one.value(snapshot), str) else _amount(text, looks)
        amount = f"{value} {unit}" if has_unit(one, snapshot) else value
        single.append([one.latex, amount])
    single.append([escaped(looks.translate("export", PREDICTION)), escaped(prediction(snapshot))])
    if looks.siunitx:
        heading = [name, *(f"{{{one}}}" for one in heading[1:])]
    places = "l" + "".join(number_column(column) if looks.siunitx else "r" for column in texts)
    return two_tabulars(places, heading, classes, single, looks)


def _rounded(column: ClassQuantity, snapshot: Snapshot, looks: Looks) -> list[str]:
    """Return the numbers of `column`; where there is little room, those that were typed, rounded."""
    if looks.narrow and column.field in _TYPED:
        return [number(value, looks.decimals) for value in column.values(snapshot)]
    return column.texts(snapshot, looks)


def _amount(text: str, looks: Looks) -> str:
    plain = looks.siunitx and NUMBER.fullmatch(text)
    return rf"\num{{{number_cell(text)}}}" if plain else mathematics(text)


def two_tabulars(
    places: str,
    heading: Sequence[str],
    rows: Iterable[Sequence[str]],
    single: Iterable[Sequence[str]],
    looks: Looks,
) -> str:
    """Return `rows` under their `heading`, and names with `single` numbers, all of it LaTeX.

    `places` has a letter for each column: "l" for words and "r" for numbers.
    """
    lines = [_line(heading), r"\midrule", *map(_line, rows)]
    singles = [*map(_line, single)]
    needed = "booktabs,siunitx" if looks.siunitx else "booktabs"
    before = definitions([*lines, *singles])
    if looks.narrow:
        before = [r"\footnotesize\setlength{\tabcolsep}{2.5pt}", *before]
        places = rf"@{{}}{places}@{{}}"
    return "\n".join(
        [
            rf"% \usepackage{{{needed}}}",
            *([r"\begingroup", *(f"{line}%" for line in before)] if before else []),
            *_tabular(places, lines),
            "",
            *_tabular("lr", singles),
            *([r"\endgroup"] if before else []),
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
    return _LIGATURE.sub(r"\g<0>{}", composed(printable(text)).translate(_SPECIAL))


def mathematics(number: str) -> str:
    r"""Return a number for people as mathematics.

    >>> mathematics(f"8.5e{MINUS}18")
    '$8.5\\times10^{-18}$'
    """
    if number.startswith("e^"):
        return f"$e^{{{mathematics(number[2:])[1:-1]}}}$"
    powered = _POWER.sub(r"\\times10^{\1}", number) if "e" in number else number
    return f"${powered.translate(_SIGNS)}$"
