"""What a desktop is told of the program, and takes back again."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import xentgui
from xentgui import resource
from xentgui.documents.file_readers import FILE_READERS
from xentgui.language import catalog
from xentgui.language.catalog import Catalog
from xentgui.program.cli import command_lines, main
from xentgui.program.desktop import completions, share
from xentgui.program.desktop.man_page import man_page

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LINES = command_lines("xentgui")
DESKTOP = resource("desktop")
SUFFIX = FILE_READERS["document"].endings[0]
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    return tmp_path / "pre fix"


def _integrate(prefix: Path, *more: str) -> int:
    return main(["integrate", "--prefix", str(prefix), *more])


def _tree(path: str) -> ET.Element:
    return ET.parse(DESKTOP / path).getroot()  # noqa: S314 - our own file


def _all(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_that_the_menu_entry_opens_documents_with_this_very_program(prefix: Path) -> None:
    assert _integrate(prefix) == 0

    entry = configparser.RawConfigParser(delimiters="=")
    entry.optionxform = str
    entry.read(prefix / "share/applications/xentgui.desktop", "utf-8")
    command = entry["Desktop Entry"]["Exec"]
    assert command == f"{share.exec_line([sys.executable, str(ROOT / 'main.py')])} %f"
    mime = _tree("mime/packages/xentgui.xml").find(f"{MIME}mime-type")
    assert entry["Desktop Entry"]["MimeType"] == f"{mime.get('type')};"
    assert mime.find(f"{MIME}glob").get("pattern") == f"*{SUFFIX}"
    icon = f"icons/hicolor/scalable/mimetypes/{mime.find(f'{MIME}icon').get('name')}.svg"
    assert (prefix / "share" / icon).exists()


def test_that_everything_is_taken_away_again(prefix: Path) -> None:
    _integrate(prefix)
    assert len(_all(prefix)) > 20

    assert _integrate(prefix, "--remove") == 0

    assert _all(prefix) == [prefix / "share"]


def test_that_what_others_have_there_stays(prefix: Path) -> None:
    other = prefix / "share" / "icons" / "hicolor" / "scalable" / "apps" / "other.svg"
    package = prefix / "share" / "mime" / "packages" / "other.xml"
    empty = f'<mime-info xmlns="{MIME[1:-1]}"/>'
    for file, text in ((other, "<svg/>"), (package, empty)):
        file.parent.mkdir(parents=True)
        file.write_text(text)

    _integrate(prefix)
    _integrate(prefix, "--remove")

    assert (other.read_text(), package.read_text()) == ("<svg/>", empty)


def test_that_a_package_starts_the_command_that_it_installs(prefix: Path) -> None:
    _integrate(prefix, "--package")

    entry = (prefix / "share/applications/xentgui.desktop").read_text("utf-8")
    assert entry == (DESKTOP / "applications/xentgui.desktop").read_text("utf-8")
    assert (prefix / "share/zsh/vendor-completions/_xentgui").exists()


@pytest.mark.skipif(not shutil.which("gio"), reason="it asks as a desktop does")
def test_that_a_desktop_knows_the_kind_of_a_document(prefix: Path, tmp_path: Path) -> None:
    _integrate(prefix)
    document = tmp_path / f"a lecture{SUFFIX}"
    document.write_text("{}")

    said = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(document)],  # noqa: S607
        env={**os.environ, "XDG_DATA_HOME": str(prefix / "share")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "application/x-xentgui+json" in said


@pytest.mark.parametrize("code", catalog.codes())
def test_that_the_man_page_names_every_option_of_every_command(code: str) -> None:
    page = man_page(LINES, Catalog(code)).replace(r"\-", "-")

    for name, line in LINES.items():
        section = page.partition(f".SH {f'XENTGUI {name.upper()}'.strip()}\n")[2].partition(
            "\n.SH"
        )[0]
        for option in line.options:
            for one in option.names:
                assert (one in section) is not option.hidden, (name, one)
    assert not re.search(r"^\.(?!TH|SH|TP|ad|br)", page, re.MULTILINE)


@pytest.mark.parametrize("command", list(filter(None, LINES)))
@pytest.mark.parametrize("make", [completions.bash, completions.zsh, completions.fish])
def test_that_completions_offer_every_choice(make, command: str) -> None:
    text = make(LINES)

    assert command in text
    for option in LINES[command].options:
        if not option.hidden:
            assert " ".join(option.choices) in text


def _completed(words: str, folder: Path) -> list[str]:
    """Return what bash offers at the end of `words`."""
    script = folder / "xentgui"
    script.write_text(completions.bash(LINES), "utf-8")
    typed = words.split(" ")
    listed = " ".join(f"'{one}'" for one in typed)
    run = (
        f"source '{script}'; COMP_WORDS=({listed}); COMP_CWORD={len(typed) - 1}; _xentgui; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, check=True)  # noqa: S607
    return done.stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("xentgui ev", ["evaluate"]),
        ("xentgui --them", ["--theme"]),
        ("xentgui --theme d", ["dark"]),
        ("xentgui export --theme li", ["light"]),
        ("xentgui export --theme = li", ["light"]),
        ("xentgui evaluate --form", ["--format"]),
        ("xentgui evaluate --logits ", []),
        ("xentgui evaluate a", []),
    ],
)
def test_that_bash_completes(words: str, offered: list[str], tmp_path: Path) -> None:
    assert _completed(words, tmp_path) == offered


@pytest.mark.parametrize(("shell", "make"), [("zsh", completions.zsh), ("fish", completions.fish)])
def test_that_the_shell_reads_its_completions(shell: str, make, tmp_path: Path) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"there is no {shell}")
    (tmp_path / "it").write_text(make(LINES), "utf-8")

    subprocess.run([found, "-n", str(tmp_path / "it")], check=True)


def test_that_the_metadata_of_the_desktop_is_that_of_the_program() -> None:
    tree = _tree("metainfo/xentgui.metainfo.xml")

    assert tree.find("releases/release").get("version") == xentgui.__version__
    assert tree.findtext("project_license") == PROJECT["license"]
    assert tree.findtext("url") == PROJECT["urls"]["Homepage"]
    assert tree.findtext("developer/name") == PROJECT["authors"][0]["name"]
    assert tree.findtext("launchable") == "xentgui.desktop"


@pytest.mark.parametrize(
    ("tool", "options", "file"),
    [
        ("appstreamcli", ("validate", "--no-net"), "metainfo/xentgui.metainfo.xml"),
        ("desktop-file-validate", (), "applications/xentgui.desktop"),
    ],
)
def test_that_the_tool_of_the_desktop_finds_no_fault(
    tool: str, options: tuple[str, ...], file: str
) -> None:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"there is no {tool}")

    done = subprocess.run(
        [found, *options, str(DESKTOP / file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "error:" in done.stdout) == (0, False), done.stdout


def test_that_the_icon_of_the_menu_is_that_of_the_window() -> None:
    menu = DESKTOP / "icons/hicolor/scalable/apps/xentgui.svg"

    assert menu.read_bytes() == resource("icons", "xentgui.svg").read_bytes()
