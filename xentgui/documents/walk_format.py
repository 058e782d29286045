"""How one walks down the loss in a scene of a document, from version 5.

"walk": {"method": "gradient", "rate": 1, "momentum": 0.9}

All may be left out; what is left out is as usual.
"""

from __future__ import annotations

from typing import Final

from xentgui.documents import json_lines
from xentgui.documents.json_shape import Node
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.recipes import USUAL_WALK, Method, Walk

REMEDIES: Final = {
    "walk": QT_TRANSLATE_NOOP("errors", "Write how one walks, such as {walk}."),
    "method": QT_TRANSLATE_NOOP("errors", "Write “gradient” or “newton”."),
    "rate": QT_TRANSLATE_NOOP("errors", "Write a number above 0."),
    "momentum": QT_TRANSLATE_NOOP("errors", "Write a number from 0 to less than 1."),
}
EXAMPLES: Final = {"walk": '{"rate": 1}'}


def text_of(walk: Walk) -> str:
    """Return the JSON of a walk; what is as usual is left out."""
    entries = []
    if walk.method is not USUAL_WALK.method:
        entries.append(f'"method": {json_lines.text(walk.method.value)}')
    entries.append(f'"rate": {json_lines.number(walk.rate)}')
    if walk.momentum != USUAL_WALK.momentum:
        entries.append(f'"momentum": {json_lines.number(walk.momentum)}')
    return "{" + ", ".join(entries) + "}"


def read(node: Node) -> Walk:
    """Return the walk at `node`; raises MisfitError."""
    node.require_keys((), ("method", "rate", "momentum"))
    method = USUAL_WALK.method
    if "method" in node:
        method = Method(node["method"].word([one.value for one in Method]))
    rate, momentum = USUAL_WALK.rate, USUAL_WALK.momentum
    if "rate" in node:
        rate = node["rate"].number(0.0)
        if rate == 0.0:
            raise node["rate"].wrong()
    if "momentum" in node:
        momentum = node["momentum"].number(0.0, 1.0)
        if momentum == 1.0:
            raise node["momentum"].wrong()
    return Walk(method, rate, momentum)
