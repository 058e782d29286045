"""The lines of the derivation in words and signs, for those who listen instead of looking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xentgui.language.text import MINUS, translate
from xentgui.panels.derivation_page.stage import Line, SlotText

_SIGNS = (
    (r"\tilde y", "ỹ"),
    (r"\hat p", "p̂"),
    (r"\log_2", " log₂"),
    (r"\log_{10}", " log₁₀"),
    (r"\ln", " ln"),
    (r"\max_j", "max"),
    (r"\Sigma_j", "Σ"),
    (r"\Sigma", "Σ"),
    (r"\times", "×"),
    (r"\cdots", "…"),
    (r"\gamma", "γ"),
    (r"\alpha", "α"),
    (r"\tau", "τ"),
    (r"\,", " "),
    ("u_j", "u′"),
    (")_+", ")₊"),
    ("v_+", "v₊"),
    ("{-}", MINUS),
    ("-", MINUS),
)
_SLOT = re.compile(r"@\d")
_GROUP = re.compile(r"\{([^{}]*)\}")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_POWER = re.compile(r"\^\{([^{}]*)\}")


def told_formula(template: str, words: tuple[SlotText, ...] = ()) -> str:
    r"""Return a formula as one line of text, with `words` in its slots.

    >>> told_formula(r"\frac{e^{z - @4}}{@5}", (SlotText("2.33"), SlotText("1.193")))
    'e^(z − 2.33) / 1.193'
    >>> told_formula(r"{-}y\ln p")
    '−y ln p'
    """
    texts: Iterator[str] = (word.text for word in words)
    text = template
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    text = _SLOT.sub(lambda _: next(texts, ""), text)
    before = ""
    while text != before:  # from the innermost braces outwards
        before = text
        text = _POWER.sub(lambda found: f"^{_enclosed(found[1])}", text)
        text = _FRACTION.sub(lambda found: f"{_enclosed(found[1])} / {_enclosed(found[2])}", text)
    line = " ".join(_GROUP.sub(r"\1", text).split()).replace("( ", "(")
    return MINUS + line[2:] if line.startswith(f"{MINUS} ") else line


def told_line(
    line: Line, labels: list[str], derived: int, *, smoothed: bool, some: bool, unit: str = ""
) -> str:
    """Return one stage: its caption, its formula, and the number of each class in `labels`.

    `derived` is the index in `labels` of the class whose probability is derived; `some` says that
    there are more classes.
    """
    caption = translate("panels", line.stage.caption(smoothed=smoothed))
    if line.stage.is_fraction:
        powers = [f"e^{cell}" for cell in line.cells]
        below = " + ".join([*powers, *(["…"] if some else [])])
        result = told_formula(line.tail, line.tail_words)
        return f"{caption}: p({labels[derived]}) = {powers[derived]} / ({below}) {result}"
    numbers = [f"{label} {cell}" for label, cell in zip(labels, line.cells, strict=True)]
    total = told_formula(line.tail, line.tail_words)
    if line.stage.is_result:
        total = f"{total} {unit}".rstrip()
    return f"{caption}, {_formula(line)}: {', '.join(numbers)}" + (f", {total}" if total else "")


def _formula(line: Line) -> str:
    head = told_formula(line.head, line.head_words)
    column = told_formula(line.column, line.column_words)
    if not column or head.endswith(column):
        return head
    sum_sign = "Σ " if line.stage.is_result else ""
    return f"{head} {sum_sign}{column}" if head.endswith("=") else f"{head} = {column}"


def _enclosed(text: str) -> str:
    return (
        text
        if re.fullmatch(r"[\w.,∞̂−]+", text) or re.fullmatch(r"e\^\S+|e\^\(.*\)", text)
        else f"({text})"
    )
