"""What is said and asked about a classifier after an edit: biases that moved, points of a class."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Message, RefusedError, Snapshot
from xentgui.model.naming import name_of
from xentgui.model.subjects import OnState, Subject
from xentgui.model.subjects.class_rows import HasPointsError
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, without_classes_and_points
from xentgui.window.message_bar import Answer, MessageBar
from xentgui.window.status_line import StatusLine

_KEY: Final = "class with points"
_MOVED = QT_TRANSLATE_NOOP(
    "window", "The bias of {label} has moved, and with it this logit of all points."
)
_SEVERAL = QT_TRANSLATE_NOOP(
    "window", "The biases of {count} classes have moved, and with them these logits of all points."
)
REMOVE_BOTH = QT_TRANSLATE_NOOP("window", "Remove Class and Points")
_STEP = QT_TRANSLATE_NOOP("window", "Remove Classes and Their Points")


class ClassifierNotices:
    """Says that an edited logit has moved a bias, and offers to remove a class with its points."""

    def __init__(self, store: Store, status: StatusLine, messages: MessageBar) -> None:
        self._store, self._status, self._messages = store, status, messages
        self._before: Subject = store.subject
        store.changed.connect(self._on_changed)
        store.refused.connect(self._on_refused)

    def _on_changed(self, _snapshot: Snapshot) -> None:
        self._messages.withdraw(_KEY)
        before, after = self._before, self._store.subject
        self._before = after
        if not isinstance(self._store.edit_in_progress, OnState):
            return
        if isinstance(before, Classifier) and isinstance(after, Classifier):
            self._say_what_moved(before, after)

    def _say_what_moved(self, before: Classifier, after: Classifier) -> None:
        if before.labels != after.labels or before.bias is after.bias:
            return
        moved = np.flatnonzero(before.bias != after.bias)
        if moved.size == 1:
            text = translate("window", _MOVED).format(label=name_of(after.labels, int(moved[0])))
        elif moved.size:
            text = translate("window", _SEVERAL).format(count=moved.size)
        else:
            return
        self._status.say(text)

    def _on_refused(self, error: RefusedError) -> None:
        if isinstance(error, HasPointsError):
            classes = error.classes
            answer = Answer(REMOVE_BOTH, lambda: self._remove(classes))
            message: Message = error.message
            self._messages.announce(_KEY, message, answer)

    def _remove(self, classes: tuple[int, ...]) -> None:
        edit = OnClassifier(lambda subject: without_classes_and_points(subject, classes))
        self._store.edit(edit, translate("window", _STEP))
