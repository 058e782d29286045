"""Plays samples with what the system has for it; Qt's own way would be a third of the program."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal, SignalInstance

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.rows import Array
from xentgui.window.sound.tone import RATE, wav_of

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""PipeWire, PulseAudio, ALSA, macOS; the first that is installed plays."""

_NONE = QT_TRANSLATE_NOOP(
    "window",
    "This system has no program that plays sound: install pipewire-bin, pulseaudio-utils or "
    "alsa-utils.",
)
_FAILED = QT_TRANSLATE_NOOP("window", "“{program}” could not play the sound: {reason}")


class Output(Protocol):
    """Something that plays one tone at a time, and never waits for it.

    Signals
    -------
    finished()
        The tone is at its end, and the next one can be played.
    failed(str)
        Why nothing can be heard, in a sentence.
    """

    @property
    def finished(self) -> SignalInstance: ...  # noqa: D102
    @property
    def failed(self) -> SignalInstance: ...  # noqa: D102

    def why_not(self) -> str:
        """Return why nothing can be played, in a sentence; "" if it can."""

    def play(self, samples: Array) -> None:
        """Begin to play `samples`, of `RATE` a second, shape (n,)."""


class SystemOutput(QObject):
    """The program of the system that plays files; on Windows its own function for that."""

    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player = next((one for one in _PLAYERS if shutil.which(one[0])), None)
        self._folder = QTemporaryDir()  # gone with the program
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def why_not(self) -> str:
        """Return why nothing can be played, in a sentence; "" if it can."""
        return "" if self._player or sys.platform == "win32" else translate("window", _NONE)

    def play(self, samples: Array) -> None:
        """Begin to play `samples`; a tone before it has to be at its end."""
        file = Path(self._folder.filePath("tone.wav"))
        if sys.platform == "win32":
            self._play_on_windows(file, samples)
        elif self._player is not None:
            file.write_bytes(wav_of(samples))
            program, *options = self._player
            self._process.start(program, [*options, str(file)])

    def _play_on_windows(self, file: Path, samples: Array) -> None:
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - only there

            winsound.PlaySound(None, winsound.SND_PURGE)  # or the file would be in use
            file.write_bytes(wav_of(samples))
            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(str(file), flags)
            QTimer.singleShot(round(1000 * len(samples) / RATE), self, self.finished.emit)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status != QProcess.ExitStatus.NormalExit:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            self._fail(said.strip().partition("\n")[0] or str(code))
        else:
            self.finished.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail(self._process.errorString())

    def _fail(self, reason: str) -> None:
        sentence = translate("window", _FAILED)
        self.failed.emit(sentence.format(program=self._process.program(), reason=reason))
