"""The files that the program puts below a folder "share", such as ``/usr/share``."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from xentgui import resource
from xentgui.language import catalog
from xentgui.language.catalog import Catalog
from xentgui.program.desktop import completions
from xentgui.program.desktop.man_page import man_page
from xentgui.program.options import CommandLine

_ENTRY = PurePosixPath("applications/xentgui.desktop")
# What update-mime-database makes of all packages.
_OF_MIME = (
    "aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache", "subclasses",
    "treemagic", "types", "version", "XMLnamespaces",
)  # fmt: skip


def files(
    lines: Mapping[str, CommandLine], command: list[str], *, of_package: bool
) -> dict[PurePosixPath, bytes]:
    """Return all files by their paths.

    The menu entry starts the program with `command`.  Where a package puts the completions for
    zsh, zsh finds them by itself.
    """
    home = resource("desktop")
    found = {
        PurePosixPath(file.relative_to(home).as_posix()): file.read_bytes()
        for file in home.rglob("*")
        if file.is_file()
    }
    entry = found[_ENTRY].decode()
    found[_ENTRY] = entry.replace("Exec=xentgui ", f"Exec={exec_line(command)} ").encode()
    for code in catalog.codes():
        place = "man/man1" if code == catalog.ENGLISH else f"man/{code}/man1"
        found[PurePosixPath(place, "xentgui.1")] = man_page(lines, Catalog(code)).encode()
    zsh = "vendor-completions" if of_package else "site-functions"
    for path, text in (
        ("bash-completion/completions/xentgui", completions.bash(lines)),
        (f"zsh/{zsh}/_xentgui", completions.zsh(lines)),
        ("fish/vendor_completions.d/xentgui.fish", completions.fish(lines)),
    ):
        found[PurePosixPath(path)] = text.encode()
    return found


def exec_line(command: list[str]) -> str:
    r"""Return a command in the form of the key Exec of a menu entry.

    >>> print(exec_line(["/opt/my programs/100%/xentgui"]))
    "/opt/my programs/100%%/xentgui"
    """
    return " ".join(map(_exec_word, command))


def _exec_word(word: str) -> str:
    plain = word.replace("%", "%%")
    if re.fullmatch(r"[\w./%+:@,=-]+", plain):
        return plain
    # Once for the quotation marks, and once for the file.
    escaped = re.sub(r'(["`$\\])', r"\\\1", plain).replace("\\", "\\\\")
    return f'"{escaped}"'


def write(share: Path, wanted: Mapping[PurePosixPath, bytes]) -> None:
    """Write `wanted` below `share`; raises OSError."""
    for path, content in wanted.items():
        file = share / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def remove(share: Path, wanted: Mapping[PurePosixPath, bytes]) -> int:
    """Remove them again; return how many there were."""
    there = [share / path for path in wanted if (share / path).exists()]
    for file in there:
        file.unlink()
    return len(there)


def refresh(share: Path) -> None:
    """Let the desktop see what has changed; without its tools it looks by itself, or later."""
    for tool, folder, *options in (
        ("update-desktop-database", "applications", "-q"),
        ("update-mime-database", "mime"),
        ("gtk-update-icon-cache", "icons/hicolor", "-q", "-t", "-f"),
    ):
        place, found = share / folder, shutil.which(tool)
        if found is None or not place.is_dir():
            continue
        if tool == "gtk-update-icon-cache" and not (place / "icon-theme.cache").exists():
            continue  # without a cache, the folders themselves are read
        with contextlib.suppress(OSError):
            subprocess.run([found, *options, str(place)], check=False, capture_output=True)


def tidy(share: Path, wanted: Mapping[PurePosixPath, bytes]) -> None:
    """Remove what the tools of the desktop made, where nothing but that is left, and empty folders.

    It comes after `refresh`: the tools need the folders.
    """
    mime, menu = share / "mime", share / "applications" / "mimeinfo.cache"
    with contextlib.suppress(OSError):
        if mime.is_dir() and not any((mime / "packages").glob("*")):
            for name in _OF_MIME:
                (mime / name).unlink(missing_ok=True)
        if menu.read_text("utf-8").split() == ["[MIME", "Cache]"]:
            menu.unlink()
    folders = {parent for path in wanted for parent in path.parents if parent.name}
    folders.add(PurePosixPath("mime/application"))  # which update-mime-database makes
    for folder in sorted(folders, key=lambda one: -len(one.parts)):
        with contextlib.suppress(OSError):  # there is more in it
            (share / folder).rmdir()
