"""Commands on the scenes of a document."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model.limits import MOST_SCENES


def _may_step(host: Host, way: int) -> bool:
    place = host.documents.scenes.place + way
    return _presents_stage(host, way) or 0 <= place < host.documents.scenes.count


def _step(host: Host, way: int) -> None:
    if _presents_stage(host, way):
        host.step_stage(way)
    else:
        host.documents.scenes.step(way)


def _presents_stage(host: Host, way: int) -> bool:
    """Return whether the next step of a presentation is a stage, not a scene."""
    return host.is_full_screen and host.can_step_stage(way)


SCENES = (
    ActionSpec(
        key="scene.describe",
        text=QT_TRANSLATE_NOOP("actions", "&Title and Caption…"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Give this scene a title and a caption, for the window and for figures"
        ),
        run=lambda host: host.documents.scenes.ask_words(),
    ),
    ActionSpec(
        key="scene.add",
        text=QT_TRANSLATE_NOOP("actions", "&Add Scene"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a copy after this scene and go on there"),
        run=lambda host: host.documents.scenes.add(),
        enabled=lambda host: host.documents.scenes.count < MOST_SCENES,
    ),
    ActionSpec(
        key="scene.remove",
        text=QT_TRANSLATE_NOOP("actions", "&Remove Scene"),
        tip=QT_TRANSLATE_NOOP("actions", "Remove this scene from the document"),
        run=lambda host: host.documents.scenes.remove(),
        enabled=lambda host: host.documents.scenes.count > 1,
    ),
    ActionSpec(
        key="scene.previous",
        text=QT_TRANSLATE_NOOP("actions", "&Previous Scene"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the scene before this one"),
        run=lambda host: _step(host, -1),
        shortcuts=("PgUp",),
        enabled=lambda host: _may_step(host, -1),
    ),
    ActionSpec(
        key="scene.next",
        text=QT_TRANSLATE_NOOP("actions", "Ne&xt Scene"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the scene after this one"),
        run=lambda host: _step(host, 1),
        shortcuts=("PgDown",),
        enabled=lambda host: _may_step(host, 1),
    ),
)
