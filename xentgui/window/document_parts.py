"""The parts of the window that concern the open document, each made with those that it needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from xentgui.documents.recent import Recent
from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.panels import PANELS
from xentgui.settings import Settings
from xentgui.window.cards import Cards
from xentgui.window.commands import Commands
from xentgui.window.document_notices import DocumentNotices
from xentgui.window.documents import Documents
from xentgui.window.kept_work import KeptWork
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.panel_views import PanelViews
from xentgui.window.presenting.presenter import Presenter
from xentgui.window.readings import Readings
from xentgui.window.samples import Samples
from xentgui.window.saving import Saving
from xentgui.window.scene_look import SceneLook
from xentgui.window.scenes import Scenes
from xentgui.window.status_line import StatusLine
from xentgui.window.strip.strip import Strip
from xentgui.window.toolbar import ToolBar
from xentgui.window.withholding import Withholding


class DocumentParts:
    """The session of the document, and all that opens, saves, shows or presents it."""

    def __init__(
        self,
        window: QMainWindow,
        recovery: Recovery | None,
        *,
        store: Store,
        settings: Settings,
        look: Look,
        status: StatusLine,
        messages: MessageBar,
        toolbar: ToolBar,
        commands: Commands,
        cards: Cards,
        panel_views: PanelViews,
        samples: Samples,
        readings: Readings,
        finish: Callable[[], bool],
        stop: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys; `stop` also ends what goes on by itself."""
        session = Session(store, [panel.key for panel in PANELS], window)
        session.shown_panels = cards.panels_shown
        scene_look = SceneLook(store, cards, panel_views)
        session.scene_shown.connect(scene_look.show)
        cards.arranged.connect(session.announce)
        scenes = Scenes(
            window,
            session,
            look=look,
            status=status,
            finish=finish,
            look_of_window=scene_look.taken,
        )
        work = KeptWork(recovery, session, store, status, window)
        saving = Saving(
            window,
            session,
            scenes,
            work,
            recent=Recent(settings),
            status=status,
            messages=messages,
            finish=finish,
        )
        self.documents = Documents(
            window,
            session,
            scenes,
            work,
            saving,
            store=store,
            settings=settings,
            look=look,
            messages=messages,
            samples=samples,
            readings=readings,
        )
        self.withholding = Withholding(
            window,
            session,
            scene_look,
            commands=commands,
            toolbar=toolbar,
            messages=messages,
            finish=finish,
        )
        self.presenter = Presenter(
            window,
            session,
            look=look,
            settings=settings,
            decimals=lambda: store.view.decimals,
            finish=stop,
        )
        self.strip = Strip(
            window,
            session,
            store=store,
            scenes=scenes,
            commands=commands,
            presenter=self.presenter,
            look=look,
        )
        self.notices = DocumentNotices(
            window,
            session,
            scenes,
            messages,
            save=saving.save,
            save_as=saving.save_as,
            reload=saving.revert,
        )
        session.changed.connect(commands.refresh)
        store.history.indexChanged.connect(lambda _: status.withdraw_offer())
        status.discard_requested.connect(saving.revert)
