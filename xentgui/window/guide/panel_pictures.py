"""Pictures of panels for the guide: where a page has them, and how panels paint them when seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

from xentgui.documents import presets
from xentgui.documents.texts import opening_state
from xentgui.export.figure import paint_figure
from xentgui.export.spec import FigureSpec
from xentgui.model import Snapshot, derive
from xentgui.model.recipes import Walk
from xentgui.model.run import Run
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.window.workspaces import WORKSPACES

SCHEME: Final = "panel"
"""What the address of a panel's picture begins with: "panel:distribution"."""

_CELLS: Final = re.compile(r"(?<!\\)\|")
_COLUMNS: Final = 3  # of the table of panels: its name, what it shows, what can be dragged

WIDTH, HEIGHT = 510, 310
_DENSITY = 2.0
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_BEGINNING = (-1.08, -0.78, -1.61)  # p = (0.34, 0.46, 0.20), where the right class is behind
_STEPS, _SHOWN_STEP = 12, 4


def with_pictures(text: str, keys: Mapping[str, str]) -> str:
    r"""Return Markdown in which the table of panels is a section for each of its rows.

    `keys` are the panels by their titles; a row that names none gets no picture.

    >>> print(with_pictures("| card | shows | can be dragged |\n|---|---|---|\n"
    ...                     "| Curves | lines | a line |", {"Curves": "curves"}))
    ### Curves
    <BLANKLINE>
    ![Curves](panel:curves)
    <BLANKLINE>
    lines
    <BLANKLINE>
    *can be dragged:* a line
    <BLANKLINE>
    """
    done: list[str] = []
    for block in re.split(r"\n\n", text):
        head, *rows = block.rstrip().split("\n")  # a page may end with a table
        named = {_key(_cells(row)[0], keys) for row in rows[1:]} if head.startswith("|") else set()
        if named - {""} and len(_cells(head)) == _COLUMNS:
            done += [_section(_cells(row), _cells(head)[2], keys) for row in rows[1:]]
        else:
            done.append(block)
    return "\n\n".join(done)


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(row.strip())[1:-1]]


def _key(title: str, keys: Mapping[str, str]) -> str:
    """Return the key of the panel with this title, without what stands in brackets, or ""."""
    return keys.get(re.sub(r"\s*[(（].*", "", title), "")


def _section(cells: list[str], dragged: str, keys: Mapping[str, str]) -> str:
    title, shows, drag = cells
    key = _key(title, keys)
    parts = [f"### {title}", f"![{title}]({SCHEME}:{key})" if key else "", shows]
    parts += [f"*{dragged}:* {drag}" if drag else ""]
    return "\n\n".join(filter(None, parts)) + "\n"


@guarded
class PanelPictures(QTextDocument):
    """A document whose pictures are panels with the example that the program opens with."""

    def __init__(self, theme: str, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._painted: dict[str, QImage] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return the picture that Qt asks for."""
        url = QUrl(name) if isinstance(name, str) else name
        if url.scheme() != SCHEME:
            return super().loadResource(kind, url)
        key = url.path()
        if key not in self._painted:
            self._painted[key] = self._paint(key)
        return self._painted[key]

    def _paint(self, key: str) -> QImage:
        spec = FigureSpec.in_pixels(
            (key,), WIDTH, HEIGHT, 13.0, theme=self._theme, titles=False, formulas=False
        )
        image = QImage(round(WIDTH * _DENSITY), round(HEIGHT * _DENSITY), _FORMAT)
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(_DENSITY)
        snapshot, view = self._example(key)
        painter = QPainter(image)
        painter.scale(spec.zoom, spec.zoom)
        paint_figure(painter, spec, snapshot, view)
        painter.end()
        return image

    def _example(self, key: str) -> tuple[Snapshot, View]:
        """Return the numbers that suit a panel: a walk for its trace, points for their plane."""
        state = opening_state(self._language)
        if key in _shown_in("classify") - _shown_in("explore"):
            subject = _points(self._language)
            return derive(subject.resolve(), subject), View()
        if key in _shown_in("learn"):
            run = Run.begun(replace(state, logits=_BEGINNING), Walk())
            for _ in range(_STEPS):
                run = run.forward()
            run = run.to(_SHOWN_STEP)
            walked = replace(run.state, logits=tuple(run.logits[_SHOWN_STEP].tolist()))
            return derive(walked), View(run=run)
        return derive(state), View()


def _shown_in(workspace: str) -> set[str]:
    return {key for row in WORKSPACES[workspace].panels for key in row}


def _points(language: str) -> Classifier:
    """Return the first example with points."""
    subjects = (preset.subject(language) for preset in presets.presets())
    return next(one for one in subjects if isinstance(one, Classifier))
