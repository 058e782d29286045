"""All samples at once: the same bits as one by one, in small pieces, around bad rows."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.reading.arrays import open_array
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.samples.order import Order, arranged, available, place_of
from xentgui.reading.samples.scan import BLOCK_BYTES, Scan

K = 7
KINDS = ("integer", "one-hot", "soft", "none")
SETTINGS = [(1.0, 0.0), (0.5, 0.1), (0.0, 0.0), (math.inf, 0.3), (20.0, 1.0)]


def _batch(kind: str, rows: int = 300, seed: int = 3) -> LogitsBatch:
    rng = np.random.default_rng(seed)
    logits = np.round(rng.normal(size=(rows, K)) * 4, 1)  # rounded, so that some tie
    logits[rng.random(logits.shape) < 0.05] = -np.inf
    logits[:, 0] = np.maximum(logits[:, 0], -9.0)
    classes = rng.integers(0, K, rows)
    soft = rng.random((rows, K)) * 1.3
    soft[5] = 0.0
    targets = {"integer": classes, "one-hot": np.eye(K)[classes], "soft": soft, "none": None}
    return batch("a.npy", logits, targets=targets[kind])


def _scanned(of: LogitsBatch, temperature: float = 1.0, smoothing: float = 0.0) -> Scan:
    scan = Scan(of, ScalarSettings(temperature=temperature, label_smoothing=smoothing))
    while not scan.done:
        scan.advance()
    return scan


@pytest.mark.parametrize(("temperature", "smoothing"), SETTINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_has_the_bits_that_it_has_alone(
    kind: str, temperature: float, smoothing: float
) -> None:
    of = _batch(kind)

    scan = _scanned(of, temperature, smoothing)

    losses, right = [], []
    for row in range(of.samples):
        target = of.target(row)
        asked = np.eye(K)[0] if target is None else target
        state = State(
            tuple("abcdefg"),
            tuple(of.row(row)),
            tuple(asked),
            temperature=temperature,
            label_smoothing=smoothing,
        )
        snapshot = derive(state)
        assert scan.confidence is not None
        assert scan.confidence[row] == snapshot.probabilities.max()
        losses.append(snapshot.cross_entropy)
        wanted = set(np.flatnonzero(asked == asked.max())) if asked.any() else set()
        chosen = snapshot.prediction
        share = sum(k in wanted for k in chosen) / len(chosen)
        right.append(share if wanted else math.nan)
    if kind == "none":
        assert scan.losses is None
        assert (scan.mean_loss, scan.accuracy) == (None, None)
        return
    assert scan.losses is not None
    assert scan.correct is not None
    assert scan.losses.tolist() == losses
    np.testing.assert_array_equal(scan.correct, right)
    assert scan.mean_loss == pytest.approx(math.fsum(losses) / len(losses), rel=1e-15)
    assert scan.accuracy == pytest.approx(np.nanmean(right), rel=1e-15)


def test_that_one_class_out_of_reach_makes_the_mean_infinite_and_not_a_riddle() -> None:
    logits = np.zeros((2000, 2))
    logits[77, 1] = -np.inf

    assert _scanned(batch("a", logits, targets=np.ones(2000, int))).mean_loss == math.inf


def test_that_bad_rows_are_left_out_counted_and_the_first_is_named() -> None:
    of = _batch("integer", rows=100)
    of.logits[[13, 14, 99]] = np.nan
    of.logits[60, 2] = np.inf
    assert of.targets is not None
    of.targets[30] = K

    scan = _scanned(of)
    good = np.setdiff1d(np.arange(100), [13, 14, 30, 60, 99])

    assert scan.skipped == 5
    assert "Row 13 of" in str(scan.refusals[0])
    assert scan.losses is not None
    assert np.flatnonzero(np.isnan(scan.losses)).tolist() == [13, 14, 30, 60, 99]
    rest = batch("b", of.logits[good], targets=of.targets[good])
    assert scan.mean_loss == pytest.approx(_scanned(rest).mean_loss, rel=1e-15)


def test_that_no_piece_is_larger_than_it_may_be() -> None:
    of = batch("a", np.zeros((300, 4099), np.float32), targets=np.zeros(300, int))
    scan, pieces = Scan(of, ScalarSettings()), []
    while not scan.done:
        before = scan.reached
        scan.advance()
        pieces.append(scan.reached - before)

    assert sum(pieces) == 300
    assert max(pieces) * 4099 * 8 <= BLOCK_BYTES <= 16 << 20


def test_that_numbers_of_too_many_rows_are_not_kept_but_their_mean_is() -> None:
    of = _batch("integer")
    kept = _scanned(of)
    scan = Scan(of, ScalarSettings(), most_kept=299)
    while not scan.done:
        scan.advance()

    assert scan.confidence is None
    assert scan.mean_loss == kept.mean_loss
    assert available(scan) == (Order.FILE,)


def _sparse(path: Path, rows: int, classes: int) -> None:
    """Write a matrix of zeros that takes no room on the disk."""
    header = np.lib.format.header_data_from_array_1_0(np.zeros(0, np.float32))
    with path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, {**header, "shape": (rows, classes)})
        file.truncate(file.tell() + 4 * rows * classes)


def _resident() -> int:
    """Return the bytes that this process has in memory."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in text.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux about memory")
