"""Files of other programs that often hold logits: names what reads them, and the remedy.

They are refused, or read by libraries that need not be installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final, NoReturn

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError
from xentgui.reading.source import Source

_KINDS: Final = {
    "PyTorch": rb"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19",  # before version 1.6; then it is a zip file
    "pickle": rb"\x80[\x02-\x05]",
    "HDF5": rb"\x89HDF",
    "Parquet": rb"PAR1",
    "Arrow": rb"ARROW1",
    "gzip": rb"\x1f\x8b",
    "MATLAB": rb"MATLAB 5\.0",
    "Excel": rb"\xd0\xcf\x11\xe0",
    "bzip2": rb"BZh[1-9]1AY&SY",
    "xz": rb"\xfd7zXZ\x00",
    "Feather": rb"FEA1",
    "ONNX": rb"\x08[\x01-\x0c]\x12.{0,40}(?:pytorch|tf2onnx|skl2onnx)",
    "zstd": rb"\x28\xb5\x2f\xfd",
    "SQLite": rb"SQLite format 3\x00",
}

BEGINS: Final = re.compile(
    b"|".join(b"(?P<%s>%s)" % (kind.encode(), bytes_) for kind, bytes_ in _KINDS.items()),
    re.DOTALL,
)
"""The first bytes of such files."""

_FRAME: Final = "import pandas; pandas.read_{kind}({file}).to_csv('logits.csv', index=False)"
_SAVE: Final = "numpy.save('logits.npy', {numbers})"

LINES: Final = {
    "PyTorch": (
        "PyTorch",
        "import numpy, torch; "
        + _SAVE.replace("{numbers}", "torch.load({file}, map_location='cpu').float().numpy()"),
    ),
    "pickle": (
        "Python",
        "import numpy, pickle; "
        + _SAVE.replace("{numbers}", "numpy.asarray(pickle.load(open({file}, 'rb')))"),
    ),
    "HDF5": (
        "h5py",
        "import h5py, numpy; " + _SAVE.replace("{numbers}", "h5py.File({file})['logits'][:]"),
    ),
    "MATLAB": (
        "SciPy",
        "import numpy, scipy.io; "
        + _SAVE.replace("{numbers}", "scipy.io.loadmat({file})['logits']"),
    ),
    "Parquet": ("pandas, pyarrow", _FRAME.replace("{kind}", "parquet")),
    "Feather": ("pandas, pyarrow", _FRAME.replace("{kind}", "feather")),
    "Arrow": ("pandas, pyarrow", _FRAME.replace("{kind}", "feather")),
    "Excel": ("pandas", _FRAME.replace("{kind}", "excel")),
    "OpenDocument": ("pandas, odfpy", _FRAME.replace("{kind}", "excel")),
}
"""What reads such a file in Python, and the line that turns it into one that can be read here."""

_UNPACK: Final = {
    "gzip": "gunzip {file}",
    "bzip2": "bunzip2 {file}",
    "xz": "unxz {file}",
    "zstd": "unzstd {file}",
}
"""The line of a shell that unpacks such a file."""

_IN_ZIP: Final = {
    "xl/workbook.xml": "Excel",
    "content.xml": "OpenDocument",
    "data.pkl": "PyTorch",
    "config.json": "Keras",
}
"""Files in a zip file, without their folder where it has the name of the model, and its kind."""

_PYTHON = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read here but in Python, by {library}. "
    "This line of Python converts it: {line}",
)
_CONVERTED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read. This line converts it: {line}",
)
_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read. "
    "Save the logits with numpy.save, or as CSV, and open that file.",
)

_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is read by {library}, which is not installed. Install it with: {install}\n"
    "Or convert the file with this line of Python: {line}",
)


def read(source: Source) -> NoReturn:
    """Raise ReadError, which names the kind of the file and what converts it."""
    found = BEGINS.match(source.head)
    raise _refusal(source.name, (found.lastgroup if found else None) or "")


def refuse_zip(name: str, members: Iterable[str]) -> None:
    """Raise ReadError if the zip file `name` with these `members` is of a known kind."""
    for member in members:
        kind = _IN_ZIP.get(member) or _IN_ZIP.get(member.rpartition("/")[2])
        if kind is not None:
            raise _refusal(name, kind)


def _refusal(name: str, kind: str) -> ReadError:
    written = shown(name)
    if kind in LINES:
        library, line = LINES[kind]
        line = line.replace("{file}", repr(name))
        return ReadError(_PYTHON, name=written, kind=kind, library=library, line=line)
    if kind in _UNPACK:
        line = _UNPACK[kind].replace("{file}", repr(name))
        return ReadError(_CONVERTED, name=written, kind=kind, line=line)
    return ReadError(_KIND, name=written, kind=kind)


def library(module: str, extra: str, name: str, line: str) -> Any:
    """Return the imported `module`; raises ReadError with its `extra` and the converting `line`."""
    try:
        return import_module(module)
    except ImportError:
        install = f'pip install "xentgui[{extra}]"'
        top = module.partition(".")[0]
        raise ReadError(
            _MISSING, name=shown(name), library=top, install=install,
            line=line.replace("{file}", repr(name)),
        ) from None  # fmt: skip
