"""Shows presets, and remembers them so that the toolbar can name the current one."""

from __future__ import annotations

from collections.abc import Callable

from xentgui.commands.examples import preset
from xentgui.documents.store import Store
from xentgui.language.text import explain
from xentgui.model import RefusedError, Snapshot
from xentgui.model.subjects import Subject
from xentgui.window.look import Look
from xentgui.window.status_line import StatusLine
from xentgui.window.toolbar import ToolBar


class Examples:
    """Sets the numbers of a preset as an undo step, and recognises them after undo."""

    def __init__(
        self,
        store: Store,
        look: Look,
        toolbar: ToolBar,
        status: StatusLine,
        put_away: Callable[[], None],
    ) -> None:
        """`put_away` takes away what is said and shown of the numbers before."""
        self._store, self._look, self._put_away = store, look, put_away
        self._toolbar, self._status = toolbar, status
        # One subject for each preset and language, however often it is taken: the undo history then
        # holds it once, too.
        self._taken: dict[tuple[str, str], Subject] = {}

    def take(self, key: str) -> None:
        """Set the numbers of a preset, and show its note."""
        language = self._look.language
        try:
            example = preset(key)
            subject = self._taken.get((key, language)) or example.subject(language)
        except RefusedError as error:
            self._status.say(explain(error))
            return
        self._put_away()
        self._taken[key, language] = subject
        self._store.edit(lambda _: subject, example.title(language))
        self._status.keep_note(example.note(language))  # also if these are the numbers already

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Name the preset with these numbers, and show its note, if there is one."""
        subject, count = snapshot.subject, len(snapshot.state.labels)
        alike = (one for one in self._taken.items() if len(one[1].resolve().labels) == count)
        key = next((key for (key, _), one in alike if one == subject), None)
        language = self._look.language
        title = preset(key).title(language) if key else ""
        self._status.keep_note(preset(key).note(language) if key else "")
        if title != self._toolbar.example:  # otherwise the title would be measured at every edit
            self._toolbar.show_example(title)
