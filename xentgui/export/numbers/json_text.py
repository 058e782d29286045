"""JSON: every field of a snapshot under its own name, exact."""

from __future__ import annotations

import json
import math
from dataclasses import fields

import numpy as np

from xentgui.export.numbers.looks import Looks
from xentgui.model import Snapshot
from xentgui.model.settings_of_state import SETTINGS, mentioned
from xentgui.model.state import parts_of

_KEYS = {"support": "asked"}
"""The fields with another name in JSON, which other programs already read."""


def encode(snapshot: Snapshot, _looks: Looks) -> str:
    """Return `snapshot` as JSON, in nats.

    The keys are the names of its fields and, under "state", of the state's fields; "loss_name" is
    the key of the loss.  Numbers read back exactly; JSON has no infinity, so it is the text "inf" or "-inf".
    "softmax" is there if the loss predicts with something else.  "prediction" and "asked"
    (the field `support`) are lists of classes, counted from 0.
    """
    content = plain(snapshot)
    lines = (
        f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in content.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def plain(snapshot: Snapshot) -> dict[str, object]:
    """Return `snapshot` as dictionaries, lists, numbers and text."""
    content: dict[str, object] = {}
    for field in fields(snapshot):
        value = getattr(snapshot, field.name)
        if field.name == "softmax" and value is snapshot.probabilities:
            continue
        if field.name == "subject":  # the numbers are those of the state
            continue
        if field.name == "state":
            left_out = SETTINGS.keys() - mentioned(value).keys()
            left_out |= set() if value.colors else {"colors"}
            parts = parts_of(value).items()
            content["state"] = {name: exact(part) for name, part in parts if name not in left_out}
        else:
            numbers = value.tolist() if isinstance(value, np.ndarray) else value
            content[_KEYS.get(field.name, field.name)] = exact(numbers)
        if field.name == "loss":
            content["loss_name"] = snapshot.state.loss
    return content


def exact(value: object) -> object:
    """Return `value` as JSON can hold it: infinity as text, also within lists."""
    if isinstance(value, list | tuple):
        if set(map(type, value)) == {float} and all(map(math.isfinite, value)):
            return value  # a million of them take a while
        return [exact(one) for one in value]
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else str(float(value))
    return value
