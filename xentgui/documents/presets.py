"""The presets: one JSON file each in ``resources/presets``, in the order of their names.

The number at the start of a file's name gives its place in the menu; a new ten begins a new part of
the menu.  No file is read at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from xentgui import resource
from xentgui.documents.texts import ENGLISH, in_language
from xentgui.model import State
from xentgui.model.subjects import Subject

if TYPE_CHECKING:
    from xentgui.documents.preset_file import PointsFile, PresetFile


@dataclass(frozen=True, slots=True)
class Preset:
    """An example: its title, a note on what it shows, and its numbers.

    Texts and class names depend on the language; one that lacks a translation is English.
    """

    key: str
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    _file: PresetFile | PointsFile = field(repr=False)

    @property
    def part(self) -> int:
        """The number of the part of the menu to which it belongs."""
        return int(self.key.split("-")[0]) // 10

    def title(self, language: str = ENGLISH) -> str:
        """Return its name for the menu."""
        return in_language(self.titles, language)

    def note(self, language: str = ENGLISH) -> str:
        """Return a sentence on what the preset shows, or ""."""
        return in_language(self.notes, language) if self.notes else ""

    def subject(self, language: str = ENGLISH) -> Subject:
        """Return what it sets, with class names in `language`."""
        return self._file.subject(language)

    def state(self, language: str = ENGLISH) -> State:
        """Return its numbers, with class names in `language`."""
        return self.subject(language).resolve()


@cache
def presets() -> tuple[Preset, ...]:
    """Return all presets, which are read once; raises PresetError."""
    # A start must not wait for what decodes them.
    from xentgui.documents.preset_file import read  # noqa: PLC0415

    read_all = ((path.stem, read(path)) for path in sorted(resource("presets").glob("*.json")))
    return tuple(Preset(key, file.title, file.note, file) for key, file in read_all)


def preset(key: str) -> Preset:
    """Return the preset called `key`; raises PresetError if a file is damaged."""
    return next(preset for preset in presets() if preset.key == key)
