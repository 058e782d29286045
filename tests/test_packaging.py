"""What is built from the checkout works away from it."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import xentgui
from xentgui import resource

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = (ROOT / "packaging" / "pinned.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a wheel and an sdist; nothing is downloaded for them."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds what the wheel installs, away from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202 (we have just built it)
    return folder


def run(installed: Path, *arguments: str) -> str:
    """Run Python with the installed copy, which comes before any other and stays as it is."""
    start = f"import sys; sys.path.insert(0, {str(installed)!r}); "
    done = subprocess.run(
        [sys.executable, "-B", "-P", "-c", start + arguments[0], *arguments[1:]],
        check=True,
        cwd=installed,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_that_the_installed_program_says_its_version(installed):
    start = "import runpy; runpy.run_module('xentgui', run_name='__main__', alter_sys=True)"

    assert run(installed, start, "--version") == f"xentgui {xentgui.__version__}\n"


def test_that_the_installed_program_finds_its_own_resources(installed):
    found = Path(run(installed, "from xentgui import resource; print(resource())").strip())

    assert found == installed / "xentgui" / "resources"
    assert _files(found) - {Path("README.md")} == _shipped()


def test_that_a_checkout_finds_the_resources_beside_the_package():
    assert resource("fonts") == ROOT / "resources" / "fonts"


def test_that_the_wheel_has_every_module_and_nothing_else(installed):
    modules = {
        path.relative_to(ROOT)
        for path in (ROOT / "xentgui").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    resources = {Path("xentgui/resources", path) for path in _shipped()}
    readme = {Path("xentgui/resources/README.md")}  # the pages of the guide
    share = Path(f"xentgui-{xentgui.__version__}.data/data/share")
    desktop = {share / path for path in _files(ROOT / "resources" / "desktop")}

    wheel = {path for path in _files(installed) if not path.parts[0].endswith(".dist-info")}

    assert wheel == modules | resources | readme | desktop


def test_that_the_wheel_has_no_screenshots_and_no_build_scripts():
    assert {path.parts[0] for path in _shipped()} >= {"fonts", "icons", "presets", "desktop"}
    assert not [path for path in _shipped() if path.suffix == ".py"]


def test_that_the_wheel_offers_the_command(installed):
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    (metadata,) = installed.glob("*.dist-info/METADATA")

    assert entry_points.read_text() == "[console_scripts]\nxentgui = xentgui.__main__:main\n"
    assert Parser().parsestr(metadata.read_text("utf-8"))["Version"] == xentgui.__version__


def test_that_an_index_would_show_what_the_program_is_and_whose(installed):
    (file,) = installed.glob("*.dist-info/METADATA")
    metadata = Parser().parsestr(file.read_text("utf-8"))

    assert metadata["License-Expression"] == "MIT"
    assert set(metadata.get_all("License-File")) == {"LICENSE", "resources/fonts/OFL.txt"}
    assert "maintainers" in metadata["Author-email"]
    assert metadata["Project-URL"] == f"Homepage, {PROJECT['urls']['Homepage']}"
    assert metadata["Description-Content-Type"] == "text/markdown"
    (licence,) = installed.glob("*.dist-info/licenses/LICENSE")
    assert licence.read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_that_a_citation_names_this_version_and_its_makers():
    citation = (ROOT / "CITATION.cff").read_text("utf-8")

    assert f"\nversion: {xentgui.__version__}\n" in citation
    assert f"\nurl: {PROJECT['urls']['Homepage']}\n" in citation
    assert f"\n  - name: {PROJECT['authors'][0]['name']}\n" in citation
    assert f"\nlicense: {PROJECT['license']}\n" in citation


def test_that_the_sdist_can_start_and_test_itself(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"main.py", "pyproject.toml", "README.md", "tests/test_packaging.py", "LICENSE"} <= names


@pytest.mark.parametrize(
    ("python", "pyside", "allowed"),
    [
        ("3.11", "6.8.2", False),
        ("3.11", "6.8.3", True),
        ("3.11", "6.9.1", False),
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.12", "6.9.1", False),
        ("3.12", "6.12.0", True),
        ("3.15", "6.12.0", True),
    ],
)
def test_that_a_pyside_is_installed_only_where_it_works(python, pyside, allowed):
    requirements = [Requirement(one) for one in PROJECT["dependencies"]]

    (qt,) = (
        one
        for one in requirements
        if one.name == "PySide6-Essentials"
        and (one.marker is None or one.marker.evaluate({"python_version": python}))
    )

    assert (Version(pyside) in qt.specifier) is allowed


def _pins(python: str, *sections: str) -> dict[str, Version]:
    """Return the versions that main.py installs with one Python."""
    found, section = {}, ""
    for line in PINNED.replace("\\\n", " ").splitlines():
        section = line[3:-1] if line.startswith("# [") else section
        if line and not line.startswith("#") and section in sections:
            one = Requirement(line.partition(" --hash")[0].strip())
            if one.marker is None or one.marker.evaluate({"python_version": python}):
                ((_, version),) = ((it.operator, it.version) for it in one.specifier)
                found[canonicalize_name(one.name)] = Version(version)
    return found


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_that_what_is_pinned_is_what_is_required(python):
    extras = PROJECT["optional-dependencies"]
    for sections, wanted in (
        (("base",), PROJECT["dependencies"]),
        (("base", "test"), PROJECT["dependencies"] + extras["test"]),
        (("base", "test", "dev"), PROJECT["dependencies"] + extras["test"] + extras["dev"]),
        (("base", "test", "bundle"), PROJECT["dependencies"] + extras["test"] + extras["bundle"]),
    ):
        pins = _pins(python, *sections)
        for one in map(Requirement, wanted):
            if one.marker is None or one.marker.evaluate({"python_version": python}):
                assert pins[canonicalize_name(one.name)] in one.specifier


def test_that_every_pin_has_the_hashes_of_its_files():
    lines = [line for line in PINNED.replace("\\\n", " ").splitlines() if line and line[0] != "#"]

    assert all(re.search(r"(?: +--hash=sha256:[0-9a-f]{64})+$", line) for line in lines)


def test_that_no_file_of_the_project_names_a_package_host():
    host = re.compile("pyp[i]\\.|pythonhost[e]d", re.IGNORECASE)
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - wherever it is
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is no checkout")

    for name in listed.stdout.splitlines():
        path = ROOT / name
        text = path.read_bytes().decode("utf-8", "ignore") if path.is_file() else ""
        assert host.search(text) is None, name


def _shipped() -> set[Path]:
    """Return the files of resources that the program needs: all but the pictures of README."""
    return {path for path in _files(ROOT / "resources") if path.parts[0] != "screenshots"}


def _files(folder: Path) -> set[Path]:
    """Return the path of every file below `folder`, seen from there."""
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
