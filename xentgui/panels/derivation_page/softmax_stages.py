"""The stages from the logits to the probabilities."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import State
from xentgui.panels.derivation_page.numerals import exponential, logit, scaled
from xentgui.panels.derivation_page.stage import SIGN, SOFTMAX, Line, SlotText, Stage, StageNumbers
from xentgui.panels.derivation_page.typeset import DIGIT

MOST_DIGITS = 7
"""The most digits in the number of a class, because a document has at most a million classes."""

_SHIFTS = tuple(f"{z} {sign} @4" for z in ("z", "z/T") for sign in "-+")
_SUM = r"\Sigma = @5"


class _SoftmaxStage(Stage):
    part = SOFTMAX
    words: str

    def caption(self, *, smoothed: bool) -> str:
        return self.words


class _Logits(_SoftmaxStage):
    key = "logits"
    words = QT_TRANSLATE_NOOP("panels", "logits")
    before = SIGN + 2 * DIGIT

    def line(self, number: int, numbers: StageNumbers) -> Line:
        cells = tuple(logit(z, numbers.places) for z in numbers.logits)
        return Line(self, number, "z", cells, column="z")

    def templates(self) -> tuple[str, ...]:
        return ("z",)


class _Temperature(_SoftmaxStage):
    key = "temperature"
    words = QT_TRANSLATE_NOOP("panels", "÷ temperature")
    before = SIGN + 2 * DIGIT

    def line(self, number: int, numbers: StageNumbers) -> Line:
        temperature, places = numbers.temperature, numbers.places
        cells = tuple(scaled(z, temperature, places) for z in numbers.logits)
        words = (SlotText(logit(temperature, places)),)
        return Line(self, number, "z/@3", cells, words, column="z/@3", column_words=words)

    def templates(self) -> tuple[str, ...]:
        return ("z/@3",)

    def is_present(self, state: State) -> bool:
        return state.temperature != 1.0


class _Shift(_SoftmaxStage):
    key = "shift"
    words = QT_TRANSLATE_NOOP("panels", "− maximum")
    before = SIGN + 2 * DIGIT

    def line(self, number: int, numbers: StageNumbers) -> Line:
        head, words = numbers.shift, numbers.shift_words
        return Line(self, number, head, numbers.shifted, words, column=head, column_words=words)

    def templates(self) -> tuple[str, ...]:
        return _SHIFTS


class _Exponent(_SoftmaxStage):
    key = "exponent"
    words = QT_TRANSLATE_NOOP("panels", "exponentiate")
    has_total = has_sum_sign = True

    def line(self, number: int, numbers: StageNumbers) -> Line:
        head, words = f"e^{{{numbers.shift}}}", numbers.shift_words
        cells = tuple(exponential(numbers.exponent(z), numbers.places) for z in numbers.logits)
        total = (SlotText(numbers.normaliser),)
        return Line(self, number, head, cells, words, _SUM, total, head, words)

    def templates(self) -> tuple[str, ...]:
        return (*(f"e^{{{shift}}}" for shift in _SHIFTS), _SUM)


class _Normalise(_SoftmaxStage):
    key = "normalise"
    words = QT_TRANSLATE_NOOP("panels", "÷ sum")
    before = 0.0
    is_fraction = True

    def line(self, number: int, numbers: StageNumbers) -> Line:
        # It has the same width for the first class as for the last.
        width, derived = len(str(len(numbers.snapshot.logits))), numbers.derived
        name = (SlotText(str(derived + 1), derived),)
        result = (SlotText(numbers.share(derived), derived, bold=True),)
        return Line(self, number, f"p_{{@{width}}} =", numbers.shifted, name, "= @5", result)

    def templates(self) -> tuple[str, ...]:
        return (*(f"p_{{@{digits}}} =" for digits in range(1, MOST_DIGITS + 1)), "= @5")


class _Probability(_SoftmaxStage):
    key = "probability"
    words = QT_TRANSLATE_NOOP("panels", "softmax")
    has_total = is_quotient = True

    def line(self, number: int, numbers: StageNumbers) -> Line:
        return Line(
            self,
            number,
            "p",
            tuple(numbers.share(index) for index in numbers.shown),
            (),
            _SUM,
            (SlotText("1"),),
            rf"\frac{{e^{{{numbers.shift}}}}}{{@5}}",
            (*numbers.shift_words, SlotText(numbers.normaliser)),
        )

    def templates(self) -> tuple[str, ...]:
        return ("p", _SUM, *(rf"\frac{{e^{{{shift}}}}}{{@5}}" for shift in _SHIFTS))


SOFTMAX_STAGES: tuple[Stage, ...] = (
    _Logits(),
    _Temperature(),
    _Shift(),
    _Exponent(),
    _Normalise(),
    _Probability(),
)
"""All of them, in their order."""

LOGIT_STAGES = SOFTMAX_STAGES[:2]
"""Those before a loss that predicts with something else, which describes the others itself."""
