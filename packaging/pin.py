"""Write `pinned.txt`: the exact versions, with hashes, that main.py installs.

    python packaging/pin.py

It asks pip, which has to be of version 23 or newer, what satisfies pyproject.toml for each Python,
and which files that is on each system.  Run it when a requirement changes or has to be newer.  It
needs the package `packaging`, and takes some minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_GLIBC = range(39, 16, -1)
_MACOS = range(15, 10, -1)
SYSTEMS = {
    f"Linux, {cpu}": [*(f"manylinux_2_{minor}_{cpu}" for minor in _GLIBC), f"manylinux2014_{cpu}"]
    for cpu in ("x86_64", "aarch64")
} | {
    "macOS, arm64": [
        f"macosx_{major}_0_{cpu}" for major in _MACOS for cpu in ("arm64", "universal2")
    ],
    "macOS, x86_64": [
        f"macosx_{major}_0_{cpu}" for major in _MACOS for cpu in ("x86_64", "universal2")
    ],
    "Windows, x86_64": ["win_amd64"],
    "Windows, arm64": ["win_arm64"],
}
FIRST = "Linux, x86_64"  # its versions are those of all systems
SECTIONS = {"base": [], "test": ["test"], "dev": ["test", "dev"], "bundle": ["test", "bundle"]}
# pip reads markers with the system on which it runs.
ONLY_ELSEWHERE = {"test": ["colorama"], "bundle": ["macholib", "pefile", "pywin32-ctypes"]}

HEADER = """\
# What main.py installs, for each Python: exact versions, and the hashes of their files.
# Made by packaging/pin.py.
"""


def main() -> None:
    """Write the file, and say what is not available where."""
    # By section, package and version: the Pythons that take it, and the hashes of its files.
    found: dict[tuple[str, str, str], tuple[set[str], set[str]]] = defaultdict(
        lambda: (set(), set())
    )
    with ThreadPoolExecutor() as pool:
        for python, packages in zip(PYTHONS, pool.map(for_python, PYTHONS), strict=True):
            for section, name, version, digest in packages:
                pythons, digests = found[section, name, version]
                pythons.add(python)
                digests.add(digest)
            print(f"Python {python}: {len({name for _, name, *_ in packages})} packages")
    (HERE / "pinned.txt").write_text(HEADER + text(found), "utf-8")


def for_python(python: str) -> list[tuple[str, str, str, str]]:
    """Return section, name, version and SHA-256 of every file that one Python can need."""
    section_of: dict[str, str] = {}
    versions: dict[str, str] = {}
    for section, extras in SECTIONS.items():
        wanted = requirements(python, extras) + ONLY_ELSEWHERE.get(section, [])
        chosen = files(python, FIRST, [*wanted, *pins(versions)])
        for name, (version, _) in chosen.items():
            section_of.setdefault(name, section)
            versions[name] = version
    return [
        (section_of[name], name, version, digest)
        for system in SYSTEMS
        for name, (version, digest) in (
            files(python, system, pins(versions), "--no-deps")
            or one_by_one(python, system, versions)
        ).items()
    ]


def requirements(python: str, extras: list[str]) -> list[str]:
    """Return what pyproject.toml requires with one Python, without markers."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    more = (project["optional-dependencies"][extra] for extra in extras)
    read = map(Requirement, sum(more, list(project["dependencies"])))
    return [
        f"{one.name}{one.specifier}"
        for one in read
        if one.marker is None or one.marker.evaluate({"python_version": python})
    ]


def pins(versions: dict[str, str]) -> list[str]:
    """Return requirements for exactly these versions."""
    return [f"{name}=={version}" for name, version in versions.items()]


def files(python: str, system: str, wanted: list[str], *more: str) -> dict[str, tuple[str, str]]:
    """Return version and SHA-256 of the file that pip chooses for each package; {} if it cannot."""
    if not wanted:
        return {}
    platforms = [word for one in SYSTEMS[system] for word in ("--platform", one)]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--report", "-"),
            *("--ignore-installed", "--only-binary", ":all:", "--python-version", python),
            *("--target", "unused", *platforms, *more, *wanted),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(f"Python {python}, {system}: {done.stderr.strip().splitlines()[-1]}")
        return {}
    return {
        canonicalize_name(one["metadata"]["name"]): (
            one["metadata"]["version"],
            one["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for one in json.loads(done.stdout)["install"]
    }


def one_by_one(python: str, system: str, versions: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the files of those packages that there are for `system`."""
    there: dict[str, tuple[str, str]] = {}
    for pin in pins(versions):
        there |= files(python, system, [pin], "--no-deps")
    return there


def text(found: dict[tuple[str, str, str], tuple[set[str], set[str]]]) -> str:
    """Return the lines of the file, section by section."""
    lines = []
    for section in SECTIONS:
        lines += ["", f"# [{section}]"]
        for (where, name, version), (pythons, digests) in sorted(found.items()):
            if where != section:
                continue
            for python in sorted(pythons) if pythons != set(PYTHONS) else [""]:
                marker = f" ; python_version == '{python}'" if python else ""
                hashes = [f"    --hash=sha256:{digest}" for digest in sorted(digests)]
                lines.append(" \\\n".join([f"{name}=={version}{marker}", *hashes]))
    return "\n".join(lines[1:]) + "\n"


if __name__ == "__main__":
    main()
