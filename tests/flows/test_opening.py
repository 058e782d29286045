from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from xentgui.main_window import MainWindow
from xentgui.model import State
from xentgui.recovery import encode

STATE = State(["cat", "dog"], [1.0, 0.0], [0.0, 1.0], temperature=2.0)


def test_that_a_document_is_opened_and_reset_comes_back_to_it(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "pets.xent.json"
    path.write_bytes(encode(STATE))

    window.open_file(path)
    assert window.store.snapshot.state == STATE
    assert not window.store.history.canUndo()

    window.commands["target.uniform"].trigger()
    window.commands["reset"].trigger()
    assert window.store.snapshot.state == STATE


def test_that_a_document_that_cannot_be_read_says_where_and_leaves_the_state(
    window: MainWindow, tmp_path: Path
) -> None:
    before = window.store.snapshot.state
    path = tmp_path / "damaged.xent.json"
    path.write_bytes(encode(STATE).replace(b'"logits": [1', b'"logits": ["one"'))

    window.open_file(path)

    box = window.findChild(QMessageBox, "refused")
    assert "damaged.xent.json" in box.text()
    assert "$.scenes[0].logits[0]" in box.informativeText()
    assert window.store.snapshot.state == before
    box.close()


def test_that_a_file_that_is_not_there_is_said_to_be_so(window: MainWindow, tmp_path: Path) -> None:
    window.open_file(tmp_path / "nothing.xent.json")

    box = window.findChild(QMessageBox, "refused")
    assert box.informativeText() == "No such file or directory"
    box.close()
