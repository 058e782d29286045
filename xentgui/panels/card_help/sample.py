"""The help of the cards about draws, codes and many rows."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels.card_help.entry import CardHelp

SAMPLE = {
    "sampling_card": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "How many draws are taken, and which: the same seed always gives the same draws.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Below stand the stages of the sampler in their order, each with its number.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The libraries transformers and llama.cpp have different orders, and so the same "
                "numbers can keep other classes.",
            ),
        ),
        r"p=\mathrm{softmax}\left(\frac{z}{T}\right)",
        "p = softmax(z / T)",
        "Holtzman et al. 2020, arXiv:1904.09751",
        "temperature",
    ),
    "draws": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Classes are drawn at random, each one on average as often as its p says.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "The whiskers say how far from p chance alone usually leads."
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "Draw a hundred times as many, and they shrink to a tenth."
            ),
        ),
        r"\frac{n_k}{n}\approx p_k\pm\sqrt{\frac{p_k(1-p_k)}{n}}",
        "n_k / n ≈ p_k ± √(p_k (1 − p_k) / n)",
        "Devroye 1986, doi:10.1007/978-1-4613-8643-8",
        "expected surprise",
    ),
    "funnel": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each draw costs its surprise −log p; the line is the mean of what was paid so far.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Draws from p come to the entropy H(p), draws from y to the cross-entropy H(y, p).",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "The funnel narrows slowly: half the width takes four times the draws."
            ),
        ),
        r"\frac{1}{n}\sum_{i=1}^{n}\left({-}\log p(k_i)\right)\to H(y,p)",
        "Σ −log p(k_i) / n → H(y, p)",
        "Cover & Thomas 2006, doi:10.1002/047174882X",
        "expected surprise",
    ),
    "sampler": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "A language model need not take the likeliest word: it draws one, once the unlikely "
                "ones are cut off.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Top-k keeps the k likeliest, top-p the fewest whose p add up to a given mass, min-p "
                "those not far below the first.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The order counts: a temperature before a cut can keep other words than one after it.",
            ),
        ),
        r"p'_k=\frac{p_k}{\sum_{j\,\mathrm{kept}}p_j}",
        "p′_k = p_k / Σ p_j over all j that are kept",
        "Holtzman et al. 2020, arXiv:1904.09751",
        "temperature",
    ),
    "codes": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help", "A good code has few bits for frequent classes and many for rare ones."
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "The ideal length is −log₂ p; Huffman's code with whole bits needs on average less "
                "than one bit more than H(p).",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "Whoever codes for p while y is true pays the cross-entropy H(y, p).",
            ),
        ),
        r"H(p)\leq\sum_k p_k\ell_k<H(p)+1",
        "H(p) ≤ Σ p_k ℓ_k < H(p) + 1",
        "Huffman 1952, doi:10.1109/JRPROC.1952.273898",
        "one bit",
    ),
    "rows": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Each row of a matrix is one answer: its loss goes upwards, its entropy downwards.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "A large loss with a small entropy is a confident mistake."
            ),
            QT_TRANSLATE_NOOP(
                "card_help", "The perplexity of all rows follows from their mean loss."
            ),
        ),
        r"\mathrm{perplexity}=\exp\left(\frac{1}{N}\sum_{i=1}^{N}L_i\right)",
        "perplexity = exp(Σ L_i / N)",
        "Jelinek, Mercer, Bahl & Baker 1977, doi:10.1121/1.2016299",
        "one term",
    ),
    "calibration": CardHelp(
        (
            QT_TRANSLATE_NOOP(
                "card_help",
                "Of all answers given with p = 0.8, 80 of 100 should be right: then p is calibrated.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "ECE is the mean distance from that, weighted by the rows in each bin; other bins give "
                "another ECE.",
            ),
            QT_TRANSLATE_NOOP(
                "card_help",
                "One temperature, fitted on half of the rows, often mends it and changes no prediction.",
            ),
        ),
        r"\mathrm{ECE}=\sum_b\frac{n_b}{N}\left|\mathrm{acc}_b-\mathrm{conf}_b\right|",
        "ECE = Σ n_b/N |acc − conf|",
        "Guo, Pleiss, Sun & Weinberger 2017, arXiv:1706.04599",
        "temperature",
    ),
}
"""By the keys of the cards."""
