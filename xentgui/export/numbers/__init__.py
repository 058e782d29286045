"""Numbers as text: one format a file and a line in `NUMBER_FORMATS`.  Needs no Qt."""

from xentgui.export.numbers.aligned import TABLE
from xentgui.export.numbers.csv_text import CSV
from xentgui.export.numbers.json_text import JSON
from xentgui.export.numbers.latex import LATEX
from xentgui.export.numbers.markdown import MARKDOWN
from xentgui.export.numbers.number_format import Looks, NumberFormat
from xentgui.export.numbers.numpy_script import NUMPY
from xentgui.export.numbers.torch_script import PYTORCH

NUMBER_FORMATS = {
    number_format.key: number_format
    for number_format in (CSV, JSON, MARKDOWN, LATEX, TABLE, NUMPY, PYTORCH)
}
"""Every format there is, by its key, in the order of menus."""

__all__ = ["NUMBER_FORMATS", "Looks", "NumberFormat"]
