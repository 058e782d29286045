"""Try what bundle.py has made on a bare Debian, without Python, a desktop or a network.

    python3 packaging/smoke.py [bookworm] [trixie]

It needs root, debootstrap and Xvfb, and a mirror of Debian; it takes some minutes.  In a fresh
system it runs the folder, installs the package, starts the window from its menu entry and by
opening a document, and removes it again; figures have to be those of the source.  With import of
ImageMagick it leaves pictures in ``build/smoke``.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST, PLACE = ROOT / "dist", ROOT / "build" / "smoke"
PYTHON = ROOT / "build" / "venv" / "bin" / "python"  # which bundle.py has made
NUMBERS = "2.33,-1.46,0.56"
DOCUMENT = '{"format": "xentgui-document", "version": 1, "scenes": [{"logits": [3, 1, 0], "target": [0, 1, 0]}]}'
NAME = "lecture one.xent.json"
DISPLAY = 87
STAYS_S = 5
PATIENCE_S = 60


def main(suites: list[str]) -> int:
    """Try every suite; return 1 if something was not as it should be."""
    PLACE.mkdir(parents=True, exist_ok=True)
    faults = 0
    for suite in suites or ["bookworm", "trixie"]:
        bare = Bare(PLACE / suite)
        bare.make(suite)
        with bare.mounted():
            for title, check in CHECKS.items():
                started = time.monotonic()
                fault = check(bare)
                faults += bool(fault)
                took = time.monotonic() - started
                print(f"{suite:10} {took:6.1f} s  {title}: {fault or 'yes'}", flush=True)
    return 1 if faults else 0


class Bare:
    """A system in a folder, of which nothing is installed but what every Debian has."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def make(self, suite: str) -> None:
        """Install the system, from the one that was fetched before if there is one."""
        fetched = self.root.with_suffix(".fetched")
        if not (fetched / "usr").exists():
            subprocess.run(
                ["debootstrap", "--variant=minbase", suite, fetched],
                check=True,
                stdout=subprocess.DEVNULL,
            )
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", fetched, self.root], check=True)
        for here in DIST.glob("*.deb"):
            shutil.copy(here, self.root / "root")
        shutil.copytree(DIST / "xentgui", self.root / "opt" / "xentgui", symlinks=True)
        (self.root / "root" / NAME).write_text(DOCUMENT, "utf-8")

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Let it have what a kernel gives, and the screen of this machine."""
        sockets = self.root / "tmp" / ".X11-unix"
        sockets.mkdir(parents=True, exist_ok=True)
        screen = subprocess.Popen(
            ["Xvfb", f":{DISPLAY}", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            stderr=subprocess.DEVNULL,
        )
        places = [("proc", "proc"), ("/dev", "dev"), ("/tmp/.X11-unix", "tmp/.X11-unix")]  # noqa: S108
        wait_for(Path(f"/tmp/.X11-unix/X{DISPLAY}").exists)  # noqa: S108
        done = []
        try:
            for what, where in places:
                kind = ["-t", "proc"] if what == "proc" else ["--bind"]
                subprocess.run(["mount", *kind, what, self.root / where], check=True)
                done.append(where)
            yield
        finally:
            for where in reversed(done):
                subprocess.run(["umount", "-l", self.root / where], check=False)
            screen.terminate()
            screen.wait()

    def command(self, line: str, *, alone: bool = True) -> list[str]:
        """Return the words that run a line of shell inside, by default without a network."""
        plain = [
            *(
                "env",
                "-i",
                "HOME=/root",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                f"DISPLAY=:{DISPLAY}",
            ),
            *("LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"),
        ]
        inside = ["chroot", str(self.root), *plain, "sh", "-c", f"cd /root; {line}"]
        return ["unshare", "--net", *inside] if alone else inside

    def run(self, line: str, *, alone: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a line of shell inside."""
        words = self.command(line, alone=alone)
        return subprocess.run(words, check=False, capture_output=True, text=True)


def has_no_python(bare: Bare) -> str:
    """Look for an interpreter."""
    return bare.run("which python3 python pip uv").stdout.strip()


def folder_answers(bare: Bare) -> str:
    """Run what needs no library of the system."""
    program = "/opt/xentgui/xentgui"
    version = bare.run(f"{program} --version")
    numbers = bare.run(f"{program} evaluate {NUMBERS} --target 1,0,0 --format json")
    if not version.stdout.startswith("xentgui "):
        return version.stderr
    if numbers.stdout != of_source("evaluate", "--format", "json"):
        return numbers.stderr
    chinese = bare.run(f"{program} evaluate {NUMBERS} --target 1,0,0 --lang zh")
    return "" if chinese.stdout == of_source("evaluate", "--lang", "zh") else chinese.stderr


def folder_names_what_it_lacks(bare: Bare) -> str:
    """Start it where there is no X11: it says which packages Qt needs, and does not abort."""
    done = bare.run("/opt/xentgui/xentgui")
    return "" if done.returncode == 3 and "apt-get install" in done.stderr else done.stderr or "?"


def package_installs(bare: Bare) -> str:
    """Install it as a person does."""
    bare.run("apt-get update -q", alone=False)
    done = bare.run("apt-get install -y -q ./xentgui_*.deb", alone=False)
    return done.stderr if done.returncode else ""


def figures_are_the_same(bare: Bare) -> str:
    """Export without a screen."""
    for ending, language in (("svg", "en"), ("png", "en"), ("pdf", "zh_CN")):
        options = ["--lang", language, "--panel", "distribution,derivation,simplex"]
        made = bare.run(
            f"xentgui export {NUMBERS} --target 1,0,0 -o it.{ending} {' '.join(options)}"
        )
        ours, built = PLACE / f"source.{ending}", bare.root / "root" / f"it.{ending}"
        of_source("export", "-o", str(ours), *options)
        if not built.exists() or built.read_bytes() != ours.read_bytes():
            return f"{ending} differs {made.stderr}"
    return ""


