"""Whether a document holds changes that closing it would lose."""

from __future__ import annotations

from xentgui.documents.scene import Document, Scene


def differs(now: Document, clean: Document, *, looks: bool) -> bool:
    """Return whether `now` differs from `clean`, which is safe.

    A change of panels or unit alone counts only with `looks`: when a file holds them.
    """
    return len(now.scenes) != len(clean.scenes) or not all(
        _same(*pair, looks=looks) for pair in zip(now.scenes, clean.scenes, strict=True)
    )


def _same(now: Scene, then: Scene, *, looks: bool) -> bool:
    if now.subject != then.subject or now.title != then.title or now.caption != then.caption:
        return False
    if now.staging != then.staging:
        return False
    panels = not then.panels or set(now.panels) == set(then.panels)
    return not looks or (now.unit == then.unit and panels)
