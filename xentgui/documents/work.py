"""Unsaved work: a document, its file, the scene that is shown, and what closing it would lose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from xentgui.documents.scene import Document, Scene


class Work(NamedTuple):
    """A document that is open.

    Attributes
    ----------
    document
        The document as Save would write it.
    path
        The file it belongs to, or None.
    scene
        The number of the scene that is shown.
    fingerprint
        The fingerprint of the file's content when it was last read or written.
    """

    document: Document
    path: Path | None = None
    scene: int = 0
    fingerprint: str = ""


def encode(work: Work) -> bytes:
    """Return `work` as bytes: a line about it, and the document."""
    return "".join(pieces(work)).encode()


def pieces(work: Work) -> Iterator[str]:
    """Yield the text of `encode` in pieces, none of which takes long to make."""
    # No start writes work.
    import json  # noqa: PLC0415

    from xentgui.documents import document_text  # noqa: PLC0415

    path = None if work.path is None else str(work.path)
    head = {"path": path, "scene": work.scene, "fingerprint": work.fingerprint}
    yield json.dumps(head) + "\n"
    yield from document_text.pieces(work.document)


def decode(data: bytes) -> Work:
    """Return the work in bytes that `encode` made; raises ValueError for other bytes."""
    # Few starts find work.
    import json  # noqa: PLC0415

    from xentgui.documents import document  # noqa: PLC0415

    line, _, text = data.partition(b"\n")
    try:
        head = json.loads(line)
    except RecursionError:
        raise ValueError("the brackets are nested too deeply") from None
    match head:
        case {"path": None | str() as path, "scene": int() as scene, "fingerprint": str() as known}:
            found = document.decode(text)
        case _:
            raise ValueError("unsaved work begins with a line about it")
    if not 0 <= scene < len(found.scenes):
        raise ValueError("unsaved work shows one of its scenes")
    return Work(found, None if path is None else Path(path), scene, known)


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
