"""One notation of the logarithm: ln, log₂ or log₁₀, as the unit of information says."""

from __future__ import annotations

import re

from xentgui.language.units import UNITS

_LOG = re.compile(r"(?<![A-Za-z\\])log(?![A-Za-z₀-₉])")


def with_logarithm(text: str, unit: str) -> str:
    """Return `text` with the logarithm of `unit` where it says only "log".

    >>> with_logarithm("h(p) = −log p", "nats"), with_logarithm("−y·log p (bits)", "bits")
    ('h(p) = −ln p', '−y·log₂ p (bits)')
    """
    return _LOG.sub(UNITS[unit].sign, text) if "log" in text else text


def latex_with_logarithm(text: str, unit: str) -> str:
    r"""Return the LaTeX `text` with the logarithm of `unit` where it says only ``\log``.

    >>> latex_with_logarithm(r"$-\log p$", "nats")
    '$-\\ln p$'
    """
    return text.replace(r"\log", UNITS[unit].logarithm)
