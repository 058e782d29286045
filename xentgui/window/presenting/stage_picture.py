"""The picture for a room, painted on any device: a thumbnail, the next step, or a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.documents import scene_texts
from xentgui.documents.focus import in_panel
from xentgui.documents.moment import Moment
from xentgui.documents.scene_texts import moments_for, moments_of
from xentgui.documents.staging import Shown
from xentgui.documents.texts import in_language
from xentgui.language.fields import Piece, is_as_prepared, told
from xentgui.language.lecture_words import task_words
from xentgui.model import Snapshot
from xentgui.model.guess import Guess
from xentgui.model.naming import one_line
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.presenting.asked_words import lined, question_pieces, seen_words
from xentgui.window.presenting.asking import Answers
from xentgui.window.presenting.focus_frame import frame_of, paint_focus
from xentgui.window.presenting.room_style import RoomStyle
from xentgui.window.presenting.stage_cards import KNOWN, cards_of, paint_cards, panels_of
from xentgui.window.presenting.stage_layout import EDGE, StageLayout, inside, lay_out
from xentgui.window.presenting.stage_words import StageWords, height_of, loss_text, paint_words


def snapshot_of(moment: Moment) -> Snapshot:
    """Return the numbers of a moment, with the subject that they belong to."""
    return scene_texts.snapshot_of(moment.subject)


def words_of(
    moment: Moment,
    snapshot: Snapshot,
    language: str,
    *,
    place: str = "",
    captions: tuple[Mapping[str, str], ...] = (),
    rooms: tuple[str, ...] = (),
    guess: Guess | None = None,
    is_done: bool = False,
    answers: Answers | None = None,
) -> StageWords:
    """Return the words of a moment, with its numbers; what it hides is left out.

    `guess` is that of the audience, `is_done` whether the task is.  There is room for `captions`,
    and for `rooms`, which are texts as they stand.
    """

    def filled(texts: Mapping[str, str]) -> str:
        text = in_language(texts, language)
        return one_line(told(text, moments_for(text, moment, snapshot), moment.view))

    task = ""
    if moment.task is not None:
        task = task_words(filled(moment.task.text), filled(moment.task.done), is_done=is_done)
    asks = moment.beat.asks
    text = "" if "caption" in moment.hidden else in_language(moment.caption, language)
    parts = lined(text, moments_for(text, moment, snapshot), moment.view)
    if is_as_prepared(text):  # none of its numbers is to be dragged
        parts = tuple(one._replace(field=None) for one in parts)
    if asks:
        parts = question_pieces(moment, moments_of(moment, snapshot), language, guess)
    elif (also := seen_words(moment, language, guess, answers)) and "caption" not in moment.hidden:
        parts = (*parts, Piece("\n" * bool(text) + also))
    caption = "".join(one.text for one in parts)
    return StageWords(
        title="" if "title" in moment.hidden else filled(moment.title),
        caption=caption,
        captions=(caption, *map(filled, captions), *rooms),
        loss="" if "loss" in moment.hidden else loss_text(snapshot, moment.view),
        place=place,
        asks=asks,
        pieces=parts,
        task=task,
        is_done=is_done,
    )


def laid_out(size: QSizeF, words: StageWords, style: Style, panels: Sequence[str]) -> StageLayout:
    """Return the places for these words and panels."""
    width = size.width() - 2 * EDGE * style.em
    return lay_out(size, style.em, height_of(words, style, width), panels)


def paint_moment(
    painter: QPainter, size: QSizeF, moment: Moment, words: StageWords, style: RoomStyle
) -> None:
    """Paint what the audience sees at `moment` into a picture of `size`."""
    snapshot = snapshot_of(moment)
    layout = laid_out(size, words, style, panels_of(moment))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.color(style.theme.window))
    paint_words(painter, words, style, layout)
    formulas = "formulas" not in moment.hidden
    cards = cards_of(layout, snapshot, moment.view, formulas=formulas)
    paint_cards(painter, cards, style)
    paint_focus(painter, frame_of(words, layout, cards, style, moment.view), style)
    for (key, box), card in zip(layout.cards.items(), cards, strict=True):
        if card.hidden:
            continue
        painter.save()
        view = in_panel(moment.view, key)
        room = inside(box, style.em)
        paint_panel(painter, KNOWN[key](), room, snapshot, view, moment.ranges, style)
        painter.restore()


def paint_panel(
    painter: QPainter,
    panel: Panel,
    room: QRectF,
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Shown],
    style: Style,
) -> None:
    """Paint one panel, on the axes that the scene fixes or those of its numbers."""
    shown = ranges.get(panel.key)
    if shown is not None and isinstance(panel, PlotPanel):
        panel.paint_within(painter, room, Ranges(*shown), snapshot, view, style)
    else:
        panel.paint(painter, room, snapshot, view, style)
