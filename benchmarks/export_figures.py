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
from typing import Any

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
FEW = 10  # classes: so many have a name and a number each


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
    """Return a function that saves the same figure in a format, or None.

    It has the same marks, and as many texts: titles, formulas, names of axes and classes, a legend,
    and the numbers of the classes that have one in ours.
    """
    try:
        import matplotlib as mpl  # noqa: PLC0415
    except ImportError:
        return None
    mpl.use("agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    count = len(snapshot.logits)
    x, p, few = np.arange(count), snapshot.probabilities, count <= FEW
    figure, axes = plt.subplot_mosaic("ab;cc", figsize=(12.8, 7.2), dpi=300)
    figure.set_facecolor("#f4f5f7")
    figure.subplots_adjust(0.06, 0.09, 0.97, 0.88, 0.16, 0.5)
    axes["a"].bar(x, p, 0.46, color=[f"C{k % 8}" for k in x] if few else "C0", label="softmax")
    edge = {"edgecolor": "gray", "linestyle": "--", "fill": False}
    axes["a"].bar(x, snapshot.hardmax, 0.57, label="hardmax", **edge)
    y = snapshot.target
    axes["a"].hlines(y, x - 0.34, x + 0.34, colors="black", linewidths=3, label="target y")
    axes["a"].legend(ncols=3, frameon=False, loc="lower left", bbox_to_anchor=(0.0, 1.0))
    curve = np.linspace(1e-3, 1, 400)
    axes["b"].plot(curve, -np.log(curve), "k")
    colors = x % 8 if few else np.zeros(count)
    axes["b"].scatter(p, snapshot.information, c=colors, cmap="Dark2", edgecolors="white", zorder=3)
    axes["c"].bar(x, snapshot.gradient, 0.6, color=[f"C{k % 8}" for k in x] if few else "C0")
    axes["c"].axhline(0.0, color="black")
    named = range(count) if few else np.argsort(-p)[:FEW].tolist()
    for k in named:
        axes["a"].annotate(f"{p[k]:.3f}", (k, p[k]), ha="center", va="bottom", weight="bold")
        h = snapshot.information[k]
        label, bold = f"{snapshot.state.labels[k]}: {h:.3f}", {"weight": "bold"}
        if k < FEW // 2 or not few:
            axes["b"].annotate(label, (p[k], h), (8, 8), textcoords="offset points", **bold)
        slope = snapshot.gradient[k]
        axes["c"].annotate(f"{slope:+.3f}", (k, slope), ha="center", va="bottom", weight="bold")
    _write_around(figure, axes)
    axes["b"].set_xlabel("probability p")
    if few:
        for key in "ac":
            axes[key].set_xticks(x, snapshot.state.labels)

    def save(key: str) -> bytes:
        out = io.BytesIO()
        figure.savefig(out, format=key)
        return out.getvalue()

    return save


def _write_around(figure: Any, axes: Any) -> None:
    """Add cards, titles, formulas and the names of the axes."""
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

    words = {
        "a": (r"$p = \mathrm{softmax}(z / T)$", "$p, y$"),
        "b": (r"$h(p) = -\ln p$", r"$-\ln p$ (nats)"),
        "c": (r"$\partial L/\partial z = (p - y) / T$", r"$\partial L/\partial z$"),
    }
    for key, title in zip("abc", PANELS, strict=True):
        one, (formula, name) = axes[key], words[key]
        one.set_title(title.title(), loc="left", weight="bold", pad=24)
        one.set_title(formula, loc="right", color="gray", pad=24)
        one.set_ylabel(name)
        one.grid(axis="y", color="#eceff3")
        one.spines[["top", "right"]].set_visible(False)
        box = one.get_position()
        corner = box.x0 - 0.045, box.y0 - 0.07
        look = {"boxstyle": "round,pad=0,rounding_size=0.01", "fc": "white", "ec": "#dfe3e8"}
        size = box.width + 0.06, box.height + 0.17
        card = FancyBboxPatch(corner, *size, transform=figure.transFigure, zorder=-1, **look)
        figure.add_artist(card)


if __name__ == "__main__":
    sys.exit(main())
