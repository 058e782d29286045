"""Refuses files of other programs that often hold logits: names their kind and the remedy."""

from __future__ import annotations

import re
from typing import Final, NoReturn

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError
from xentgui.reading.source import Source

_KINDS: Final = {
    "pickle": rb"\x80[\x02-\x05]",
    "HDF5": rb"\x89HDF",
    "Parquet": rb"PAR1",
    "Arrow": rb"ARROW1",
    "gzip": rb"\x1f\x8b",
    "MATLAB": rb"MATLAB 5\.0",
    "safetensors": rb".{7}\x00\{\"",
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

_FRAME: Final = "pandas.read_{kind}({file}).to_csv('logits.csv', index=False)"
_CONVERT: Final = {
    "pickle": "numpy.save('logits.npy', numpy.asarray(pickle.load(open({file}, 'rb'))))",
    "HDF5": "numpy.save('logits.npy', h5py.File({file})['logits'][:])",
    "Parquet": _FRAME.replace("{kind}", "parquet"),
    "Feather": _FRAME.replace("{kind}", "feather"),
    "Arrow": _FRAME.replace("{kind}", "feather"),
    "Excel": _FRAME.replace("{kind}", "excel"),
    "MATLAB": "numpy.save('logits.npy', scipy.io.loadmat({file})['logits'])",
    "safetensors": "numpy.savez('logits.npz', **safetensors.numpy.load_file({file}))",
    "gzip": "gunzip {file}",
    "bzip2": "bunzip2 {file}",
    "xz": "unxz {file}",
    "zstd": "unzstd {file}",
}
"""The line, of Python or a shell, that turns such a file into one that can be read."""

_CONVERTED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read. This line converts it: {line}",
)
_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is a file of the kind {kind}, which is not read. "
    "Save the logits with numpy.save, or as CSV, and open that file.",
)


def read(source: Source) -> NoReturn:
    """Raise ReadError, which names the kind of the file."""
    found = BEGINS.match(source.head)
    kind = found.lastgroup if found else ""
    line = _CONVERT.get(kind or "", "").replace("{file}", repr(source.name))
    if line:
        raise ReadError(_CONVERTED, name=shown(source.name), kind=kind, line=line)
    raise ReadError(_KIND, name=shown(source.name), kind=kind)
