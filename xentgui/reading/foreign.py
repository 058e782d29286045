"""Refuses files of other programs that often hold logits: names their kind and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    "OpenDocument": _FRAME.replace("{kind}", "excel"),
    "PyTorch": "numpy.save('logits.npy', torch.load({file}).numpy())",
    "MATLAB": "numpy.save('logits.npy', scipy.io.loadmat({file})['logits'])",
    "safetensors": "numpy.savez('logits.npz', **safetensors.numpy.load_file({file}))",
    "gzip": "gunzip {file}",
    "bzip2": "bunzip2 {file}",
    "xz": "unxz {file}",
    "zstd": "unzstd {file}",
}
"""The line, of Python or a shell, that turns such a file into one that can be read."""

_IN_ZIP: Final = {
    "xl/workbook.xml": "Excel",
    "content.xml": "OpenDocument",
    "data.pkl": "PyTorch",
    "config.json": "Keras",
}
"""Files in a zip file, without their folder where it has the name of the model, and its kind."""

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
    raise _refusal(source.name, (found.lastgroup if found else None) or "")


def refuse_zip(name: str, members: Iterable[str]) -> None:
    """Raise ReadError if the zip file `name` with these `members` is of a known kind."""
    for member in members:
        kind = _IN_ZIP.get(member) or _IN_ZIP.get(member.rpartition("/")[2])
        if kind is not None:
            raise _refusal(name, kind)


def _refusal(name: str, kind: str) -> ReadError:
    line = _CONVERT.get(kind, "").replace("{file}", repr(name))
    if line:
        return ReadError(_CONVERTED, name=shown(name), kind=kind, line=line)
    return ReadError(_KIND, name=shown(name), kind=kind)
