"""The files in which programs keep their unsaved work, and those that others have left.

Every start looks for them, and few find any: only these need what reads and writes them.
"""

from __future__ import annotations

import os
from pathlib import Path

_PREFIX = "recovery-"


def new_stem() -> str:
    """Return how the names of this program's journal and lock begin; no other program has it."""
    return f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"


def files(directory: Path, pattern: str) -> list[Path]:
    """Return the files in `directory` that match; none if it may not be looked into."""
    try:
        return list(directory.glob(pattern))
    except OSError:
        return []


def half_written(directory: Path) -> list[Path]:
    """Return the files that a program was writing when it ended, or writes now."""
    return files(directory, "*.new")


def journals(directory: Path) -> list[Path]:
    """Return the files of all programs with unsaved work, the newest first."""
    found = [*files(directory, f"{_PREFIX}*.journal"), *files(directory, f"{_PREFIX}*.json")]
    return sorted(found, key=_time_of, reverse=True)


def are_there(directory: Path) -> bool:
    """Return whether some program has left a file, or runs now with unsaved work."""
    return bool(journals(directory) or half_written(directory))


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # its program has just ended normally
        return 0.0
