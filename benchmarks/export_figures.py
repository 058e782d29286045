"""The time to write a figure to a file, beside matplotlib's savefig of the same figure.

Three panels, 16:9: bars for the softmax, the hardmax and the target, the curve -log p with its
dots, and the gradient.

Prints the median of seven rounds, and the ratio to matplotlib if it is installed; the goals are 0.7 for
a PNG of 3840 x 2160, 0.1 for SVG and PDF, and a vector file at most 5 times as large at any K as
at K = 10.

    QT_QPA_PLATFORM=offscreen python benchmarks/export_figures.py
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtGui import QGuiApplication

from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.model import Snapshot, State, derive
from xentgui.model.view import View

PANELS = ("distribution", "information", "gradient")
ROUNDS = 7


def main() -> int:
    """Print a line for each size and format."""
    application = QGuiApplication(["benchmark"])
    assert application is not None
    sizes: dict[str, int] = {}
    for count in (10, 1000, 50_257):
        snapshot = derive(_state(count))
        others = _matplotlib(snapshot)
        for key, written in EXPORT_FORMATS.items():
            figure = Figure(FigureSpec.in_pixels(PANELS, 3840, 2160), snapshot, View())
            work = [lambda w=written, f=figure: w.encode(f)]
            if others is not None and count <= 1000:
                work.append(lambda k=key, save=others: save(k))
            times, lengths = _in_turns(work)
            sizes.setdefault(key, lengths[0])
            line = f"K = {count:6d}  {key}  {statistics.median(times[0]):8.1f} ms"
            line += f"  {lengths[0] / 1024:8.1f} KiB  {lengths[0] / sizes[key]:5.2f} x K=10"
            if len(times) > 1:
                ratios = [one / other for one, other in zip(*times, strict=True)]
                line += f"  matplotlib {statistics.median(times[1]):8.1f} ms"
                line += f"  ratio {statistics.median(ratios):.3f}"
            print(line, flush=True)
    return 0


def _state(count: int) -> State:
    logits = np.random.default_rng(1).normal(size=count) * 2
    return State([f"class {k}" for k in range(1, count + 1)], logits, np.eye(1, count)[0])


def _in_turns(work: list[Callable[[], bytes]]) -> tuple[list[list[float]], list[int]]:
    """Return the times of the processor in milliseconds, in turns, and the sizes of the files."""
    lengths = [len(one()) for one in work]  # the first call loads fonts
    times: list[list[float]] = [[] for _ in work]
    for _ in range(ROUNDS):
        for one, taken in zip(work, times, strict=True):
            start = time.process_time()
            one()
            taken.append((time.process_time() - start) * 1e3)
    return times, lengths


def _matplotlib(snapshot: Snapshot) -> Callable[[str], bytes] | None:
    """Return a function that saves the same figure in a format, or None."""
    try:
        import matplotlib as mpl  # noqa: PLC0415
    except ImportError:
        return None
    mpl.use("agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    x = np.arange(len(snapshot.logits))
    figure, axes = plt.subplot_mosaic("ab;cc", figsize=(12.8, 7.2), dpi=300)
    bars = ((snapshot.probabilities, -0.27), (snapshot.hardmax, 0.0), (snapshot.target, 0.27))
    for values, offset in bars:
        axes["a"].bar(x + offset, values, 0.26)
    p = np.linspace(1e-3, 1, 400)
    axes["b"].plot(p, -np.log(p), "k")
    axes["b"].plot(snapshot.probabilities, snapshot.information, "o")
    axes["c"].bar(x, snapshot.gradient, 0.6)
    for key, title in zip("abc", PANELS, strict=True):
        axes[key].set_title(title)

    def save(key: str) -> bytes:
        out = io.BytesIO()
        figure.savefig(out, format=key)
        return out.getvalue()

    return save


if __name__ == "__main__":
    sys.exit(main())
