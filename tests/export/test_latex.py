"""Tables in LaTeX: as wide as a column, aligned, and compiled by the usual pdfLaTeX."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from tests.export.samples import EXAMPLE, many
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.latex import number_cell, number_column
from xentgui.export.numbers.looks import Looks, printable
from xentgui.model import State, derive

COLUMN = 229.5  # points: a column of LaTeX's articles in two columns
ASTRONAUT = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}"
NAMES = (
    *("[1cm] a", "*", '"q"', "50 % & #1 $x_1^2$ ~ \\end{tabular}", "猫 α Ω Σ ϑ", "«Łódź» ‚Ąę‘"),
    *(
        ASTRONAUT,
        "e\u0301 \u0304",
        "«»ÐÞðþĄąĐđĘęĮįŊŋŲų˛‚„‹›",
        "− ∞ ∂ ≤ → ½ ¿ © €",
        "\u200b\ufe0f\u3000x",
        "Ж",
    ),
    *("a|b <c> `d' --e", "\x00\x1b", "שלום", "ñ ß œ ỳ ǫ ★"),
)
needs_latex = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="LaTeX is not installed")


def _state(labels: tuple[str, ...] = NAMES) -> State:
    logits = np.linspace(-3.0, 2.0, len(labels))
    logits[0] = -np.inf
    return State(labels, logits, np.eye(len(labels))[1])


def _latex(state: State, looks: Looks = Looks()) -> str:  # noqa: B008 - it is frozen
    return NUMBER_FORMATS["latex"].encode(derive(state), looks)


def _compiled(body: str, folder: Path, packages: str = "booktabs") -> str:
    """Return the log of pdfLaTeX, which has the width of each tabular in it; fails on an error."""
    text = re.sub(r"(\\begin\{tabular\})", r"\\setbox0\\hbox{\1", body)
    text = text.replace(r"\end{tabular}", r"\end{tabular}}\typeout{WIDE \the\wd0}\box0")
    document = (
        rf"\documentclass{{article}}\usepackage{{{packages}}}\begin{{document}}"
        f"\n{text}\n" + r"\end{document}"
    )
    (folder / "page.tex").write_text(document, "utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"],  # noqa: S607
        cwd=folder,
        capture_output=True,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, said[-1500:]
    return said


@needs_latex
@pytest.mark.parametrize("siunitx", [False, True])
def test_that_pdflatex_takes_every_name(siunitx: bool, tmp_path: Path) -> None:
    if siunitx and not _has("siunitx.sty"):
        pytest.skip("siunitx is not installed")
    packages = "booktabs,siunitx" if siunitx else "booktabs"

    said = _compiled(_latex(_state(), Looks(siunitx=siunitx)), tmp_path, packages)

    assert "Missing character" not in said


@needs_latex
def test_that_pdflatex_takes_every_letter_of_the_first_planes(tmp_path: Path) -> None:
    letters = [
        chr(code)
        for code in [*range(0xA0, 0x2C00), 0x732B, 0xAC00, 0x1F989]
        if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    ]
    labels = tuple("x" + "".join(letters[at : at + 40]) for at in range(0, len(letters), 40))

    _compiled(_latex(_state(labels)), tmp_path)


def _has(style: str) -> bool:
    found = subprocess.run(["kpsewhich", style], capture_output=True, check=False)  # noqa: S607
    return bool(found.stdout.strip())


@needs_latex
@pytest.mark.parametrize("state", [EXAMPLE, many(10), _state(("automobile", "dog", "cat"))])
@pytest.mark.parametrize("siunitx", [False, True])
def test_that_a_narrow_table_fits_into_a_column(
    state: State, siunitx: bool, tmp_path: Path
) -> None:
    if siunitx and not _has("siunitx.sty"):
        pytest.skip("siunitx is not installed")
    packages = "booktabs,siunitx" if siunitx else "booktabs"
    wide, narrow = (
        [
            float(width)
            for width in re.findall(
                r"WIDE ([\d.]+)pt",
                _compiled(_latex(state, Looks(narrow=one, siunitx=siunitx)), tmp_path, packages),
            )
        ]
        for one in (False, True)
    )

    assert max(narrow) <= COLUMN < max(wide)


def test_that_the_columns_are_those_that_were_chosen_in_their_order() -> None:
    looks = Looks(columns=("gradient", "logits"))
    text = _latex(EXAMPLE, looks)

    assert r"class & $\partial L/\partial z$ & $z$ \\" in text
    assert r"\begin{tabular}{lrr}" in text
    assert "| class | ∂L/∂z | logit z |" in NUMBER_FORMATS["markdown"].encode(
        derive(EXAMPLE), looks
    )


def test_that_a_column_that_the_loss_does_not_have_is_left_out() -> None:
    text = _latex(EXAMPLE, Looks(columns=("loss_terms", "logits")))

    assert r"class & $z$ \\" in text


def test_that_numbers_are_given_to_siunitx_and_other_words_are_not() -> None:
    text = _latex(_state(("a", "b", "c")), Looks(siunitx=True))

    assert "booktabs,siunitx" in text.splitlines()[0]
    assert r"a & {$-\infty$} & 0 & 0 &" in text
    assert re.search(r"S\[table-format=-?1\.\d", text)
    assert "{$z$}" in text
    assert re.search(r"\$H\(y, p\)\$ & \\num\{[\d.]+\} nats", text)


def test_that_a_column_of_siunitx_has_room_for_its_widest_number() -> None:
    assert number_column(["1", "22.333", "−4e−12"]) == "S[table-format=-2.3e-2]"
    assert number_column(["+1.5"]) == "S[table-format=-1.1,retain-explicit-plus]"
    assert number_column(["∞", "1/2"]) == "c"
    assert number_cell("1/2") == "{1/2}"


@pytest.mark.parametrize("key", ["latex", "markdown", "table"])
def test_that_joiners_within_pictures_and_words_are_kept(key: str) -> None:
    text = NUMBER_FORMATS[key].encode(derive(_state((ASTRONAUT, "a", "b"))), Looks())

    assert ASTRONAUT in text
    assert "\N{REPLACEMENT CHARACTER}" not in text


def test_that_a_joiner_that_joins_nothing_is_shown_as_a_sign() -> None:
    joiner = "\N{ZERO WIDTH JOINER}"

    assert (
        printable(f"a{joiner}b{joiner}") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    )


def test_that_letters_that_only_other_engines_have_are_defined_once() -> None:
    lines = _latex(_state(("猫猫", "猫", "α"))).splitlines()
    cats = [line for line in lines if r"\detokenize{猫}" in line]

    assert cats == [r"\expandafter\def\csname u8:\detokenize{猫}\endcsname{\texttt{U+732B}}%"]
    assert r"\ensuremath{\alpha}" in "".join(lines)
    assert (lines[1], lines[-1]) == (r"\begingroup", r"\endgroup")


def test_that_a_table_without_such_letters_has_nothing_more_than_it_needs() -> None:
    assert _latex(_state(("cat", "Müller", "naïve"))).splitlines()[1].startswith(r"\begin{tabular}")
