"""The help of the cards about losses and the way down."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.card_help.entry import CardHelp
from xentgui.panels.card_help.explore import BRIDLE

LEARN = {
    "descent": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each step moves every logit against its gradient, and so the loss downhill.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The learning rate η says how far: a small one takes long, a large one overshoots.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Left of the tick at 4T²/Σy, a step along the gradient never raises the cross-entropy.",
            ),
        ),
        r"z\leftarrow z-\eta\,\frac{\partial L}{\partial z}",
        "z ← z − η ∂L/∂z",
        "Goh 2017, doi:10.23915/distill.00006",
        "downhill",
    ),
    "logits": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "Each stem is a logit: the score of a class before softmax."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "A gap becomes a ratio: at T = 1, a lead of 1 makes a class e ≈ 2.718 times as likely.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Move all stems by the same amount, and p stays as it is."
            ),
        ),
        r"\frac{p_i}{p_j}=e^{(z_i-z_j)/T}",
        "p_i / p_j = e^((z_i − z_j)/T)",
        BRIDLE,
        "two moves",
    ),
    "decomposition": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Cross-entropy has two parts: H(y), how uncertain the target itself is, and D(y‖p), "
                "the price of believing p.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Only the second part can be trained away; it is 0 exactly where p = y.",
            ),
            QT_TRANSLATE_NOOP("card_help", "So a loss above 0 need not mean a bad prediction."),
        ),
        r"H(y,p)=H(y)+D(y\,\Vert\,p)",
        "H(y, p) = H(y) + D(y‖p)",
        "Kullback & Leibler 1951, doi:10.1214/aoms/1177729694",
        "floor",
    ),
    "naive": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "A float64 goes up to about 1.8·10³⁰⁸, and so exp(789) overflows to infinity.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Code that subtracts no maximum, clips p or applies softmax twice gives wrong "
                "numbers, often without a warning.",
            ),
            QT_TRANSLATE_NOOP("card_help", "The first row is exact, and so is every other card."),
        ),
        r"\log\sum_k e^{z_k}=m+\log\sum_k e^{z_k-m}",
        "log Σ e^z = m + log Σ e^(z − m), m = max z",
        "Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038",
        "careless",
    ),
    "trace": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "Loss and probabilities after each step of a walk down the loss."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The steps get shorter by themselves: the gradient shrinks as p comes near y.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "With a one-hot target, cross-entropy falls for ever and never reaches 0, because no "
                "finite logits give p = 1.",
            ),
        ),
        r"z_{n+1}=z_n-\eta\,\frac{\partial L}{\partial z}(z_n)",
        "z_(n+1) = z_n − η ∂L/∂z(z_n)",
        "Soudry et al. 2018, arXiv:1710.10345",
        "downhill",
    ),
    "simplex": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each place in the triangle shares 1 among three classes: a corner is certainty, the "
                "centre a blind guess.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Along a contour the loss stays the same; cross-entropy is least where p meets y.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The dashed curve is what the temperature does to p, from the centre to a corner.",
            ),
        ),
        r"p_1+p_2+p_3=1",
        "p₁ + p₂ + p₃ = 1",
        "Aitchison 1982, doi:10.1111/j.2517-6161.1982.tb01195.x",
        "downhill",
    ),
    "why_cross_entropy": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "How hard each loss pulls at the true class; at the left edge, the classifier is sure "
                "and wrong.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "There cross-entropy pulls with full force, and the Brier score, a squared error, "
                "hardly pulls at all.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "At the right edge the answer is right and sure, and every loss lets go.",
            ),
        ),
        r"\left|\frac{\partial H(y,p)}{\partial u}\right|=1-p",
        "|∂H(y, p)/∂u| = 1 − p",
        "Zhang & Sabuncu 2018, arXiv:1805.07836",
        "why",
    ),
    "where_it_rests": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "The p at which each loss is least for this target: there training would come to rest.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Proper losses, such as cross-entropy and Brier, rest at p = y: it pays to say what "
                "one believes.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Focal loss rests too flat, generalised cross-entropy too sharp, and hinge losses at "
                "no p at all.",
            ),
        ),
        r"\frac{\partial H(y,p)}{\partial z}=0\;\Leftrightarrow\;p=y",
        "∂H(y, p)/∂z = 0 ⇔ p = y",
        "Gneiting & Raftery 2007, doi:10.1198/016214506000001437",
        "why",
    ),
    "curves": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "One number moves along the axis, and all others stay as they are."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Over its own logit, p is an S-shaped curve, the sigmoid; the other classes give way.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Over the temperature, p goes from hardmax at T = 0 to equal shares at T = ∞.",
            ),
        ),
        r"p=\mathrm{softmax}\left(\frac{z}{T}\right)",
        "p = softmax(z / T)",
        "Hinton, Vinyals & Dean 2015, arXiv:1503.02531",
        "temperature",
    ),
    "jacobian": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each cell says how fast the p of its row changes when the z of its column rises.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The diagonal is positive, the rest negative: what one class gains, the others lose.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Times the slope of the loss in p, the columns give the gradient: that is the chain "
                "rule.",
            ),
        ),
        r"\frac{\partial p_i}{\partial z_j}=\frac{p_i(\delta_{ij}-p_j)}{T}",
        "∂p_i/∂z_j = p_i (δ_ij − p_j) / T",
        BRIDLE,
        "coupling",
    ),
    "landscape": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "The loss as a landscape over two logits, while all others stay."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The arrows point downhill, straight across the contours, and so does a step along "
                "the gradient.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Cross-entropy is convex in the logits: no hollow can catch the walk before the lowest "
                "place.",
            ),
        ),
        r"\frac{\partial^2 L}{\partial z^2}=\frac{\mathrm{diag}(p)-p\,p^{\top}}{T^2}\geq 0",
        "∂²L/∂z² = (diag(p) − p pᵀ) / T² ≥ 0",
        "Boyd & Vandenberghe 2004, doi:10.1017/CBO9780511804441",
        "downhill",
    ),
}
"""By the keys of the cards."""
