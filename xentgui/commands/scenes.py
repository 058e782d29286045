"""Commands on the scenes of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model.checks import MOST_SCENES

if TYPE_CHECKING:
    from xentgui.commands.host import Host


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


def _present(*, in_window: bool) -> Callable[[Host], None]:
    return lambda host: host.presenter.toggle(in_window=in_window)


PRESENT = (
    ActionSpec(
        key="present",
        text=QT_TRANSLATE_NOOP("actions", "Pre&sent"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Present the scenes in full screen, from this one; F5 or Esc leaves"
        ),
        run=_present(in_window=False),
        shortcuts=("F5", "Shift+F5"),
        icon="present",
    ),
    ActionSpec(
        key="present.window",
        text=QT_TRANSLATE_NOOP("actions", "Present in a &Window"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Two windows, to share one of them: for the audience and for yourself"
        ),
        run=_present(in_window=True),
        shortcuts=("Ctrl+F5",),
    ),
)

STRIP = ActionSpec(
    key="scene.strip",
    text=QT_TRANSLATE_NOOP("actions", "Str&ip of Scenes"),
    tip=QT_TRANSLATE_NOOP("actions", "Show the scenes as small pictures, to choose and to drag"),
    run=lambda host: host.strip.toggle(),
    checked=lambda host: host.strip.is_shown,
)

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
        key="scene.staging",
        text=QT_TRANSLATE_NOOP("actions", "&Steps and Motion…"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Say what is emphasised and hidden, and what happens step by step"
        ),
        run=lambda host: host.documents.scenes.ask_staging(),
    ),
    ActionSpec(
        key="scene.add",
        text=QT_TRANSLATE_NOOP("actions", "&Add Scene"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Add a scene with the numbers and the look of the window, and go on there"
        ),
        run=lambda host: host.documents.scenes.add(),
        enabled=lambda host: host.documents.scenes.count < MOST_SCENES,
    ),
    ActionSpec(
        key="scene.duplicate",
        text=QT_TRANSLATE_NOOP("actions", "D&uplicate Scene"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a copy with words, notes and steps, and go on there"),
        run=lambda host: host.documents.scenes.duplicate(),
        enabled=lambda host: host.documents.scenes.count < MOST_SCENES,
    ),
    ActionSpec(
        key="scene.earlier",
        text=QT_TRANSLATE_NOOP("actions", "Move Scene &Earlier"),
        tip=QT_TRANSLATE_NOOP("actions", "Change places with the scene before"),
        run=lambda host: host.documents.scenes.move(-1),
        enabled=lambda host: host.documents.scenes.place > 0,
    ),
    ActionSpec(
        key="scene.later",
        text=QT_TRANSLATE_NOOP("actions", "Move Scene &Later"),
        tip=QT_TRANSLATE_NOOP("actions", "Change places with the scene after"),
        run=lambda host: host.documents.scenes.move(1),
        enabled=lambda host: host.documents.scenes.place + 1 < host.documents.scenes.count,
    ),
    ActionSpec(
        key="scene.look",
        text=QT_TRANSLATE_NOOP("actions", "&Keep the Look in the Scene"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Keep workspace, ghost, areas, stages, axes and emphasis as the window shows them",
        ),
        run=lambda host: host.documents.scenes.take_look(),
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
