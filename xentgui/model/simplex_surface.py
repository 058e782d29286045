r"""What the loss is, and where a step leads, at every point of the triangle of three classes.

The three share what they have together in another way, and everything else stays: the logits of the
other classes, and the sum of what the three have.  So the loss is a function of the point.

With entmax it is one only inside: on an edge, a class can lie far below the threshold or just
below it, with the same p and another loss.  There the least of them is taken, Bregman's divergence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.model.effective_target import EffectiveTarget, effective_target_of
from xentgui.model.information import cross_terms
from xentgui.model.losses import Loss, chosen_loss
from xentgui.model.losses.loss import LossInput
from xentgui.model.rows import Array, locked, row_sums
from xentgui.model.simplex import Corners, to_plane
from xentgui.model.simplex_scores import alpha_of, log_mass_of, scores_of
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import Softmax, entropy_rows, softmax_rows

MOST_CLASSES = 50
"""With more classes, nothing is drawn over the triangle: it would take longer than a frame."""

_NODES = 81
_EDGE = 1e-4
"""How far the outermost nodes are from the edges, where most losses are infinite."""

_FAR = 1e6  # scores that are so far below the others have a p of 0, whatever their decimals are


class Grid(NamedTuple):
    """The nodes, row by row from the bottom to the top, closer together at the edges.

    Attributes
    ----------
    heights, along
        The share of the top class in each row, and how far each column is on the way from the left
        edge to the right one; shape (n,).
    shares
        Shape (n, n, 3).
    x, y
        Shape (n, n).
    """

    heights: Array
    along: Array
    shares: Array
    x: Array
    y: Array


@lru_cache(maxsize=1)
def grid() -> Grid:
    """Return the nodes at which `surface` is known."""
    steps = 0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, _NODES))
    nodes = _EDGE + (1.0 - 2.0 * _EDGE) * steps
    top, along = np.meshgrid(nodes, nodes, indexing="ij")
    shares = np.stack([top, (1.0 - top) * (1.0 - along), (1.0 - top) * along], axis=-1)
    places = to_plane(shares)
    x, y = np.ascontiguousarray(places[..., 0]), np.ascontiguousarray(places[..., 1])
    return Grid(nodes, nodes, locked(shares), locked(x), locked(y))


class Setting(NamedTuple):
    """What a surface and a drift depend on, in a form that can be compared."""

    loss: Loss
    parameters: tuple[float, ...]
    alpha: float
    corners: Corners
    log_mass: float
    scores: bytes  # of all classes; those of the three do not matter, and are 0
    target: bytes  # as set
    total: float
    smoothing: float


def surface(snapshot: Snapshot, corners: Corners, *, of_entropy: bool = False) -> Array | None:
    """Return the loss, or the entropy of p, in nats or without unit, at the nodes of `grid`.

    None if there are too many classes, or if the three have nothing to share.  The same object is
    returned as long as the numbers are the same: moving p within the triangle does not change them.
    """
    setting = setting_of(snapshot, corners)
    return None if setting is None else _surface(setting, of_entropy)


def drift(snapshot: Snapshot, corners: Corners, intervals: int) -> tuple[Array, Array] | None:
    """Return points inside the triangle, and how a small step down the loss moves p there.

    Both are in the plane, shape (n, 2); the second is in units that are the same at all points.  The
    points are a regular lattice with `intervals` along each edge.
    """
    setting = setting_of(snapshot, corners)
    return None if setting is None else _drift(setting, intervals)


_kept: tuple[Snapshot, Corners, Setting | None] | None = None


def setting_of(snapshot: Snapshot, corners: Corners) -> Setting | None:
    """Return what the surface depends on; None if there is none.  That of the last one is kept."""
    global _kept  # noqa: PLW0603 (one is enough: a picture asks several times in sequence)
    if _kept is None or _kept[0] is not snapshot or _kept[1] != corners:
        _kept = snapshot, corners, _setting_of(snapshot, corners)
    return _kept[2]


def _setting_of(snapshot: Snapshot, corners: Corners) -> Setting | None:
    log_mass = log_mass_of(snapshot, corners)
    if len(snapshot.logits) > MOST_CLASSES or not log_mass > -np.inf:
        return None
    state, loss = snapshot.state, chosen_loss(snapshot.state)
    scores = np.zeros(len(snapshot.logits))
    if len(scores) > len(corners):
        # The others stay when p moves, but for rounding.
        scores = _rounded(scores_of(snapshot))
        scores[list(corners)] = 0.0
    return Setting(
        loss,
        tuple(loss.parameters_in(state).values()),
        alpha_of(snapshot),
        corners,
        round(log_mass, 9),
        scores.tobytes(),
        state.target_array.tobytes(),
        state.target_sum,
        state.label_smoothing,
    )


def _rounded(scores: Array) -> Array:
    """Return `scores` with nine decimals; where they are far away, that would overflow."""
    near = np.abs(scores) < _FAR
    return np.where(near, np.where(near, scores, 0.0).round(9), scores)


@lru_cache(maxsize=8)
@np.errstate(all="ignore")
def _surface(setting: Setting, of_entropy: bool) -> Array:  # noqa: FBT001 (a key)
    shares = grid().shares
    if setting.loss.key == "cross_entropy" and not of_entropy:
        return locked(_cross_entropies(setting))
    soft = _predicted(setting, shares.reshape(-1, 3))
    if of_entropy:
        return locked(entropy_rows(soft).reshape(shares.shape[:2]))
    loss, target = setting.loss, _target(setting).target
    targets = np.tile(target, (len(soft.probabilities), 1))
    values = loss.of_rows(soft, targets, _parameters(setting))
    return locked(values.reshape(shares.shape[:2]))


def _cross_entropies(setting: Setting) -> Array:
    """Return log(sum(exp u)) s - sum(y u) at the nodes; only three of the u vary, and their sum not."""
    others, target = np.frombuffer(setting.scores).copy(), _target(setting)
    wanted, corners = target.target.copy(), list(setting.corners)
    others[corners] = -np.inf
    total = np.exp(setting.log_mass) + np.add.reduce(np.exp(others))
    wanted[corners] = 0.0
    there = wanted > 0.0
    level = target.total * np.log(total) - np.add.reduce(wanted[there] * others[there])
    found = np.full(_log_shares().shape[:2], level)
    for corner, index in enumerate(corners):
        if target.target[index] > 0.0:
            found -= target.target[index] * (setting.log_mass + _log_shares()[..., corner])
    return found


@lru_cache(maxsize=1)
def _log_shares() -> Array:
    return locked(np.log(grid().shares))


@lru_cache(maxsize=8)
@np.errstate(all="ignore")
def _drift(setting: Setting, intervals: int) -> tuple[Array, Array]:
    shares = np.array(
        [
            (top, left, intervals - top - left)
            for top in range(1, intervals - 1)
            for left in range(1, intervals - top)
        ],
        dtype=np.float64,
    )
    shares /= intervals
    soft = _predicted(setting, shares)
    p, slopes = soft.probabilities, _gradients(setting, soft)
    # The derivative of p by u, times a vector; softmax has p where entmax has p^(2 - alpha).
    weights = np.where(p > 0.0, p ** (2.0 - setting.alpha), 0.0)
    means = row_sums(weights * slopes) / row_sums(weights)
    changes = (-weights * (slopes - means[:, np.newaxis]))[:, list(setting.corners)]
    moved = to_plane(changes - shares * row_sums(changes)[:, np.newaxis])
    return locked(to_plane(shares)), locked(np.where(np.isfinite(moved), moved, 0.0))


def _gradients(setting: Setting, soft: Softmax) -> Array:
    """Return the derivative of the loss by u, shape (N, K), in each row."""
    target, count = _target(setting), len(soft.probabilities)
    targets, totals = np.tile(target.target, (count, 1)), np.full(count, target.total)
    found = setting.loss.gradient_of_rows(soft, targets, totals, _parameters(setting))
    if found is not None:
        return found
    return np.stack([_gradient(setting, soft, row) for row in range(count)])


def _gradient(setting: Setting, soft: Softmax, row: int) -> Array:
    """Return the derivative of the loss by u, shape (K,), in a row."""
    alone, target = Softmax(*(part[row : row + 1] for part in soft)), _target(setting)
    information = alone.information[0]
    given = LossInput(
        target,
        alone,
        alone.probabilities[0],
        alone.complements[0],
        information,
        cross_terms(target.target, information, target.support),
        at_limit=False,
        parameters=_parameters(setting),
    )
    return setting.loss.gradient(given)


def _predicted(setting: Setting, shares: Array) -> Softmax:
    """Return the probabilities of all classes, and what follows, if the three have `shares` (N, 3)."""
    known = np.frombuffer(setting.scores)
    scores = np.tile(known, (len(shares), 1))
    alpha = setting.alpha
    if alpha == 1.0:
        scores[:, list(setting.corners)] = setting.log_mass + np.log(shares)
    else:
        p = shares * np.exp(setting.log_mass)
        scores[:, list(setting.corners)] = p ** (alpha - 1.0) / (alpha - 1.0)
    return setting.loss.predicted(softmax_rows(scores, 1.0), _parameters(setting))


def _parameters(setting: Setting) -> dict[str, float]:
    return dict(zip(setting.loss.parameters, setting.parameters, strict=True))


@lru_cache(maxsize=2)
def _targets(target: bytes, total: float, smoothing: float) -> EffectiveTarget:
    return effective_target_of(locked(np.frombuffer(target).copy()), total, smoothing)


def _target(setting: Setting) -> EffectiveTarget:
    return _targets(setting.target, setting.total, setting.smoothing)