def desktop_knows_it(bare: Bare) -> str:
    """Look for the files, and for what the desktop has made of them."""
    wanted = (
        "/usr/share/applications/xentgui.desktop",
        "/usr/share/icons/hicolor/scalable/apps/xentgui.svg",
        "/usr/share/icons/hicolor/48x48/apps/xentgui.png",
        "/usr/share/metainfo/xentgui.metainfo.xml",
        "/usr/share/man/man1/xentgui.1.gz",
        "/usr/share/man/zh_CN/man1/xentgui.1.gz",
        "/usr/share/bash-completion/completions/xentgui",
        "/usr/share/zsh/vendor-completions/_xentgui",
        "/usr/share/fish/vendor_completions.d/xentgui.fish",
    )
    if lacking := [path for path in wanted if not (bare.root / path[1:]).exists()]:
        return f"no {lacking}"
    cache = (bare.root / "usr/share/applications/mimeinfo.cache").read_text("utf-8")
    kinds = (bare.root / "usr/share/mime/globs2").read_text("utf-8")
    known = "application/x-xentgui+json=xentgui.desktop" in cache and "*.xent.json" in kinds
    return "" if known else "the file type is not known"


def window_stays(bare: Bare) -> str:
    """Start it from a terminal."""
    return with_window(bare, "xentgui", "window")


def menu_entry_starts(bare: Bare) -> str:
    """Start it as a menu does."""
    bare.run("apt-get install -y -q libglib2.0-bin", alone=False)
    return with_window(bare, "gio launch /usr/share/applications/xentgui.desktop", "menu")


def double_click_opens(bare: Bare) -> str:
    """Open a document as a file manager does, twice: the second comes into the same window."""
    fault = with_window(bare, f"gio open '{NAME}'", "document", then=f"gio open '{NAME}'")
    recent = bare.run("cat .config/xentgui/*").stdout
    return fault or ("" if NAME in recent else "it does not know the document")


def with_window(bare: Bare, line: str, picture: str, then: str = "") -> str:
    """Return what is wrong with a window that `line` starts; it is closed in the end."""
    started = subprocess.Popen(bare.command(line), stderr=subprocess.PIPE, text=True)
    try:
        if not wait_for(lambda: len(processes(bare)) > 0 and titles()):
            return "no window"
        time.sleep(STAYS_S)
        if then:
            bare.run(then)
            time.sleep(1)
            if len(processes(bare)) != 1:
                return f"{len(processes(bare))} windows"
        take_picture(PLACE / f"{bare.root.name}-{picture}.png")
        crashes = bare.run("cat .config/xentgui/xentgui.log 2>/dev/null").stdout
        return crashes or ("" if processes(bare) and titles() else "it has ended")
    finally:
        for number in processes(bare):
            os.kill(number, signal.SIGINT)
        wait_for(lambda: not processes(bare))
        started.wait()


def removal_leaves_nothing(bare: Bare) -> str:
    """Remove it, and look for anything with its name."""
    bare.run("rm -r .config/xentgui", alone=False)  # what the person made
    done = bare.run("apt-get remove -y -q xentgui", alone=False)
    if done.returncode:
        return done.stderr
    left = bare.run(
        "find / -xdev \\( -path /proc -o -path /opt -o -path /root -o -path /dev \\) -prune -o "
        "-iname '*xentgui*' -print; grep -rls xentgui /usr/share/applications /usr/share/mime"
    ).stdout
    return left or bare.run("dpkg-query -W -f '${Status}' xentgui | grep config-files").stdout


CHECKS = {
    "it has no Python": has_no_python,
    "the folder says its version, and the numbers of the source": folder_answers,
    "the folder names the libraries that it lacks": folder_names_what_it_lacks,
    "the package can be installed": package_installs,
    "figures are those of the source, byte by byte": figures_are_the_same,
    "menu entry, icons, file type, man page and completions are there": desktop_knows_it,
    f"the window stays for {STAYS_S} seconds, without a network": window_stays,
    "the entry of the menu starts it": menu_entry_starts,
    "opening a document starts it, and again comes into that window": double_click_opens,
    "removing it leaves nothing": removal_leaves_nothing,
}


def of_source(command: str, *options: str) -> str:
    """Return what the program in this checkout writes."""
    words = [str(PYTHON), "-m", "xentgui", command, NUMBERS, "--target", "1,0,0", *options]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout


def processes(bare: Bare) -> list[int]:
    """Return the programs of ours that run in this system."""
    found = []
    for link in Path("/proc").glob("[0-9]*/exe"):
        try:
            target = str(link.readlink())
        except OSError:
            continue
        if target.startswith(str(bare.root)) and target.endswith("/xentgui"):
            found.append(int(link.parent.name))
    return found


def titles() -> list[str]:
    """Return the titles of our windows on the screen."""
    listed = subprocess.run(
        ["xdotool", "search", "--name", "XentGUI"],
        env={**os.environ, "DISPLAY": f":{DISPLAY}"}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    return re.findall(r"\d+", listed.stdout)


def take_picture(file: Path) -> None:
    """Keep what is on the screen."""
    tool = shutil.which("import")
    if tool:
        subprocess.run([tool, "-display", f":{DISPLAY}", "-window", "root", file], check=False)


def wait_for(condition: object) -> bool:
    """Return whether the condition has become true before long."""
    assert callable(condition)
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
