"""The numbers without a window, beside the same work in SciPy and PyTorch if installed."""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Callable

import numpy as np

from benchmarks.findings import Finding, report
from benchmarks.turns import ratio, take_turns
from xentgui.model import State, derive
from xentgui.model.softmax import softmax_rows

SIZES = (3, 10, 100, 1000, 10_000, 50_257, 262_144)


def _ours(logits: np.ndarray, index: int) -> Callable[[], object]:
    target = np.zeros(len(logits))
    target[index] = 1.0

    def work() -> object:
        soft = softmax_rows(logits.reshape(1, -1), 1.0)
        return soft.information[0, index], soft.probabilities[0], soft.probabilities[0] - target

    return work


def _scipy(logits: np.ndarray, index: int) -> Callable[[], object]:
    from scipy.special import log_softmax, softmax  # noqa: PLC0415

    target = np.zeros(len(logits))
    target[index] = 1.0

    def work() -> object:
        p = softmax(logits)
        return -log_softmax(logits)[index], p, p - target

    return work


def _torch(logits: np.ndarray, index: int) -> Callable[[], object]:
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)
    z = torch.tensor(logits, requires_grad=True)
    target = torch.tensor([index])

    def work() -> object:
        z.grad = None
        loss = torch.nn.functional.cross_entropy(z[None], target)
        loss.backward()
        return loss, torch.softmax(z.detach(), 0), z.grad

    return work


def main() -> None:
    """Measure one-hot loss, probabilities and gradient, and then a whole snapshot."""
    there = {
        name: make
        for name, make in (("scipy", _scipy), ("torch", _torch))
        if importlib.util.find_spec(name)
    }
    print(f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}")
    for classes in SIZES:
        logits = np.random.default_rng(classes).normal(0.0, 3.0, classes)
        index = classes // 3
        target = np.zeros(classes)
        target[index] = 1.0
        state = State([str(k) for k in range(classes)], logits, target)  # type: ignore[arg-type]
        work = {"ours": _ours(logits, index)}
        work |= {name: make(logits, index) for name, make in there.items()}
        work["everything"] = lambda state=state: derive(state)  # type: ignore[misc]
        timings = take_turns(work, rounds=9, turn=0.05)
        print(f"K = {classes}")
        for name, timing in timings.items():
            print(f"  {name:12} {timing}")
        for name, label in (("scipy", "SciPy"), ("torch", "PyTorch autograd, one thread")):
            if name in there:
                report(
                    Finding(
                        f"p, loss and gradient, K = {classes}",
                        f"× {label}",
                        ratio(timings["ours"], timings[name]),
                        1.0,
                    )
                )
        everything = timings["everything"].median * 1e3
        report(
            Finding(
                f"all quantities, K = {classes}",
                "ms",
                everything,
                8.0 if classes <= 10_000 else None,
            )
        )


if __name__ == "__main__":
    main()
