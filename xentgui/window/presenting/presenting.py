"""Begins and ends presenting: the windows, their screens, and what becomes of a what-if."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from xentgui.documents.moment import Beat
from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.subjects import Subject
from xentgui.settings import Settings
from xentgui.window.look import Look
from xentgui.window.presenting import screens
from xentgui.window.presenting.asking import Asking
from xentgui.window.presenting.audience_window import AudienceWindow
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.lecturer_window import LecturerWindow
from xentgui.window.presenting.screens import ScreenSaver
from xentgui.window.presenting.shared_pointer import SharedPointer
from xentgui.window.presenting.stage_view import StageView
from xentgui.window.presenting.what_ifs import WhatIfs
from xentgui.window.told_changes import ToldChanges
from xentgui.window.wiring import Wiring

_REASON = QT_TRANSLATE_NOOP("presenting", "A lecture is presented")
_WHAT_IF = QT_TRANSLATE_NOOP("presenting", "What-If")


class _Quiet(QObject):
    """Takes the sentences about a refused edit: nobody in the audience is to read them."""

    def say(self, message: str) -> None:
        """Show nothing."""

    def say_of_state(self, message: str) -> None:
        """Show nothing."""


class Presenting(QObject):
    """Presents the scenes of a session.

    Attributes
    ----------
    lecture
        What is presented, or None.
    audience, lecturer
        The windows, or None.

    Signals
    -------
    changed()
        Presenting has begun or ended.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        look: Look,
        settings: Settings,
        decimals: Callable[[], int],
        finish: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys, so that its change is presented, too."""
        super().__init__(window)
        self._window, self._session = window, session
        self._look, self._settings = look, settings
        self._decimals, self._finish = decimals, finish
        self.lecture: Lecture | None = None
        self.audience: AudienceWindow | None = None
        self.lecturer: LecturerWindow | None = None
        self._in_window = self._had_two = False
        self._what_ifs = WhatIfs(session)
        self._began, self._asking = QElapsedTimer(), Asking()
        self._reached: dict[int, int] = {}
        self._saver = ScreenSaver()
        self._pointer = SharedPointer(self._stages, self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screens)
        application.screenRemoved.connect(self._on_screens)
        look.changed.connect(self._show_look)

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""
        return self.lecture is not None

    def toggle(self, *, in_window: bool = False) -> None:
        """Present the scenes, from the one that is shown, or leave."""
        if self.is_on:
            self.leave()
        else:
            self.begin(in_window=in_window)

    def begin(self, *, in_window: bool = False) -> None:
        """Present the scenes: where it was left, if that is the scene that is shown."""
        self._finish()
        scenes = self._session.document().scenes
        beat, what_if = self._what_ifs.where(scenes)
        resumes = self._what_ifs.was_left_at(beat)
        self.lecture = lecture = Lecture(scenes, beat, decimals=self._decimals(), parent=self)
        if resumes:
            lecture.began = self._began  # the clock of the lecture goes on
            lecture.asking, lecture.reached = self._asking, self._reached
            lecture.go(beat)
        self._began, self._asking = lecture.began, lecture.asking
        self._reached = lecture.reached
        self._quiet = _Quiet(lecture)
        self._wiring = Wiring(lecture.store, self._quiet, lecture)
        self.audience = AudienceWindow(lecture, self._wiring, self._look)
        self.lecturer = LecturerWindow(lecture, self._wiring, self._look, self._settings)
        stages = self.audience.stage, self.lecturer.stage
        ToldChanges(lecture.store, lambda: any(one.speaks for one in stages), self.audience)
        for window in (self.audience, self.lecturer):
            window.closed.connect(self.leave)
            window.setWindowIcon(self._window.windowIcon())
        lecture.leave_requested.connect(self.leave)
        lecture.swap_requested.connect(self.swap)
        lecture.keep_requested.connect(self._keep)
        lecture.add_requested.connect(self._add)
        lecture.changed.connect(self._on_changed)
        self._in_window, self._had_two = in_window, False
        self._show_look()
        self.retranslate()
        self.arrange()
        if what_if is not None:
            kept = what_if
            lecture.store.edit(lambda _before: kept, translate("presenting", _WHAT_IF))
        reason = translate("presenting", _REASON)
        lecture.sleeps = not self._saver.hold_off("XentGUI", reason)
        self.lecturer.tell_saver(held_off=not lecture.sleeps)
        self.changed.emit()

    def leave(self) -> None:
        """End presenting; the window shows the scene that was presented, as it was prepared."""
        lecture = self.lecture
        if lecture is None:
            return
        lecture.end()
        self._what_ifs.leave(lecture)
        self.lecture = None
        self._pointer.want(wanted=False)
        self._saver.let_go()
        for window in (self.audience, self.lecturer):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.audience = self.lecturer = None
        self._session.visit(lecture.beat.scene)
        lecture.deleteLater()
        self._window.activateWindow()
        self.changed.emit()

    # Windows and screens

    def arrange(self) -> None:
        """Put each window where it belongs on the screens that there are."""
        audience, lecturer = self.audience, self.lecturer
        if audience is None or lecturer is None:
            return
        if self._in_window:
            for window, size in ((lecturer, (1280, 800)), (audience, (1280, 720))):
                if not window.isVisible():
                    window.resize(*size)
                    window.show()
            self._fit(audience)
            return
        own = screens.number_of(self._window)
        found = screens.read_settings(self._settings, own)
        if found.lecturer is None:
            lecturer.hide()
        else:
            self._had_two = True
            screens.fill(lecturer, found.lecturer)
        if self.lecture is not None:  # who had notes before the screen went does not lose them
            self.lecture.be_alone(alone=found.lecturer is None, notes=self._had_two)
        screens.fill(audience, found.audience)
        self._fit(audience)
        front = audience if found.lecturer is None else lecturer
        front.raise_()
        front.activateWindow()
        front.setFocus()

    def swap(self) -> None:
        """Let the windows change places, and remember it for these screens."""
        there = screens.monitors()
        own = screens.number_of(self._window)
        found = screens.read_settings(self._settings, own)
        if found.lecturer is not None and not self._in_window:
            self._settings.screens = screens.with_choice(
                there, found.lecturer, self._settings.screens
            )
            self.arrange()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.audience is not None and self.lecturer is not None:
            self.audience.stage.retranslate()
            self.lecturer.retranslate()

    def _fit(self, audience: AudienceWindow) -> None:
        """Give the lecturer's picture the shape of the audience's."""
        if self.lecturer is not None and audience.height():
            self.lecturer.fit_shape(audience.width() / audience.height())

    def _on_screens(self, *_: object) -> None:
        # Qt moves the windows of a screen that goes; they are arranged once it has.
        if self.is_on:
            QTimer.singleShot(0, self, self.arrange)

    def _show_look(self) -> None:
        if self.audience is not None and self.lecturer is not None:
            self.audience.stage.show_theme()
            self.lecturer.show_theme()

    # What happens meanwhile

    @property
    def has_what_if(self) -> bool:
        """Whether the present scene was left with a change that can be kept."""
        return not self.is_on and self._what_ifs.has_one

    def keep_what_if(self) -> None:
        """Take the change with which the present scene was left into it."""
        if self._what_ifs.keep_left():
            self.changed.emit()

    def _keep(self, number: int, subject: Subject) -> None:
        lecture = self.lecture
        if lecture is not None:
            self._what_ifs.keep(lecture.beat._replace(scene=number), subject)
            lecture.show_scenes(self._session.document().scenes)

    def _add(self, beat: Beat, subject: Subject) -> None:
        """Add a step with this subject after `beat`, and go on after it."""
        lecture = self.lecture
        if lecture is None:
            return
        self._what_ifs.add_step(beat, subject)
        lecture.show_scenes(self._session.document().scenes)
        lecture.go(beat._replace(step=beat.step + 1))

    def _on_changed(self) -> None:
        self._pointer.want(wanted=self.lecture is not None and self.lecture.has_pointer)

    def _stages(self) -> list[StageView]:
        return [one.stage for one in (self.audience, self.lecturer) if one is not None]
