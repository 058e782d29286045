"""The same figure is the same file in every process, whatever the seeds of hash tables are."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QHashSeed

from tests.export.samples import EXAMPLE, figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.model import State

PANELS = ("distribution", "information", "gradient", "derivation")
CHINESE = State(("猫", "狗", "鸟"), EXAMPLE.logits, EXAMPLE.target)
DOCUMENT = '{"logits": [2.33]}'

_SCRIPT = """
import hashlib
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from tests.export.test_reproducible import CHINESE, DOCUMENT, EXPORT_FORMATS, PANELS, figure
for one in EXPORT_FORMATS.values():
    data = one.encode(figure(CHINESE, *PANELS, document=DOCUMENT))
    print(one.key, hashlib.sha256(data).hexdigest())
"""


def _in_process(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@pytest.mark.parametrize("count", [2, pytest.param(4, marks=pytest.mark.long)])
def test_that_processes_write_the_same_bytes(count: int) -> None:
    written = [_in_process(str(seed)) for seed in range(count)]

    assert [line.split()[0] for line in written[0].splitlines()] == list(EXPORT_FORMATS)
    assert len(set(written)) == 1


@pytest.mark.usefixtures("qapp")
def test_that_a_pdf_is_the_same_for_every_seed_of_qt() -> None:
    written = set()
    made = figure(CHINESE, *PANELS, document=DOCUMENT)
    EXPORT_FORMATS["pdf"].encode(made)  # Qt places text elsewhere until it has used a font once
    try:
        for _ in range(8):
            QHashSeed.resetRandomGlobalSeed()
            written.add(EXPORT_FORMATS["pdf"].encode(made))
    finally:
        QHashSeed.resetRandomGlobalSeed()

    assert len(written) == 1


@pytest.mark.usefixtures("qapp")
def test_that_the_fonts_of_a_pdf_are_known_as_parts_with_names_of_their_own() -> None:
    # Programs that join PDFs take fonts of one name for the same one.
    fonts = {
        name
        for labels in (("Q", "W", "J"), ("X", "K", "Z"))
        for name in re.findall(
            rb"/(?:FontName|BaseFont) /(\S+)",
            EXPORT_FORMATS["pdf"].encode(
                figure(State(labels, EXAMPLE.logits, EXAMPLE.target), "distribution")
            ),
        )
    }
    regular = {name for name in fonts if name.endswith(b"-Regular") and b"Sans" in name}

    assert all(re.fullmatch(rb"[A-Z]{6}\+[^+]+", name) for name in fonts)
    assert len(regular) == 2
