"""Names of classes, files and errors are shown as they are, never as HTML, and never without end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

import xentgui
from xentgui.model.message import LONGEST_QUOTE, Message, RefusedError, clipped, shown
from xentgui.program.crash import CrashReporter
from xentgui.reading.arrays import read_array
from xentgui.reading.npy_header import MAGIC
from xentgui.window import question
from xentgui.window.main_window import MainWindow

PACKAGE = Path(xentgui.__file__).parent
NAME = "<b>a</b> & <img src=x>.json"

SHOW_TEXT = {"QLabel", "QMessageBox", "QErrorMessage"}
TAKE_HTML = {
    "painting/text_widgets.py": "makes the plain labels",
    "window/dialogs/messages.py": "makes the plain boxes",
    "canvas/readout.py": "has a table, in which it escapes every text",
    "window/help_dialogs.py": "shows our own sentences only",
    "window/helping/card_note.py": "shows our own sentences only, and escapes them",
}


def _made(tree: ast.AST) -> Iterator[str]:
    """Yield the names of the Qt classes that show text and are made or extended."""
    for node in ast.walk(tree):
        used = [node.func] if isinstance(node, ast.Call) else getattr(node, "bases", [])
        for name in used:
            known = getattr(name, "id", getattr(name, "attr", ""))
            if known in SHOW_TEXT:
                yield known


def test_that_no_other_file_makes_a_label_or_a_box_that_could_take_html() -> None:
    found = {
        str(path.relative_to(PACKAGE).as_posix())
        for path in PACKAGE.rglob("*.py")
        if any(name in (text := path.read_text("utf-8")) for name in SHOW_TEXT)
        and any(_made(ast.parse(text)))
    }

    assert found == set(TAKE_HTML)


def test_that_every_label_of_the_window_is_plain(window: MainWindow) -> None:
    window.samples.prepare()
    rich = [
        label.objectName() or label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
        and not (label.parentWidget().objectName() or "").startswith("readout.")
        and not _is_of_a_form(label)
    ]

    assert rich == []


def _is_of_a_form(label: QLabel) -> bool:
    """Return whether Qt has made the label for a field, from our own words."""
    layout = label.parentWidget().layout()
    return isinstance(layout, QFormLayout)


def _texts(box: QWidget) -> list[tuple[str, Qt.TextFormat]]:
    return [(one.text(), one.textFormat()) for one in box.findChildren(QLabel) if one.text()]


def test_that_a_question_shows_a_name_as_it_is(window: MainWindow) -> None:
    question.ask_unsaved(window, NAME, lambda: None, lambda: None)

    box = window.findChild(QWidget, "question.unsaved")
    assert isinstance(box, QWidget)
    texts = _texts(box)
    assert any(NAME in text for text, _ in texts)
    assert {form for _, form in texts} == {Qt.TextFormat.PlainText}
    box.close()


def test_that_an_unexpected_error_is_shown_as_it_is_and_not_without_end(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = CrashReporter(tmp_path / "<i>", window)
    error = ValueError(NAME + "x" * 100_000)
    reporter.report(ValueError, error, None)
    reporter.show_next()

    assert reporter.dialog is not None
    texts = _texts(reporter.dialog)
    assert any(NAME in text for text, _ in texts)
    assert {form for _, form in texts} == {Qt.TextFormat.PlainText}
    assert max(len(text) for text, _ in texts) < 1000
    reporter.dialog.close()
    reporter.uninstall()


def test_that_a_tip_shows_a_name_as_it_is(window: MainWindow) -> None:
    figures = window.samples.bar.figures

    figures.show_lost(f"“{NAME}” is no longer where it was.")

    assert "&lt;b&gt;a&lt;/b&gt;" in figures.mean.toolTip()


def test_that_what_a_message_quotes_is_cut() -> None:
    long = "x" * 100_000
    error = RefusedError("{name}: {reason}", name=Path(long), reason=Message("{a}", {"a": long}))

    assert len(str(error)) < 3 * LONGEST_QUOTE
    assert len(shown(long)) < 50
    assert clipped(long).endswith("x…")


@pytest.mark.parametrize("lengths", [70, 300, 3000, 15_000])
def test_that_a_header_of_many_lengths_has_a_short_sentence(lengths: int) -> None:
    header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }\n" % ("1," * lengths)
    data = MAGIC + b"\2\0" + len(header).to_bytes(4, "little") + header.encode() + np.float64(1)

    with pytest.raises(RefusedError) as error:
        read_array(data, "a.npy")

    assert "“a.npy”" in str(error.value)
    assert len(str(error.value)) < 300
