"""The words of a lecture in progress: with its guess, its votes and its task, and room for all."""

from __future__ import annotations

from xentgui.documents.moment import Beat, Moment, captions_of
from xentgui.documents.scene import Scene
from xentgui.documents.texts import in_language
from xentgui.language.fields import is_as_prepared
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.window.presenting.asked_words import rooms_of, tally_words
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_picture import words_of
from xentgui.window.presenting.stage_words import StageWords

_HINT = QT_TRANSLATE_NOOP("presenting", "PgDn · PgUp · ? keys")
_WHAT_IF = QT_TRANSLATE_NOOP("presenting", "what-if · R returns")
_AS_PREPARED = QT_TRANSLATE_NOOP("presenting", "what-if · caption as prepared · R returns")


class WordsNow:
    """Returns what is written while a lecture goes on."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._roomed: dict[int, tuple[Scene, str, tuple[str, ...]]] = {}

    def now(self, caption_of: Moment, language: str) -> StageWords:
        """Return the words; the caption is that of `caption_of`, while things are on their way."""
        lecture = self._lecture
        moment, snapshot = lecture.moment, lecture.store.snapshot
        words = self.of(moment, snapshot, language)
        caption = words.caption
        if caption_of is not moment:  # it changes when things have arrived
            same = caption_of.beat.scene == moment.beat.scene
            guess = lecture.asking.guess(caption_of)
            held = words_of(caption_of, snapshot, language, guess=guess)
            caption = held.caption if same else ""
        hides = self._hides(moment) and not words.asks
        stays = is_as_prepared(in_language(moment.caption, language)) and not words.asks
        as_prepared = lecture.is_what_if and stays and not hides
        what_if = _AS_PREPARED if as_prepared else _WHAT_IF
        hint = what_if if lecture.is_what_if else _HINT if lecture.beat == Beat() else ""
        return words._replace(
            caption="" if hides else caption,
            hint=self._tally() or (translate("presenting", hint) if hint else ""),
            as_prepared=as_prepared,
            has_ring=lecture.seconds_left is not None,
        )

    def of(self, moment: Moment, snapshot: Snapshot, language: str) -> StageWords:
        """Return the words of a moment with these numbers, and the room that its scene needs."""
        lecture = self._lecture
        captions = captions_of(lecture.scenes[moment.beat.scene])
        question = moment.question
        return words_of(
            moment,
            snapshot,
            language,
            captions=() if self._hides(moment) else captions,
            rooms=self._rooms(moment.beat.scene, language),
            guess=lecture.asking.guess(moment),
            is_done=lecture.is_done and moment.beat.scene == lecture.beat.scene,
            answers=lecture.asking.at(moment),
        )._replace(has_ring=moment.beat.asks and question is not None and bool(question.choices))

    def _hides(self, moment: Moment) -> bool:
        return "caption" in moment.hidden or not self._lecture.shows_captions

    def _tally(self) -> str:
        """Return the votes while they are counted with keys, and then as they are.

        How many were right would give the answer away, and what to do is the lecturer's.
        """
        lecture = self._lecture
        question, answers = lecture.moment.question, lecture.answers
        if question is None or answers is None:
            return ""
        done = lecture.tallied if lecture.asks else None
        rounds = lecture.tally if lecture.tally is not None else done
        return "" if rounds is None else tally_words(question, answers, rounds)

    def _rooms(self, number: int, language: str) -> tuple[str, ...]:
        """Return the texts of questions for which there is room in a scene."""
        scene, known = self._lecture.scenes[number], self._roomed.get(number)
        if known is None or known[0] is not scene or known[1] != language:
            rooms = rooms_of(self._lecture.scenes, number, language)
            known = self._roomed[number] = scene, language, rooms
        return known[2]
