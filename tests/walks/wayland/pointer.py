"""A mouse for a Wayland compositor: the few messages of the protocol that move it and click.

Source: the wire format of https://wayland.freedesktop.org/docs/html/ch04.html, and the requests of
wlr-virtual-pointer-unstable-v1.xml in https://gitlab.freedesktop.org/wlroots/wlr-protocols.
"""

from __future__ import annotations

import socket
import struct
import time
from pathlib import Path

LEFT = 0x110  # of linux/input-event-codes.h
_DISPLAY, _REGISTRY, _CALLBACK, _MANAGER, _POINTER = 1, 2, 3, 4, 5
_GET_REGISTRY, _SYNC, _GLOBAL, _BIND, _CREATE = 1, 0, 0, 0, 0
_MOVE_TO, _BUTTON, _FRAME = 1, 2, 4
_INTERFACE = "zwlr_virtual_pointer_manager_v1"


class Pointer:
    """Moves to places in the room of all outputs, which is `width` by `height` pixels."""

    def __init__(self, path: Path, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(path))
        self._send(_DISPLAY, _GET_REGISTRY, struct.pack("=I", _REGISTRY))
        self._send(_DISPLAY, _SYNC, struct.pack("=I", _CALLBACK))
        name = self._name()
        bound = struct.pack("=I", name) + _text(_INTERFACE) + struct.pack("=II", 1, _MANAGER)
        self._send(_REGISTRY, _BIND, bound)
        self._send(_MANAGER, _CREATE, struct.pack("=II", 0, _POINTER))  # of no seat: the first

    def move(self, x: float, y: float) -> None:
        """Move to a place, in pixels as programs see them."""
        place = struct.pack("=IIIII", _now(), round(x), round(y), self._width, self._height)
        self._send(_POINTER, _MOVE_TO, place)
        self._send(_POINTER, _FRAME)

    def press(self) -> None:
        """Hold the left button down."""
        self._button(is_down=True)

    def release(self) -> None:
        """Let go of the left button."""
        self._button(is_down=False)

    def close(self) -> None:
        """Unplug the mouse."""
        self._socket.close()

    def _button(self, *, is_down: bool) -> None:
        self._send(_POINTER, _BUTTON, struct.pack("=III", _now(), LEFT, is_down))
        self._send(_POINTER, _FRAME)

    def _send(self, target: int, opcode: int, content: bytes = b"") -> None:
        size = 8 + len(content)
        self._socket.sendall(struct.pack("=II", target, size << 16 | opcode) + content)

    def _name(self) -> int:
        """Return the number under which the compositor offers virtual pointers."""
        while True:
            target, what = struct.unpack("=II", self._read(8))
            content, opcode = self._read((what >> 16) - 8), what & 0xFFFF
            if target == _CALLBACK:  # all is said
                raise RuntimeError("the compositor has no virtual pointers")
            if (target, opcode) == (_REGISTRY, _GLOBAL):
                name, length = struct.unpack_from("=II", content)
                if content[8 : 8 + length - 1].decode() == _INTERFACE:
                    return int(name)

    def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            data += self._socket.recv(count - len(data))
        return data


def _text(text: str) -> bytes:
    data = text.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + bytes(-len(data) % 4)


def _now() -> int:
    return time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
