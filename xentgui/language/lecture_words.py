"""The words of a lecture for its numbers (p₁, z₁ − z₃, the loss) and for its tasks."""

from __future__ import annotations

from typing import Final

from xentgui.language.numbers import lowered
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.named_numbers import Named

_WORDS: Final = {
    "loss": QT_TRANSLATE_NOOP("presenting", "the loss"),
    "mean_loss": QT_TRANSLATE_NOOP("presenting", "the mean loss"),
    "accuracy": QT_TRANSLATE_NOOP("presenting", "the accuracy"),
    "perplexity": QT_TRANSLATE_NOOP("presenting", "the perplexity"),
    "p_true": QT_TRANSLATE_NOOP("presenting", "p of the target"),
    "p_max": QT_TRANSLATE_NOOP("presenting", "the largest p"),
}
_SYMBOLS: Final = {
    "entropy": "H(p)",
    "floor": "H(y)",
    "kl": "D(y‖p)",
    "cross_entropy": "H(y, p)",
    "reverse": "H(p, y)",
    "log_k": "log K",
    "z_sum": "Σz",
    "y_sum": "Σy",
    "epsilon": "ε",
    "h": "−log p{}",
    "g": "∂L/∂z{}",
    "dw": "∂L/∂w{}",
    "gap": "z{} − z{}",
    "ratio": "p{}/p{}",
}


def number_name(number: Named) -> str:
    """Return what a number is called within a sentence, in the current language.

    >>> from xentgui.model.named_numbers import Named
    >>> number_name(Named("p", (0,))), number_name(Named("gap", (0, 2)))
    ('p₁', 'z₁ − z₃')
    """
    if number.kind in _WORDS:
        return translate("presenting", _WORDS[number.kind])
    counts = [lowered(str(one + 1)) for one in number.at]
    symbol = _SYMBOLS.get(number.kind, number.kind + "{}" * bool(counts))
    if symbol.count("{}") == 1 and len(counts) > 1:
        apart = "" if all(one < 9 for one in number.at) else ","
        counts = [apart.join(counts)]
    return symbol.format(*counts)


_TRY = QT_TRANSLATE_NOOP("presenting", "Try it: {task}")
_DONE = QT_TRANSLATE_NOOP("presenting", "Done: {task}")


def task_words(task: str, done: str, *, is_done: bool) -> str:
    """Return a line for a task; `done` is what is said when it is done, or "" for a usual line."""
    if not is_done:
        return translate("presenting", _TRY).format(task=task) if task else ""
    return "✓ " + (done or translate("presenting", _DONE).format(task=task))
