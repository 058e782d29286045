"""Draw the icons of the program and of its documents, in the sizes that desktops ask for.

    python packaging/make_icons.py

Needs no display.  A document is the program's icon on a sheet of paper.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
ICONS = RESOURCES / "desktop" / "icons" / "hicolor"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
DOCUMENT = "application-x-xentgui+json"
SHEET = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
  <path d="M56 12H156L212 68V244H56A12 12 0 0 1 44 232V24A12 12 0 0 1 56 12Z" fill="#fbfcfe" stroke="#8a94a3" stroke-width="8" stroke-linejoin="round"/>
  <path d="M156 12V68H212" fill="#dfe4ec" stroke="#8a94a3" stroke-width="8" stroke-linejoin="round"/>
  <g transform="translate(68 92) scale(0.46875)">{drawing}</g>
</svg>
"""


def main() -> None:
    """Write every icon, as SVG and in all sizes."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    whole = (RESOURCES / "icons" / "xentgui.svg").read_text("utf-8")
    drawing = whole.partition(">")[2].removesuffix("\n").removesuffix("</svg>")
    for kind, name, svg in (
        ("apps", "xentgui", whole),
        ("mimetypes", DOCUMENT, SHEET.format(drawing=drawing)),
    ):
        folder = ICONS / "scalable" / kind
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.svg").write_text(svg, "utf-8")
        for size in SIZES:
            draw(svg, size, ICONS / f"{size}x{size}" / kind / f"{name}.png")


def draw(svg: str, size: int, file: Path) -> None:
    """Write one icon as PNG."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(svg.encode()).render(painter)
    painter.end()
    image.save(str(file))


if __name__ == "__main__":
    shutil.rmtree(ICONS, ignore_errors=True)
    main()
