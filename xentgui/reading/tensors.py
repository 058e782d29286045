"""Reads logits from a .safetensors file, by the library of that name."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.batch import LogitsBatch, batch, checked_shape
from xentgui.reading.foreign import library
from xentgui.reading.ignored_rows import without_ignored
from xentgui.reading.named_arrays import ArrayKind, chosen_keys
from xentgui.reading.read_error import ReadError
from xentgui.reading.source import Source

LINE: Final = (
    "import numpy, safetensors.torch; numpy.savez('logits.npz', "
    "**{k: t.float().numpy() for k, t in safetensors.torch.load_file({file}).items()})"
)
"""The line that converts such a file."""

_MOST_BYTES: Final = 256 * 2**20

_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is no safetensors file that can be read, or a damaged one. "
    "Save it again with safetensors.numpy.save_file, or the logits with numpy.save.",
)
_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is too large: of safetensors files, at most {limit} MB are read. "
    "Save the logits alone with numpy.save and open the .npy file, of any size.",
)
_DTYPES: Final = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "BOOL": "?",
    "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1",
}  # fmt: skip


def read(source: Source) -> LogitsBatch:
    """Return the logits in the file, with targets if it has them; raises ReadError, and OSError."""
    safetensors = library("safetensors", "safetensors", source.name, LINE)
    if source.size > _MOST_BYTES:
        raise ReadError(_LARGE, name=shown(source.name), limit=_MOST_BYTES // 2**20)
    data = source.read(_MOST_BYTES + 1)
    try:
        found = safetensors.deserialize(data)
        arrays = {key: _array(one) for key, one in found if one["dtype"] in _DTYPES}
    except Exception:  # noqa: BLE001 - whatever a library makes of a damaged file
        raise ReadError(_DAMAGED, name=shown(source.name)) from None
    return _chosen(source.name, arrays)


def _array(tensor: Any) -> NDArray[Any]:
    array = np.frombuffer(tensor["data"], _DTYPES[tensor["dtype"]])
    if tensor["dtype"] == "BF16":  # the upper half of a float32
        array = (array.astype("<u4") << 16).view("<f4")
    return array.reshape(tensor["shape"])


def _chosen(name: str, arrays: dict[str, NDArray[Any]]) -> LogitsBatch:
    keys = chosen_keys(
        name, list(arrays), lambda key: ArrayKind(arrays[key].dtype.kind, arrays[key].shape)
    )
    checked_shape(arrays[keys.logits].shape, name)
    found = batch(
        name,
        arrays[keys.logits],
        targets=None if keys.targets is None else arrays[keys.targets],
        keys=tuple(key for key in (keys.logits, keys.targets) if key is not None),
    )
    return without_ignored(found)
