"""The parts of the window that no picture shows, made after the first one has been painted.

They do what a person asks for, and say what follows from an edit.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from xentgui.documents.store import Store
from xentgui.settings import Settings
from xentgui.tables.logits_and_targets import LogitTable, TargetTable
from xentgui.window.cards import Cards
from xentgui.window.classifier_notices import ClassifierNotices
from xentgui.window.documents import Documents
from xentgui.window.drawing import Drawing
from xentgui.window.dropped import Dropped
from xentgui.window.drops import Drops
from xentgui.window.exports import Exports
from xentgui.window.finding import Finding
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.panel_views import PanelViews
from xentgui.window.points_files import PointsFiles
from xentgui.window.presenting.presenter import Presenter
from xentgui.window.readings import Readings
from xentgui.window.rows_shown import RowsShown
from xentgui.window.sharing import Sharing
from xentgui.window.sound.loss_sound import LossSound
from xentgui.window.status_line import StatusLine
from xentgui.window.tasks import Tasks
from xentgui.window.wiring import Wiring


class LaterParts:
    """Each is made with the parts that it needs.

    Attributes
    ----------
    sharing, exports, points_files
        Share the present scene, export figures and numbers, open and save tables of points.
    dropped
        Takes what is dropped, and points that are pasted.
    finding
        Finds classes by their names.
    rows_shown
        Shows what is known of the rows of a matrix.
    """

    def __init__(
        self,
        window: QMainWindow,
        *,
        store: Store,
        settings: Settings,
        look: Look,
        status: StatusLine,
        messages: MessageBar,
        cards: Cards,
        panel_views: PanelViews,
        tables: tuple[LogitTable, TargetTable],
        wiring: Wiring,
        documents: Documents,
        presenter: Presenter,
        sound: LossSound,
        readings: Readings,
    ) -> None:
        self._store, self._cards = store, cards
        self._presenter, self._sound = presenter, sound
        presenter.changed.connect(self._hear_what_is_shown)
        session = documents.session
        # Of several sentences about one edit, that of the part that is made last is seen.
        self._tasks = Tasks(session, store, look, status, window)
        self._classifier_notices = ClassifierNotices(store, status, messages)
        self.sharing = Sharing(window, session, status)
        self.points_files = PointsFiles(window, store, settings, messages, readings)
        self.dropped = Dropped(documents, self.points_files, tables[0], cards)
        Drops(window, self.dropped.open, self.dropped.take_text, documents.refuse_drop)
        self.finding = Finding(window, store=store, look=look, wiring=wiring, tables=tables)
        self.exports = Exports(
            window,
            store=store,
            session=session,
            scenes=documents.scenes,
            settings=settings,
            look=look,
            status=status,
            cards=cards,
            panels=panel_views.by_key,
        )
        self._build_work(window)

    def _build_work(self, window: QMainWindow) -> None:
        """Let what takes long be worked out beside the window, for the panels that show it."""
        self._drawing = Drawing(
            self._store,
            "drawn",
            lambda snapshot: snapshot.state.draws,
            lambda: self._shows("draws", "funnel"),
            window,
        )
        self._coding = Drawing(
            self._store,
            "coded",
            lambda snapshot: len(snapshot.logits),
            lambda: self._shows("codes"),
            window,
        )
        self.rows_shown = RowsShown(self._store, lambda: self._shows("rows", "calibration"), window)
        for work in (self._drawing, self._coding, self.rows_shown):
            self._cards.arranged.connect(work.look)
        self.exports.figure_begun.connect(self.rows_shown.begin_figure)
        self.exports.figure_ended.connect(self.rows_shown.end_figure)

    def begin(self) -> None:
        """Begin to work out what is shown by now."""
        self._drawing.look()
        self._coding.look()

    def _hear_what_is_shown(self) -> None:
        """Let the loss of the lecture be heard while there is one, else that of the window."""
        lecture = self._presenter.presenting.lecture
        self._sound.listen_to(self._store if lecture is None else lecture.store)

    def _shows(self, *panels: str) -> bool:
        return any(map(self._cards.is_shown, panels))
