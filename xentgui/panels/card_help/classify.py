"""The help of the cards about classifiers: where logits come from, and where the error goes."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.card_help.entry import CardHelp
from xentgui.panels.card_help.explore import BISHOP

_HASTIE = "Hastie, Tibshirani & Friedman 2009, doi:10.1007/978-0-387-84858-7"

CLASSIFY = {
    "weight_table": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each class has a row of weights: its logit is that row times the input x, plus its "
                "bias b.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Below stands the gradient of the chosen point: its error times its input.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "So the weight of a large input changes much, and that of an input 0 not at all.",
            ),
        ),
        r"z=Wx+b,\quad\frac{\partial L}{\partial W}=(p-y)\,x^{\top}",
        "z = W x + b, ∂L/∂W = (p − y) xᵀ",
        BISHOP,
        "back",
    ),
    "point_table": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each row is a point: its inputs x, its true class, and the loss of its prediction.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Click a row, and all other cards show the numbers of that point."
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Sort by the loss to see which points the classifier finds hardest."
            ),
        ),
        r"\overline{L}=\frac{1}{N}\sum_{i=1}^{N}L_i",
        "mean loss = Σ L_i / N",
        _HASTIE,
        "origin",
    ),
    "training_card": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Training changes W and b step by step, so that the mean loss of all points falls.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A step looks at all points or at a batch of them, which is quicker and less steady.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "LDA, and least squares without an activation, need no steps: they are solved at once.",
            ),
        ),
        r"W\leftarrow W-\frac{\eta}{N}\sum_i(p_i-y_i)\,x_i^{\top}",
        "W ← W − η/N Σ (p_i − y_i) x_iᵀ",
        "Robbins & Monro 1951, doi:10.1214/aoms/1177729586",
        "back",
    ),
    "input_space": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each mark is an input; the ground mixes the colours of the classes by their p at that "
                "place.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A boundary is where two classes are equally likely: a straight line, unless features "
                "bend it.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A ring marks a wrong answer, and the arrow at the chosen point leads to a lower loss.",
            ),
        ),
        r"(w_j-w_k)^{\top}x+b_j-b_k=0",
        "(w_j − w_k)ᵀ x + b_j − b_k = 0",
        _HASTIE,
        "origin",
    ),
    "flow": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Forward: the inputs make logits, the logits make probabilities, and these the loss.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Backward, below the circles: the error goes back along the same lines to the inputs.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The width of a line is what it adds to its logit; a dashed line takes away.",
            ),
        ),
        r"\frac{\partial L}{\partial x}=W^{\top}\frac{\partial L}{\partial z}",
        "∂L/∂x = Wᵀ ∂L/∂z",
        "Rumelhart, Hinton & Williams 1986, doi:10.1038/323533a0",
        "back",
    ),
    "learning_curve": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Mean loss and accuracy over all points, after each step of a training.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The dashed line is the loss of knowing only how frequent each class is.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The loss can go on falling while accuracy stands still: right answers become surer.",
            ),
        ),
        r"W\leftarrow W-\eta\,\frac{\partial L}{\partial W}",
        "W ← W − η ∂L/∂W",
        "Soudry et al. 2018, arXiv:1710.10345",
        "back",
    ),
    "losses_of_points": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "All points from the largest loss to the smallest, and their mean."
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "A few points far on the wrong side can be most of that mean."
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Click one, and the other cards show why its loss is so large."
            ),
        ),
        r"\overline{L}=\frac{1}{N}\sum_{i=1}^{N}L_i",
        "mean loss = Σ L_i / N",
        "Shrivastava, Gupta & Girshick 2016, arXiv:1604.03540",
        "one term",
    ),
    "confusion": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "How many points of each class are predicted as each class."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "What is right stands on the diagonal; the other cells say who is taken for whom.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Accuracy is the share of the diagonal; it does not see how sure an answer was.",
            ),
        ),
        r"\mathrm{accuracy}=\frac{1}{N}\sum_k N_{kk}",
        "accuracy = Σ N_kk / N",
        "Stehman 1997, doi:10.1016/S0034-4257(97)00083-7",
        "activation",
    ),
    "points_calibration": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Points are put into tenths by their largest p; each bar says how many of them are "
                "right.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "On the diagonal p keeps its promise; below it, the classifier is too sure.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "A tenth with few points can be off the diagonal by chance alone."
            ),
        ),
        r"P(\mathrm{argmax}\,p=y\mid\max p=c)=c",
        "P(argmax p = y | max p = c) = c",
        "DeGroot & Fienberg 1983, doi:10.2307/2987588",
        "temperature",
    ),
}
"""By the keys of the cards."""
