"""The parts of the window that no picture shows, and the first edit or command needs.

They keep the work, and answer what a person does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from xentgui.documents.loss_before import LossBefore
from xentgui.documents.store import Store
from xentgui.painting.style import Style
from xentgui.settings import Settings
from xentgui.tables.logits_and_targets import LogitTable, TargetTable
from xentgui.tables.readouts.loss_card import LossCard
from xentgui.window.cards import Cards
from xentgui.window.commands import Commands
from xentgui.window.descent.walking import Walking
from xentgui.window.document_parts import DocumentParts
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.panel_views import PanelViews
from xentgui.window.points_offer import PointsOffer
from xentgui.window.readings import Readings
from xentgui.window.samples import Samples
from xentgui.window.sound.loss_sound import LossSound
from xentgui.window.status_line import StatusLine
from xentgui.window.told_changes import ToldChanges
from xentgui.window.toolbar import ToolBar
from xentgui.window.training.trains import Trains
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.documents.recovery import Recovery
    from xentgui.window.controls.sample_bar import SampleBar


class AnsweringParts:
    """Each is made with the parts that it needs.

    Attributes
    ----------
    message_bar
        Shows notices until they are answered.
    walking, trains
        The walk down the loss, and the training of a classifier.
    readings, samples
        Read texts, and step through many logits.
    documents, notices, withholding, presenter, strip
        The open document, and all that concerns it.
    sound
        The loss as a pitch.
    """

    def __init__(
        self,
        window: QMainWindow,
        recovery: Recovery | None,
        *,
        store: Store,
        settings: Settings,
        look: Look,
        status: StatusLine,
        toolbar: ToolBar,
        commands: Commands,
        cards: Cards,
        panel_views: PanelViews,
        tables: tuple[LogitTable, TargetTable],
        loss: LossCard,
        wiring: Wiring,
        join_samples: Callable[[SampleBar], None],
        take_example: Callable[[str], None],
    ) -> None:
        """`join_samples` connects the bar of samples; `take_example` shows an example."""
        self._wiring, self._panel_views = wiring, panel_views
        self.message_bar = messages = MessageBar(window)
        window.addToolBarBreak()
        window.addToolBar(messages)
        before = LossBefore(store, loss)
        before.changed.connect(loss.show_before)
        self.walking = Walking(store, window)
        self.trains = Trains(store, window)
        self.readings = Readings(window, store=store, settings=settings, look=look)
        self.samples = Samples(
            window,
            store=store,
            settings=settings,
            look=look,
            status=status,
            messages=messages,
            join=join_samples,
            readings=self.readings,
        )
        parts = DocumentParts(
            window,
            recovery,
            store=store,
            settings=settings,
            look=look,
            status=status,
            messages=messages,
            toolbar=toolbar,
            commands=commands,
            cards=cards,
            panel_views=panel_views,
            samples=self.samples,
            readings=self.readings,
            finish=wiring.finish_bursts,
            stop=self._stop_everything,
        )
        self.documents, self.notices = parts.documents, parts.notices
        self.withholding = parts.withholding
        self.presenter, self.strip = parts.presenter, parts.strip
        self._points_offer = PointsOffer(cards, store, messages, take_example)
        self.sound = LossSound(store, settings, status.say, window)
        self._told = ToldChanges(store, lambda: panel_views.speaks, window)
        for table in tables:
            table.batch_pasted.connect(self.samples.take_block)
            table.token_pasted.connect(self.documents.open_token)
            table.desk = self.readings
        for player in (self.walking, self.trains):
            player.changed.connect(self._show_playing)
            player.changed.connect(commands.refresh)
        for changed in (
            self.documents.changed,
            self.samples.opened_or_closed,
            self.presenter.changed,
        ):
            changed.connect(commands.refresh)

    @property
    def plays(self) -> bool:
        """Whether a walk or a training goes on by itself."""
        return self.walking.plays or self.trains.plays

    def _stop_everything(self) -> bool:
        """End what goes on by itself, and the gesture of held keys."""
        self.walking.pause()
        self.trains.pause()
        return self._wiring.finish_bursts()

    def _show_playing(self) -> None:
        self._wiring.catch_up()
        self._panel_views.show_playing(self.plays)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.message_bar.show_style(style)
        self.readings.show_style()
        self.strip.show_style(style)

    def retranslate(self) -> None:
        """Show the texts of all these parts in the current language."""
        self.message_bar.retranslate()
        self.notices.show_title()
        self.readings.retranslate()
        self.presenter.retranslate()
        self.strip.retranslate()
