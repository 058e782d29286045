r"""Information, entropy, cross-entropy and divergence, in nats.

Each is a sum of terms that are zero or more (while no target exceeds 1), so that nothing cancels.
The limits 0 log 0 = 0 and 0 times inf = 0 hold by construction.  The functions that the rest of the
model calls do not silence numpy's warnings.  Their callers do it once for all of them, because
silencing costs as much as the arithmetic of three classes.

Sources: Shannon 1948, :doi:`10.1002/j.1538-7305.1948.tb01338.x` (information and entropy);
Kullback & Leibler 1951, :doi:`10.1214/aoms/1177729694` (the divergence);
Csiszár 1991, :doi:`10.1214/aos/1176348385` (the divergence of sums other than 1);
Good 1952, :doi:`10.1111/j.2517-6161.1952.tb00104.x` (cross-entropy as the expected loss
of a probability assessment).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.rows import Array, as_result, as_rows, refuse

if TYPE_CHECKING:
    import numpy.typing as npt


_MANY = 256  # numbers


def information_of(masses: Array) -> Array:
    """Return -log of each of `masses`, any shape; inf at 0, and 0 (not -0) at 1."""
    return np.subtract(0.0, np.log(masses))


def weighted(target: Array, information: Array) -> Array:
    """Return the terms target * information, reading 0 * inf as 0; any one shape."""
    terms: Array = target * information
    # Only 0 * inf needs another look; to find that there is none is faster for many numbers.
    if terms.size < _MANY or not math.isfinite(np.add.reduce(terms, axis=None)):
        np.copyto(terms, 0.0, where=target == 0.0)
    return terms


def cross_terms(target: Array, information: Array, on: npt.NDArray[np.intp]) -> Array:
    """Return the same terms as `weighted`, for flat arrays; `on` is where `target` is not 0."""
    if 2 * on.size > target.size:
        return weighted(target, information)
    terms = np.zeros_like(target)
    terms[on] = target[on] * information[on]
    return terms


def support_of(target: Array) -> npt.NDArray[np.intp]:
    """Return the indices, in the flat array, at which `target`, any shape, is not 0."""
    # `nonzero` of the numbers themselves, without `!=`, takes five times as long.
    return np.asarray((target.ravel() != 0.0).nonzero()[0])


def entropy_terms(target: Array, on: npt.NDArray[np.intp]) -> Array:
    """Return the terms -y log y of the entropy of `target`, any shape; 0 outside `on`."""
    if on.size == target.size:
        return weighted(target, information_of(target))
    terms = np.zeros_like(target)
    some = target.ravel()[on]
    terms.ravel()[on] = weighted(some, information_of(some))
    return terms


def divergence_terms(
    target: Array, probabilities: Array, cross: Array, entropy: Array, on: npt.NDArray[np.intp]
) -> Array:
    """Return the terms y log(y/p) - y + p of the divergence, each 0 or more; one shape.

    `on` is where y is not 0.  `cross` and `entropy` are the terms -y log p and -y log y,
    whose difference is y log(y/p).  Near y = p the terms cancel, and about (y - p)**2 / 2p remains.
    There the logarithm is worked out as log1p((y - p)/p), and the error is an ulp of y - p.
    """
    y, p = target.ravel(), probabilities.ravel()
    if 2 * on.size > y.size:
        return _divergence(y, p, cross.ravel(), entropy.ravel()).reshape(target.shape)
    # The term of a class outside the support is p.
    terms = p.copy()
    terms[on] = _divergence(y[on], p[on], cross.ravel()[on], entropy.ravel()[on])
    return terms.reshape(target.shape)


def log_ratios(
    target: Array, probabilities: Array, complements: Array, information: Array
) -> Array:
    """Return log(y/p), any one shape; near y = p to an ulp of y - p.

    `complements` and `information` are 1 - p and -log p.  The logarithm is -inf where y is 0, and
    inf where only p is 0.
    """
    gap = np.where(probabilities > 0.5, (target - 1.0) + complements, target - probabilities)
    ratio = gap / probabilities
    return np.where(np.abs(ratio) <= 0.5, np.log1p(ratio), information + np.log(target))


def _divergence(y: Array, p: Array, cross: Array, entropy: Array) -> Array:
    gap = y - p
    ratio = gap / p
    terms: Array = cross - entropy
    near = (np.abs(ratio) <= 0.5).nonzero()[0]  # not NaN, which is 0/0
    terms[near] = y[near] * np.log1p(ratio[near])
    terms -= gap
    # No true term is negative: a sign below an ulp of y - p comes from rounding.
    return np.maximum(terms, 0.0, out=terms)


@np.errstate(all="ignore")
def information(probabilities: npt.ArrayLike) -> Array:
    """Return -log p in nats, same shape: the surprise of each class; inf at 0.

    Raises ValueError for NaN, inf and negative values.  For logits, use -`log_softmax`: it keeps
    the digits that p near 1 has lost.

    >>> information([1.0, 0.5, 0.0]).round(4).tolist()
    [0.0, 0.6931, inf]
    """
    rows, shape = _masses("probabilities", probabilities)
    return information_of(rows).reshape(shape)


@np.errstate(all="ignore")
def entropy(probabilities: npt.ArrayLike) -> Array | float:
    """Return the mean information -sum(p log p) in nats, along the last axis.

    A float for shape (K,), an array of shape (...) for (..., K).  0 log 0 counts 0.
    The sum of p may differ from 1.  Raises ValueError for NaN, inf and negative values.

    >>> round(entropy([0.25, 0.25, 0.5, 0.0]), 4)
    1.0397
    """
    rows, shape = _masses("probabilities", probabilities)
    return as_result(entropy_terms(rows, support_of(rows)), shape)


@np.errstate(all="ignore")
def cross_entropy(
    target: npt.ArrayLike,
    probabilities: npt.ArrayLike | None = None,
    *,
    log_probabilities: npt.ArrayLike | None = None,
) -> Array | float:
    """Return -sum(y log p) in nats, along the last axis.

    Parameters
    ----------
    target : array_like, shape (..., K)
        y, 0 or more and finite; its sum may differ from 1.
    probabilities : array_like, shape (..., K)
        p.  Give this or `log_probabilities`, not both.  Leading axes broadcast.
    log_probabilities : array_like, shape (..., K)
        log p.  For logits, ``log_probabilities=log_softmax(z)`` keeps the digits of small losses: p
        rounds to 1 where log p is still -8.5e-18.

    Returns
    -------
    float for one row, else an array of shape (...); inf if the target is above 0 for a class with p
    = 0.  0 times inf counts 0.

    >>> cross_entropy([1.0, 0.0, 0.0], [0.5, 0.25, 0.25])
    0.6931471805599453
    >>> cross_entropy([0.0, 1.0], log_probabilities=[-1e-30, -69.0])
    69.0
    """
    y, _, h, shape = _pair(target, probabilities, log_probabilities)
    return as_result(weighted(y, h), shape)


@np.errstate(all="ignore")
def kl_divergence(
    target: npt.ArrayLike,
    probabilities: npt.ArrayLike | None = None,
    *,
    log_probabilities: npt.ArrayLike | None = None,
) -> Array | float:
    """Return the divergence sum(y log(y/p) - y + p) in nats, along the last axis.

    Never negative, and 0 where y = p.  For sums of 1 it is the Kullback-Leibler
    divergence, and H(y, p) = H(y) + D.  For other sums it is the generalised one, and
    H(y, p) = H(y) + D + sum(y) - sum(p).  Parameters and errors are those of
    `cross_entropy`.

    >>> round(kl_divergence([0.5, 0.5], [0.25, 0.75]), 4)
    0.1438
    >>> kl_divergence([0.3, 0.7], [0.3, 0.7])
    0.0
    """
    y, p, h, shape = _pair(target, probabilities, log_probabilities)
    on = support_of(y)
    terms = divergence_terms(y, p, weighted(y, h), entropy_terms(y, on), on)
    lost = np.isnan(terms)  # sums far above 1, where y log y and y log p both overflow
    terms[lost] = y[lost] * np.log(y[lost] / p[lost]) - y[lost] + p[lost]
    return as_result(terms, shape)


def _masses(name: str, values: npt.ArrayLike) -> tuple[Array, tuple[int, ...]]:
    rows, shape = as_rows(name, values)
    wrong = ~((rows >= 0.0) & (rows < np.inf))
    if wrong.any():
        raise refuse(f"{name} need to be finite and 0 or more, got {rows[wrong][0]}")
    return rows, shape


def _pair(
    target: npt.ArrayLike,
    probabilities: npt.ArrayLike | None,
    log_probabilities: npt.ArrayLike | None,
) -> tuple[Array, Array, Array, tuple[int, ...]]:
    """Return y, p and -log p as rows (N, K), and their common shape; raises ValueError."""
    y, y_shape = _masses("target", target)
    if probabilities is not None and log_probabilities is None:
        p, p_shape = _masses("probabilities", probabilities)
        h = information_of(p)
    elif log_probabilities is not None and probabilities is None:
        logs, p_shape = as_rows("log_probabilities", log_probabilities)
        wrong = ~(logs < np.inf)
        if wrong.any():
            raise refuse(f"log_probabilities need to be below inf, got {logs[wrong][0]}")
        p, h = np.exp(logs), np.subtract(0.0, logs)
    else:
        raise refuse("give exactly one of probabilities and log_probabilities")
    if y_shape == p_shape:
        return y, p, h, y_shape
    try:
        shape = np.broadcast_shapes(y_shape, p_shape)
        if y_shape[-1] != p_shape[-1]:
            raise ValueError
    except ValueError as error:
        raise refuse(
            f"target and probabilities need the same classes, got shapes {y_shape} and {p_shape}"
        ) from error
    y = _spread(y, y_shape, shape)
    p, h = _spread(p, p_shape, shape), _spread(h, p_shape, shape)
    return y, p, h, shape


def _spread(rows: Array, given: tuple[int, ...], shape: tuple[int, ...]) -> Array:
    spread = np.broadcast_to(rows.reshape(given), shape)
    return np.ascontiguousarray(spread).reshape(-1, shape[-1])
