"""Shows presets, and remembers them so that the toolbar can name the current one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from xentgui.documents.store import Store
from xentgui.language.text import explain
from xentgui.model import RefusedError, Snapshot
from xentgui.model.subjects import Subject
from xentgui.window.look import Look
from xentgui.window.status_line import StatusLine
from xentgui.window.toolbar import ToolBar

if TYPE_CHECKING:
    from xentgui.documents.presets import Preset
    from xentgui.painting.style import Style
    from xentgui.window.controls.example_rows import ExampleRow
    from xentgui.window.lesson_bar import LessonBar


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
        self._rows: dict[str, tuple[ExampleRow, ...]] = {}
        self._shown = self._lesson = ""  # the keys of the example shown, and of the lesson
        self._bar: LessonBar | None = None
        store.opened.connect(self.put_lesson_away)
        toolbar.examples.offered = lambda: (self.rows(), self._shown)

    def rows(self) -> tuple[ExampleRow, ...]:
        """Return all examples with their lessons, for the list."""
        # Both are needed only once somebody looks for an example.
        from xentgui.documents.presets import presets  # noqa: PLC0415
        from xentgui.window.controls.example_rows import ExampleRow  # noqa: PLC0415

        language = self._look.language
        if language not in self._rows:
            self._rows[language] = tuple(
                ExampleRow(
                    one.key,
                    one.part,
                    one.title(language),
                    one.note(language),
                    one.subject(language),
                )
                for one in presets()
            )
        return self._rows[language]

    def take(self, key: str) -> None:
        """Set the numbers of a preset, and show its lesson."""
        language = self._look.language
        try:
            example = _preset(key)
            subject = self._taken.get((key, language)) or example.subject(language)
        except RefusedError as error:
            self._status.say(explain(error))
            return
        self._put_away()
        self._taken[key, language] = subject
        self._lesson = key
        self._store.edit(lambda _: subject, example.title(language))
        self.show_snapshot(self._store.snapshot)  # also if these are the numbers already

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Name the preset with these numbers; its lesson stays until it is put away."""
        subject, count = snapshot.subject, len(snapshot.state.names)
        alike = (one for one in self._taken.items() if len(one[1].resolve().names) == count)
        key = next((key for (key, _), one in alike if one == subject), "")
        title = _preset(key).title(self._look.language) if key else ""
        if title != self._toolbar.example:  # otherwise the title would be measured at every edit
            self._toolbar.show_example(title)
        if self._lesson and key:
            self._lesson = key  # undo has led to another example
        shown, self._shown = self._shown, key
        if self._lesson and (key != shown or self._bar is None or self._bar.isHidden()):
            self._show_lesson()

    def put_lesson_away(self) -> None:
        """Show no lesson any more, until another example is chosen."""
        self._lesson = ""
        if self._bar is not None:
            self._bar.setVisible(False)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._toolbar.examples.show_style(style)
        if self._bar is not None:
            self._bar.show_style(style)

    def retranslate(self) -> None:
        """Show the lesson in the current language."""
        if self._bar is not None:
            self._bar.retranslate()
            if self._lesson:
                self._show_lesson()

    def _show_lesson(self) -> None:
        bar, example, language = self._made_bar(), _preset(self._lesson), self._look.language
        title, lesson = example.title(language), example.note(language)
        bar.show_lesson(title, lesson, is_shown=self._shown == self._lesson)
        bar.setVisible(bool(lesson))

    def _made_bar(self) -> LessonBar:
        if self._bar is None:
            from xentgui.window.lesson_bar import LessonBar  # noqa: PLC0415 - no start needs it

            window = self._toolbar.window()
            assert isinstance(window, QMainWindow)
            self._bar = LessonBar(window)
            window.addToolBarBreak()
            window.addToolBar(self._bar)
            self._bar.show_style(self._look.style())
            self._bar.closed.connect(self.put_lesson_away)
            self._bar.back_requested.connect(lambda: self._toolbar.take_example(self._lesson))
        return self._bar


def _preset(key: str) -> Preset:
    from xentgui.documents.presets import preset  # noqa: PLC0415 - the opening example is in no file

    return preset(key)
