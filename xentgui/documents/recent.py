"""The list of recently used files."""

from __future__ import annotations

from pathlib import Path

from xentgui.settings import Settings

MOST = 9


class Recent:
    """A list of files in the settings, the latest first, each of them once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: tuple[Path, ...] | None = None

    def paths(self) -> tuple[Path, ...]:
        """Return the files; an invalid setting counts as an empty list."""
        if self._known is None:  # menus read the list more often than it changes
            self._known = self._read()
        return self._known

    def _read(self) -> tuple[Path, ...]:
        kept = self._settings.recent
        if not kept:  # the first start does not wait for the module
            return ()
        import json  # noqa: PLC0415

        try:
            found = json.loads(kept)
        except ValueError:
            return ()
        strings = found if isinstance(found, list) else []
        return tuple(Path(one) for one in strings if isinstance(one, str))[:MOST]

    @property
    def folder(self) -> Path:
        """Where the next file is looked for: beside the last one, or in the home folder."""
        kept = Path(self._settings.folder)
        return kept if self._settings.folder and kept.is_dir() else Path.home()

    def add(self, path: Path) -> None:
        """Put `path` first, and look for the next file beside it."""
        path = path.absolute()
        self._settings.folder = str(path.parent)
        self._keep((path, *(one for one in self._read() if one != path)))

    def forget(self, path: Path) -> None:
        """Take `path` off the list."""
        self._keep(tuple(one for one in self._read() if one != path))

    def clear(self) -> None:
        """Forget all of them."""
        self._keep(())

    def _keep(self, paths: tuple[Path, ...]) -> None:
        import json  # noqa: PLC0415

        self._known = paths[:MOST]
        self._settings.recent = json.dumps([str(path) for path in paths[:MOST]])
