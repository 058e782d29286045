"""A document: from its text, and what is said of a text that is none.

{
  "format": "xentgui-document",
  "version": 1,
  "scenes": [
    {
      "title": {"en": "A tie", "zh_CN": "并列"},      may be left out, as may all below but
      "caption": {"en": "Two classes share …"},       logits and target
      "panels": ["distribution", "gradient"],
      "unit": "bits",
      "labels": ["cat", "dog"],
      "logits": [1.5, "-inf"],
      "target": [1, 0],
      "temperature": "inf",
      "label_smoothing": 0.1
    }
  ]
}

Importing this brings in msgspec, which takes a while: the window does so when it is needed.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec

from xentgui.documents import document_errors as faults
from xentgui.documents.document_errors import LONGEST, MOST_CLASSES, DocumentError
from xentgui.documents.document_text import FORMAT, VERSION, encode
from xentgui.documents.scene import (
    LANGUAGE_CODE,
    MOST_SCENES,
    PANEL_KEY,
    Document,
    Scene,
    in_language,
    repeated,
)
from xentgui.documents.written_settings import read_settings, written_type
from xentgui.language.units import UNITS
from xentgui.model.checks import InvalidStateError
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.state import State, default_labels
from xentgui.model.subjects import BareLogits

__all__ = ["LONGEST", "Document", "DocumentError", "Scene", "decode", "encode", "in_language"]

_Code = Annotated[str, msgspec.Meta(pattern=LANGUAGE_CODE)]
_Key = Annotated[str, msgspec.Meta(pattern=PANEL_KEY)]
_Off = Literal["-inf"]
_NotNegative = Annotated[float, msgspec.Meta(ge=0)]
_PerClass = msgspec.Meta(min_length=2, max_length=MOST_CLASSES)


class _SceneWithoutSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scene as it is written, but for the scalar settings of its state."""

    logits: Annotated[list[float | _Off], _PerClass]
    target: Annotated[list[_NotNegative], _PerClass]
    labels: Annotated[list[str], _PerClass] | msgspec.UnsetType = msgspec.UNSET
    title: dict[_Code, str] = {}
    caption: dict[_Code, str] = {}
    panels: Annotated[list[_Key], msgspec.Meta(max_length=1000)] = []
    unit: Literal[tuple(UNITS)] = "nats"  # type: ignore[valid-type]


_SceneText: Any = msgspec.defstruct(
    "_SceneText",
    [(key, written_type(setting), setting.default) for key, setting in SETTINGS.items()],
    bases=(_SceneWithoutSettings,),
    frozen=True,
    forbid_unknown_fields=True,
)


class _DocumentText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document as it is written."""

    format: Literal["xentgui-document"]
    version: Literal[1]
    scenes: Annotated[list[_SceneText], msgspec.Meta(min_length=1, max_length=MOST_SCENES)]


class _Head(msgspec.Struct, frozen=True):
    """What tells a document from other texts, and its version from others."""

    format: Any = None
    version: Any = None


_READ_HEAD: Final = msgspec.json.Decoder(_Head)
_READ: Final = msgspec.json.Decoder(_DocumentText)


def decode(data: str | bytes) -> Document:
    """Return the document that `data`, text or its UTF-8 bytes, describes.

    Raises DocumentError for everything else: other files, damaged ones, newer versions, keys
    that are unknown or given twice, numbers that are none.  It says where, why, and what to do.
    """
    text, body = faults.text_of(data)
    try:
        _require_version(_READ_HEAD.decode(body))
        written = _READ.decode(body)
    except msgspec.ValidationError as error:
        raise faults.invalid(str(error), text) from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise faults.malformed(str(error), text, body) from None
    # msgspec takes the last of two equal keys; which of them was meant, nobody knows.
    faults.require_distinct_keys(text)
    return Document(tuple(_scene(scene, at) for at, scene in enumerate(written.scenes)))


def _require_version(head: _Head) -> None:
    if head.format != FORMAT:
        raise DocumentError(faults.NOT_OURS)
    if type(head.version) is int and head.version > VERSION:
        raise faults.newer(head.version, VERSION)


def _scene(written: Any, at: int) -> Scene:
    place = f"$.scenes[{at}]"
    again = repeated(written.panels)
    if again is not None:
        raise faults.wrong(f"{place}.panels[{again}]", written.panels[again])
    count = len(written.logits)
    labels = default_labels(count) if written.labels is msgspec.UNSET else tuple(written.labels)
    try:
        state = State(
            labels,
            tuple(map(float, written.logits)),
            tuple(written.target),
            **read_settings(written),
        )
    except InvalidStateError as error:
        # What is wrong with one number has been refused before, so this concerns all of them.
        if not len(labels) == count == len(written.target):
            field = ""
        elif all(logit == "-inf" for logit in written.logits):
            field = ".logits"
        else:
            field = ".target"
        raise faults.meaningless(place + field, error) from None
    return Scene(
        BareLogits(state), written.title, written.caption, tuple(written.panels), written.unit
    )
