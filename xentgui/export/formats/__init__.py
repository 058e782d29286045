"""The formats of figures, each a file of its own and a line in `EXPORT_FORMATS`."""

from xentgui.export.formats.export_format import ExportFormat
from xentgui.export.formats.pdf import PDF
from xentgui.export.formats.png import PNG
from xentgui.export.formats.svg import SVG

EXPORT_FORMATS = {file_format.key: file_format for file_format in (PNG, SVG, PDF)}
"""Every format there is, by the ending of its files, in the order of menus."""

__all__ = ["EXPORT_FORMATS", "ExportFormat"]
