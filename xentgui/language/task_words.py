"""What a task says: what to try, and that it is done."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, translate

_TRY = QT_TRANSLATE_NOOP("presenting", "Try it: {task}")
_DONE = QT_TRANSLATE_NOOP("presenting", "Done: {task}")


def task_words(task: str, done: str, *, is_done: bool) -> str:
    """Return a line for a task; `done` is what is said when it is done, or "" for a usual line."""
    if not is_done:
        return translate("presenting", _TRY).format(task=task) if task else ""
    return "✓ " + (done or translate("presenting", _DONE).format(task=task))
