"""Build the folder that needs no Python, and the archive of it, into ``dist``.

    python3 packaging/bundle.py

On Linux it makes a .tar.xz, and a .deb around the same folder where dpkg-deb is installed; on
Windows a .zip, on macOS a .dmg.  What it needs is pinned, and is installed into ``build/venv``.
The same source, Python and pins give the same files, byte by byte.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pins import ROOT, Pins

BUILD, DIST = ROOT / "build", ROOT / "dist"
EPOCH = 1767225600  # the date of all files: 2026-01-01, so that two builds are equal
FOLDER = DIST / "xentgui"
NOTICES = ("licen", "copying", "notice", "authors", "copyright")  # how such files are called
OF_BUILD = {"pip", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "pytest"}
MACHINES = {"AMD64": "x86_64", "ARM64": "arm64"}


def main() -> None:
    """Build the folder, with its licences, and the archives."""
    inside = BUILD / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    if Path(sys.prefix).resolve() != (BUILD / "venv").resolve():
        prepare(inside)
        environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(EPOCH),
            "PYTHONHASHSEED": "0",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        sys.exit(subprocess.run([inside, __file__], check=False, env=environment).returncode)
    shutil.rmtree(DIST, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", DIST, "--workpath", BUILD / "work"),
            ROOT / "packaging" / "xentgui.spec",
        ],
        check=True,
        cwd=ROOT,
    )
    for record in FOLDER.rglob("*.dist-info/RECORD"):
        record.unlink()  # it knows the scripts of this very environment, by the folder that it is in
    if lacking := resources() - {path.name for path in FOLDER.rglob("*")}:
        sys.exit(f"the folder lacks {', '.join(sorted(lacking))}")
    add_papers(FOLDER)
    size = sum(path.lstat().st_size for path in FOLDER.rglob("*"))
    print(f"{size / 1e6:6.1f} MB  {FOLDER}")
    for archive in archives():
        print(f"{archive.stat().st_size / 1e6:6.1f} MB  {digest(archive)}  {archive.name}")


def prepare(python: Path) -> None:
    """Make ``build/venv`` with exactly what is pinned, unless it is there."""
    pins = Pins("bundle")
    listed, stamp = "\n".join(pins.lines), BUILD / "venv" / "ready"
    if stamp.exists() and stamp.read_text("utf-8") == listed:
        return
    venv.EnvBuilder(clear=True, with_pip=True).create(BUILD / "venv")
    requirements = BUILD / "requirements.txt"
    requirements.write_text(listed, "utf-8")
    subprocess.run([python, "-m", "pip", "install", *pins.options, "-r", requirements], check=True)
    stamp.write_text(listed, "utf-8")


def resources() -> set[str]:
    """Return the names of the files that the program reads while it runs."""
    files = (ROOT / "resources").rglob("*")
    return {file.name for file in files if file.is_file() and file.parent.name != "screenshots"}


def add_papers(folder: Path) -> None:
    """Put the licences of all that is in the folder into it, and the versions."""
    papers = folder / "LICENSES"
    shutil.copytree(ROOT / "LICENSES", papers)
    shutil.copy(ROOT / "LICENSE", papers / "LICENSE")
    shutil.copy(ROOT / "resources" / "fonts" / "OFL.txt", papers / "OFL.txt")
    python = Path(os.__file__).parent / "LICENSE.txt"
    if python.exists():
        shutil.copy(python, papers / "Python.txt")
    versions = [f"Python {platform.python_version()}"]
    for one in sorted(importlib.metadata.distributions(), key=lambda it: it.name.lower()):
        inside = folder / "_internal"
        modules = {
            path.parts[0] for path in one.files or () if path.suffix in {".py", ".so", ".pyd"}
        }
        archived = one.name.lower() in {
            "pyqtgraph",
            "ziamath",
            "ziafont",
            "latex2mathml",
            "openpyxl",
        }
        there = archived or any((inside / name).is_dir() for name in modules)
        if one.name.lower() in OF_BUILD or not there:
            continue
        versions.append(f"{one.name} {one.version}")
        for path in one.files or ():
            if path.name.lower().startswith(NOTICES) and ".dist-info" in path.parts[0]:
                name = "-".join(part for part in path.parts[1:] if part != "licenses")
                shutil.copyfile(str(one.locate_file(path)), papers / f"{one.name}-{name}")
    (papers / "VERSIONS.txt").write_text("\n".join(versions) + "\n", "utf-8")


def archives() -> list[Path]:
    """Make what is handed out on this system."""
    sys.path.insert(0, str(ROOT))
    from xentgui import __version__

    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    name = f"xentgui-{__version__}-{system}-{MACHINES.get(platform.machine(), platform.machine())}"
    if system == "windows":
        return [zipped(DIST / f"{name}.zip")]
    if system == "macos":
        image = DIST / f"{name}.dmg"
        command = ["hdiutil", "create", "-srcfolder", str(DIST / "XentGUI.app")]
        subprocess.run([*command, "-volname", "XentGUI", "-ov", str(image)], check=True)
        return [image]
    with ThreadPoolExecutor() as pool:  # each takes minutes, and they have nothing in common
        made = [pool.submit(tarred, DIST / f"{name}.tar.xz", name)]
        if shutil.which("dpkg-deb"):
            import deb

            made.append(pool.submit(deb.build, FOLDER, DIST, __version__, EPOCH))
        return [one.result() for one in made]


def tarred(archive: Path, name: str) -> Path:
    """Pack the folder, in order and with one date, owned by nobody in particular."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = EPOCH, 0, 0, "", ""
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with tarfile.open(archive, "w:xz", preset=6) as file:
        for path in [FOLDER, *sorted(FOLDER.rglob("*"))]:
            inside = Path(name, path.relative_to(FOLDER))
            file.add(path, str(inside), recursive=False, filter=plain)
    return archive


def zipped(archive: Path) -> Path:
    """Pack the folder for Windows."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path in sorted(FOLDER.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(Path("XentGUI", path.relative_to(FOLDER))))
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, path.read_bytes())
    return archive


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


if __name__ == "__main__":
    main()
