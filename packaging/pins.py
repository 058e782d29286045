"""What main.py installs: exact versions from pinned.txt, or what pyproject.toml asks for."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINNED = ROOT / "packaging" / "pinned.txt"
REQUIREMENT = re.compile(
    r"\s*([\w.-]+)\s*((?:(?:>=|<|!=)[\d.]+,?)*)\s*(?:;\s*python_version\s*(<|>=)\s*'([\d.]+)'\s*)?"
)
PIN = re.compile(r"([\w.-]+==[\w.]+)(?: ; python_version == '([\d.]+)')?((?: +--hash=\S+)+)")
EXTRAS = {"test": ("test",), "lint": ("dev", "test"), "bundle": ("test", "bundle")}
"""The optional dependencies that a command of main.py, or bundle.py, needs."""

_SECTIONS = {
    "": {"base"},
    "test": {"base", "test"},
    "lint": {"base", "test", "dev"},
    "bundle": {"base", "test", "bundle"},
}


class Pins:
    """What is to be installed: `names` such as "numpy==2.3.5", and `lines` for pip.

    A Python for which nothing is pinned gets what pyproject.toml asks for; `are_exact` is False
    then.
    """

    def __init__(self, command: str) -> None:
        python = f"{sys.version_info[0]}.{sys.version_info[1]}"
        self.names: list[str] = []
        self.lines: list[str] = []
        section = ""
        for line in PINNED.read_text("utf-8").replace("\\\n", " ").splitlines():
            if line.startswith("# ["):
                section = line[3:-1]
            parts = PIN.fullmatch(re.sub(" +", " ", line))
            if parts and section in _SECTIONS[command] and parts[2] in {None, python}:
                self.names.append(parts[1])
                self.lines.append(parts[1] + parts[3])
        self.options = ["--require-hashes", "--only-binary", ":all:"]
        self.are_exact = any(name.startswith("numpy==") for name in self.names)
        if not self.are_exact:
            self.names = self.lines = requirements(EXTRAS.get(command, ()))
            self.options = []


def requirements(extras: tuple[str, ...]) -> list[str]:
    """Return the requirements in pyproject.toml, each in pip's format."""
    import tomllib  # not needed for a start, as long as everything is installed

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    more = (project["optional-dependencies"][extra] for extra in extras)
    return sorted({*project["dependencies"], *itertools.chain.from_iterable(more)})


def is_met(requirement: str) -> bool:
    """Return whether this Python has `requirement`; False also if it is not understood."""
    from importlib import metadata

    parts = REQUIREMENT.fullmatch(requirement)
    if not parts:
        return False
    name, limits, sign, python = parts.groups()
    if sign and not holds(sys.version_info[:2], sign, release(python)):
        return True  # for another Python
    try:
        installed = release(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False
    each = re.findall(r"(>=|<|!=)([\d.]+)", limits)
    return all(holds(installed, sign, release(limit)) for sign, limit in each)


def release(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: 6.11.3 and 6.11.3rc1 give (6, 11, 3)."""
    return tuple(int(part) for part in re.split(r"[^\d.]", version)[0].split(".") if part)


def holds(version: tuple[int, ...], sign: str, limit: tuple[int, ...]) -> bool:
    """Return whether `version` is within `limit`."""
    return {"<": version < limit, ">=": version >= limit, "!=": version != limit}[sign]


def plain(pin: str) -> str:
    """Return name and version in the form in which they can be compared; "" if not exact."""
    name, exact, version = pin.partition("==")
    return re.sub("[-_.]+", "-", name).lower() + exact + version if exact else ""
