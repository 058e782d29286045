"""The Debian package around the built folder: see bundle.py, which calls this."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from pins import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Qt loads these by name, so that no library is linked with them.
LOADED = ("libgl1", "libegl1")
DESKTOP = ("hicolor-icon-theme", "shared-mime-info", "desktop-file-utils")
CONTROL = """\
Package: xentgui
Version: {version}
Section: education
Priority: optional
Architecture: {architecture}
Installed-Size: {kilobytes}
Maintainer: {maintainer}
Homepage: {home}
Depends: {depends}
Suggests: ffmpeg
Description: {summary}
 Type a logit, drag a bar, or drag a dot along -log p, and all of it moves
 together, right to the last digit.
 .
 For lecturers at a projector, for students whose example does not add up,
 and for authors who need a figure.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: XentGUI
Source: {home}
Comment: The licences of all that is in this package are in /usr/lib/xentgui/LICENSES.

Files: *
Copyright: 2026 The XentGUI maintainers
License: Expat
"""


def build(folder: Path, into: Path, version: str, epoch: int) -> Path:
    """Make the package of `folder`; return it."""
    root = into.parent / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    home = root / "usr" / "lib" / "xentgui"
    shutil.copytree(folder, home, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "xentgui").symlink_to("../lib/xentgui/xentgui")
    share = root / "usr" / "share"
    subprocess.run(
        [home / "xentgui", "integrate", "--package", "--prefix", root / "usr"], check=True
    )
    for page in share.glob("man/**/xentgui.1"):
        page.with_suffix(".1.gz").write_bytes(gzip.compress(page.read_bytes(), 9, mtime=0))
        page.unlink()
    add_documents(share / "doc" / "xentgui", version)
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path == home / "xentgui"
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    architecture = _said_by("dpkg", "--print-architecture").strip()
    control = CONTROL.format(
        version=version,
        architecture=architecture,
        kilobytes=sum(one.lstat().st_size for one in root.rglob("*")) // 1024,
        maintainer="{name} <{email}>".format(**PROJECT["authors"][0]),
        home=PROJECT["urls"]["Homepage"],
        depends=", ".join(dependencies(home)),
        summary=PROJECT["description"].partition(":")[0],
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control, "utf-8")
    package = into / f"xentgui_{version}_{architecture}.deb"
    subprocess.run(
        [
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z6",
            "--threads-max=1",
            "--build",
            root,
            package,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return package


def add_documents(folder: Path, version: str) -> None:
    """Write what Debian asks of every package: its licence and its changes."""
    folder.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2].partition("\n\n")[2]
    text = "".join(f" {line}\n" if line else " .\n" for line in licence.splitlines())
    copyright_text = COPYRIGHT.format(home=PROJECT["urls"]["Homepage"]) + text
    (folder / "copyright").write_text(copyright_text, "utf-8")
    maintainer = "{name} <{email}>".format(**PROJECT["authors"][0])
    changes = (
        f"xentgui ({version}) stable; urgency=medium\n\n  * See Changes in README.\n\n"
        f" -- {maintainer}  Thu, 01 Jan 2026 00:00:00 +0000\n"
    )
    (folder / "changelog.gz").write_bytes(gzip.compress(changes.encode(), 9, mtime=0))


def dependencies(home: Path) -> list[str]:
    """Return the packages with the libraries that those in the folder are linked with.

    Versions are not named but that of the C library, which has to be as new as here.  Later
    Debian and Ubuntu releases rename some packages (…t64), and still accept these names.
    """
    libraries = set()
    for file in sorted(home.rglob("*")):
        if (".so" in file.name or file.name == "xentgui") and file.is_file():
            asked = set(re.findall(r"NEEDED +(\S+)", _said_by("objdump", "-p", str(file))))
            found_at = re.findall(r"(\S+) => (/\S+)", _said_by("ldd", str(file)))
            libraries |= {path for name, path in found_at if name in asked}
    libraries = {path for path in libraries if not path.startswith(str(home))}
    found = {_package_of(Path(path)) for path in libraries} | set(LOADED)
    found -= {"libc6", "libgcc-s1", "libstdc++6"}
    return [_libc(), "libgcc-s1", "libstdc++6", *sorted(found), *DESKTOP]


def _package_of(library: Path) -> str:
    """Return the Debian package of a library, which may be found through a linked folder."""
    for one in (library, Path("/usr", *library.parts[1:]), Path("/", *library.parts[2:])):
        owner = _said_by("dpkg", "-S", str(one))
        if owner:
            return re.sub("t64$", "", owner.partition(":")[0])
    raise LookupError(f"no package has {library}")


def _libc() -> str:
    """Return the C library, which has to be as new as that of this machine."""
    major, minor = re.findall(r"(\d+)\.(\d+)", _said_by("ldd", "--version").splitlines()[0])[-1]
    return f"libc6 (>= {major}.{minor})"


def _said_by(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout
