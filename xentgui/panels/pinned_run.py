"""The run that is kept for comparison: its path, and how it differs from the present one."""

from __future__ import annotations

from dataclasses import replace

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_name, translate, typed
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.path import Path, path_through
from xentgui.model.recipes import Method
from xentgui.model.run import Run
from xentgui.model.view import View

_PINNED = QT_TRANSLATE_NOOP("panels", "pinned")
_PINNED_WITH = QT_TRANSLATE_NOOP("panels", "pinned: {what}")

_kept: tuple[Run, Run] | None = None  # a pinned run, and the same one walked further


def pinned_path(view: View, last: int) -> Path | None:
    """Return the path of the pinned run up to step `last`, if it can go so far; or None."""
    global _kept  # noqa: PLW0603 (one run is pinned at a time)
    run = view.pinned_run
    if run is None:
        return None
    if _kept is None or _kept[0] is not run:
        _kept = run, run.alone() if run.count == 1 else run.to(run.count - 1)
    far = _kept[1]
    far = far.to(far.count - 1)
    while far.step < last:
        further = far.forward()
        if further is far:
            break
        far = further
    _kept = run, far
    return replace(path_through(far, last - far.forgotten), at=run.at)


def whole_pinned_path(snapshot: Snapshot, view: View) -> Path | None:
    """Return the path of all steps of the pinned run, if it is of as many classes; or None."""
    run = view.pinned_run
    if run is None or len(run.state.labels) != len(snapshot.logits):
        return None
    return pinned_path(view, run.steps)


def pinned_label(snapshot: Snapshot, view: View) -> str:
    """Return what the pinned run is called: what it has that the present walk has not."""
    run = view.pinned_run
    assert run is not None
    kept, now, there, here = run.walk, view.walk, run.state, snapshot.state
    parts = []
    if kept.method is not now.method:
        newton = translate("descent", "Newton")
        parts.append(newton if kept.method is Method.NEWTON else translate("descent", "Gradient"))
    if kept.method is Method.GRADIENT:
        if kept.rate != now.rate or now.method is Method.NEWTON:
            parts.append(f"η = {typed(kept.rate)}")
        if kept.momentum != now.momentum:
            parts.append(f"β = {typed(kept.momentum)}")
    if there.temperature != here.temperature:
        parts.append(f"T = {typed(there.temperature)}")
    if there.loss != here.loss:
        parts.append(loss_name(chosen_loss(there)))
    if not parts:
        return translate("panels", _PINNED)
    return translate("panels", _PINNED_WITH).format(what=", ".join(parts))
