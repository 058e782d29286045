"""A Wayland compositor without a screen, for tests: sway, with outputs of any size and scale."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tests.walks.wayland.pointer import Pointer

TOOLS = ("sway", "swaymsg", "grim", "wtype", "wl-paste")
_PATIENCE = 30.0  # seconds
_NOTICED_MS = "1000"
_LEFT_MS = "300"
_PLUGINS = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
Found = TypeVar("Found")
_NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SWAYSOCK", "QT_SCALE_FACTOR")


def lacking() -> list[str]:
    """Return the programs that are needed, and not installed."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Output(NamedTuple):
    """A screen: its size in device pixels, and how many of them are a pixel."""

    width: int
    height: int
    scale: float = 1.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as programs see them."""
        return round(self.width / self.scale), round(self.height / self.scale)


class Compositor:
    """A running sway.

    Attributes
    ----------
    environment
        The environment for programs that open windows on it.
    pointer
        A mouse.
    """

    def __init__(self, folder: Path, outputs: Sequence[Output]) -> None:
        """Keep everything in `folder`; the outputs lie side by side."""
        self.folder, self.outputs = folder, tuple(outputs)
        runtime = self._runtime = Path(tempfile.mkdtemp(prefix="wayland"))
        own = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
        self.environment = {
            **own,
            **_PLUGINS,
            "XDG_RUNTIME_DIR": str(runtime),
            "XENTGUI_CONFIG_DIR": str(folder / "settings"),
            "LANGUAGE": "en",
            "QT_QPA_PLATFORM": "wayland",
        }
        config = runtime / "config"
        config.write_text(self._config())
        rights: dict[str, Any] = {}
        if os.getuid() == 0:  # sway refuses to be root, as in a container
            for path in (runtime, config):
                shutil.chown(path, "nobody")
            rights = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        with (folder / "sway.log").open("w") as log:
            self._process = subprocess.Popen(
                [str(shutil.which("sway")), "--config", str(config)],
                env={**self.environment, "WLR_HEADLESS_OUTPUTS": str(len(self.outputs))},
                stdout=log,
                stderr=log,
                **rights,
            )
        self.environment["SWAYSOCK"] = str(self._found(runtime, "sway-ipc.*.sock"))
        socket = self._found(runtime, "wayland-[0-9]")
        self.environment["WAYLAND_DISPLAY"] = socket.name
        width = sum(output.size[0] for output in self.outputs)
        height = max(output.size[1] for output in self.outputs)
        self.pointer = Pointer(socket, width, height)

    def _config(self) -> str:
        # The walk knows where a window's own pixels are, and has no frame around them.
        free = 'for_window [app_id=".*"] floating enable, border none'
        lines, left = ["xwayland disable", free], 0
        for number, output in enumerate(self.outputs, 1):
            lines.append(
                f"output HEADLESS-{number} resolution {output.width}x{output.height} "
                f"position {left} 0 scale {output.scale}"
            )
            left += output.size[0]
        return "\n".join(lines) + "\n"

    def _found(self, folder: Path, pattern: str) -> Path:
        return self.wait(lambda: next(iter(folder.glob(pattern)), None), pattern)

    def wait(self, look: Callable[[], Found | None], what: str) -> Found:
        """Return what `look` finds, as soon as it finds something."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError((self.folder / "sway.log").read_text())
            if found := look():
                return found
            time.sleep(0.05)
        raise TimeoutError(f"there was no {what}")

    def window_of(self, process: int) -> dict[str, Any] | None:
        """Return what the compositor knows of the window of a process; None before it is shown."""
        return _found(self._asked("-t", "get_tree"), process)

    def tell(self, *words: str) -> None:
        """Carry out a command of the compositor."""
        self._call("swaymsg", *words)

    def press(self, *words: str) -> None:
        """Press keys, in the words of wtype: ``-M ctrl -k a -m ctrl``, or a text."""
        # The keyboard comes and goes with each call: busy programs have to notice it first, and
        # that its keys are up again before it goes.
        self._call("wtype", "-s", _NOTICED_MS, *words, "-s", _LEFT_MS)

    def shoot(self, name: str, output: int = 1) -> Path:
        """Take a picture of an output."""
        path = self.folder / f"{name}.png"
        self._call("grim", "-o", f"HEADLESS-{output}", str(path))
        return path

    def pasted(self, kind: str) -> bytes:
        """Return what is on the clipboard as a MIME type."""
        return self._call("wl-paste", "--no-newline", "--type", kind)

    def kinds(self) -> list[str]:
        """Return the MIME types of what is on the clipboard, which can be empty."""
        with suppress(subprocess.CalledProcessError):
            return self._call("wl-paste", "--list-types").decode().split()
        return []

    def _asked(self, *words: str) -> Any:
        return json.loads(self._call("swaymsg", "--raw", *words))

    def _call(self, tool: str, *words: str) -> bytes:
        return subprocess.run(
            [str(shutil.which(tool)), *words],
            env=self.environment,
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        ).stdout

    def close(self) -> None:
        """End it."""
        self.pointer.close()
        self._process.terminate()
        self._process.wait(_PATIENCE)
        shutil.rmtree(self._runtime)


def _found(node: dict[str, Any], process: int) -> dict[str, Any] | None:
    if node.get("pid") == process:
        return node
    inner = (*node.get("nodes", ()), *node.get("floating_nodes", ()))
    return next((one for part in inner if (one := _found(part, process))), None)