def test_that_a_matrix_of_2_gb_is_opened_at_once_and_never_loaded_whole(tmp_path: Path) -> None:
    rows, classes = 10_000, 50_257
    _sparse(tmp_path / "large.npy", rows, classes)
    before = _resident()

    of = open_array(tmp_path / "large.npy")
    of.row(rows - 1)
    assert _resident() - before < 16 << 20

    scan, most = Scan(of, ScalarSettings()), 0
    for _ in range(600):  # 120 MB of it
        scan.advance()
        most = max(most, _resident())
    assert scan.reached == 600
    assert most - before < 64 << 20


def test_that_orders_sort_and_the_switch_leaves_out_what_is_right() -> None:
    of = _batch("integer", rows=50)
    of.logits[7] = np.nan
    scan = _scanned(of)
    assert scan.losses is not None
    assert scan.confidence is not None
    assert scan.correct is not None

    largest = list(arranged(scan, Order.LARGEST_LOSS, only_wrong=False))
    assert len(largest) == 49
    losses = scan.losses[largest]
    assert (np.diff(losses[np.isfinite(losses)]) <= 0).all()
    unsure = arranged(scan, Order.LEAST_CONFIDENT, only_wrong=True)
    assert (np.diff(scan.confidence[np.asarray(unsure)]) >= 0).all()
    assert (scan.correct[np.asarray(unsure)] < 1).all()
    assert len(unsure) == np.count_nonzero(scan.correct < 1)
    assert arranged(scan, Order.FILE, only_wrong=False) == range(50)


def test_that_equal_rows_stay_in_the_order_of_the_file() -> None:
    scan = _scanned(batch("a", np.zeros((9, 3)), targets=np.zeros(9, int)))

    for order in Order:
        assert list(arranged(scan, order, only_wrong=False)) == list(range(9))


def test_that_without_targets_only_confidence_can_be_sorted_by() -> None:
    scan = _scanned(_batch("none"))

    assert available(scan) == (Order.FILE, Order.LEAST_CONFIDENT, Order.MOST_CONFIDENT)
    assert len(arranged(scan, Order.MOST_CONFIDENT, only_wrong=True)) == 300
    with pytest.raises(ValueError, match="largest_loss"):
        arranged(scan, Order.LARGEST_LOSS, only_wrong=False)


def test_that_a_row_is_found_in_any_order() -> None:
    assert place_of(range(10), 4) == 4
    assert place_of(np.array([3, 1, 4]), 4) == 2
    assert place_of(np.array([3, 1, 4]), 2) is None


def test_that_what_is_refused_has_a_message_for_people() -> None:
    of = _batch("integer", rows=6)
    of.logits[:] = np.nan
    scan = _scanned(of)

    assert isinstance(scan.refusals[0], RefusedError)
    assert (scan.skipped, scan.mean_loss) == (6, None)
