"""The help of the cards with which everything begins: logits, target, p and the loss."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.card_help.entry import CardHelp

BRIDLE = "Bridle 1990, doi:10.1007/978-3-642-76153-9_28"
SHANNON = "Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x"
BISHOP = "Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4"

EXPLORE = {
    "logit_table": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "A logit is the score that a classifier gives to a class: any number, of any sign.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Softmax turns all logits together into probabilities, so typing one of them changes "
                "every p.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Only differences count: add the same number to every logit, and no p changes.",
            ),
        ),
        r"\mathrm{softmax}(z+c)=\mathrm{softmax}(z)",
        "softmax(z + c) = softmax(z)",
        BRIDLE,
        "scores",
    ),
    "target_table": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "The target y says how likely each class really is; one-hot means one class for "
                "certain.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each class adds −y·log p to the cross-entropy, so a class with y = 0 adds nothing.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A soft target shares the truth among several classes, and then cross-entropy cannot "
                "reach 0.",
            ),
        ),
        r"H(y,p)=\sum_k \left(-y_k\log p_k\right)",
        "H(y, p) = Σ (−y log p)",
        BISHOP,
        "one term",
    ),
    "loss": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "The loss is one number for how badly p misses the target y; training makes it small.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The bar parts cross-entropy into H(y), which no prediction can save, and D(y‖p), "
                "which training can.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "The tick at log K is what a blind guess among K classes costs."
            ),
        ),
        r"H(y,p)={-}\sum_k y_k\log p_k",
        "H(y, p) = −Σ y log p",
        "Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x",
        "one number",
    ),
    "glance": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "What follows from p and y in numbers: cross-entropy and entropy, KL divergence, the "
                "prediction, both sums.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A perplexity of 5 is as unsure as a blind guess among 5 classes.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The prediction is the class with the largest p; a tick beside it says that it is "
                "right.",
            ),
        ),
        r"\mathrm{perplexity}=e^{H(y,p)}",
        "perplexity = e^H(y, p)",
        "Jelinek, Mercer, Bahl & Baker 1977, doi:10.1121/1.2016299",
        "expected surprise",
    ),
    "distribution": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Softmax gives every class a share of one whole: the bars always add up to 1.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The dashed outlines are hardmax, which gives all to the largest logit; the ink lines "
                "are the target y.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Pull one bar up, and all others shrink by the same factor."
            ),
        ),
        r"p_k=\frac{e^{z_k/T}}{\sum_j e^{z_j/T}}",
        "p_k = e^(z_k/T) / Σ_j e^(z_j/T)",
        BRIDLE,
        "two moves",
    ),
    "information": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Information measures surprise: what is certain tells nothing, what is rare tells "
                "much.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Halve a probability, and −log p grows by one bit, wherever it was."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Near p = 0 the curve has no ceiling, and so a confident mistake costs so much.",
            ),
        ),
        r"h(p)={-}\log p",
        "h(p) = −log p",
        SHANNON,
        "surprise",
    ),
    "gradient": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "Each arrow says how fast the loss changes when that logit rises."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Arrow down: raising this logit lowers the loss; arrow up: lowering it does.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "With cross-entropy it is prediction minus target, and the arrows add up to 0.",
            ),
        ),
        r"\frac{\partial L}{\partial z_k}=\frac{p_k-y_k}{T}",
        "∂L/∂z_k = (p_k − y_k) / T",
        BISHOP,
        "difference",
    ),
    "derivation": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "The way from the logits to the gradient, line by line, with the numbers of this "
                "moment.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The largest logit is subtracted first: p stays the same, and no exponential "
                "overflows.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Let the stages appear one by one, and guess each number before it comes.",
            ),
        ),
        r"p_k=\frac{e^{z_k-\max z}}{\sum_j e^{z_j-\max z}}",
        "p_k = e^(z_k − max z) / Σ_j e^(z_j − max z)",
        "Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038",
        "two moves",
    ),
}
"""By the keys of the cards."""
