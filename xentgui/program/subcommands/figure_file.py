"""Turns the arguments of ``xentgui export`` into the bytes of a file."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from xentgui.documents import document_text
from xentgui.documents.scene import Document, Scene
from xentgui.documents.texts import in_language
from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS
from xentgui.export.spec import USUAL_PANELS, FigureSpec
from xentgui.model import derive
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.sampling.fit import fit_of
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.subjects import Edit, OfSample
from xentgui.model.view import View
from xentgui.program.subcommands.inputs import ManySamples, as_typed, read_input, scene_of
from xentgui.program.usage import UsageError, nearest
from xentgui.program.words import Arguments
from xentgui.reading.samples.row_state import row_state
from xentgui.reading.samples.scan import Scan

_PIXELS = (1600.0, 900.0)
_WITH_ROWS = ("rows", "calibration")
"""The keys of the panels that show the rows of a matrix."""

_NO_FORMAT = QT_TRANSLATE_NOOP(
    "cli",
    "The name {name} does not say which format. End it with {endings}, or give --format.",
)
_STILL = QT_TRANSLATE_NOOP(
    "cli",
    "A sweep is written as {choices}, and {value} cannot hold an animation. Choose another format.",
)
_NO_SWEEP = QT_TRANSLATE_NOOP(
    "cli", "{value} needs --sweep, for example --sweep temperature=0.1:5."
)
_NO_PANEL = QT_TRANSLATE_NOOP("cli", "There is no panel “{value}”. Choose from: {choices}.")


def figure_file(arguments: Arguments) -> Callable[[], bytes]:
    """Return the function that makes the bytes, to be called once Qt can be imported.

    Everything that needs no Qt is checked here; raises RefusedError and OSError.
    """
    key = _format(arguments)
    found = read_input(arguments)
    scene = scene_of(found)
    samples = found if isinstance(found, ManySamples) else None
    with as_typed():
        spec = _spec(arguments, scene)
    document = "" if arguments.no_state else document_text.encode(Document((scene,)))
    if arguments.sweep is not None:
        what, start, stop = arguments.sweep
        return lambda: _moving(arguments, key, spec, scene, document, what, start, stop)
    return lambda: _encode(arguments, key, spec, scene, document, samples)


def _moving(
    arguments: Arguments,
    key: str,
    spec: FigureSpec,
    scene: Scene,
    document: str,
    what: str,
    start: float,
    stop: float,
) -> bytes:
    # Qt can lack a library, which `preflight.check` reports before the import.
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from xentgui.export.animation.animation import Animation  # noqa: PLC0415
    from xentgui.export.animation.sweep import Sweep  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(["xentgui"])
    assert application is not None
    number = what.removeprefix("logit")
    if what.startswith("logit") and number.isdecimal():
        what, index = "logit", int(number) - 1
    else:
        index = 0
    spec = _with_panels(arguments, spec)
    with as_typed():
        states = Sweep(what, start, stop, arguments.frames, index).states(scene.state)
        view = _view(arguments, scene)
        subjects = tuple(map(scene.subject.absorb, states))
    with as_typed():
        animation = Animation(spec, view, states, arguments.fps, document, subjects)
    animation = animation.fitted()
    return ANIMATION_FORMATS[key].encode(animation, None)


def _encode(
    arguments: Arguments,
    key: str,
    spec: FigureSpec,
    scene: Scene,
    document: str,
    samples: ManySamples | None,
) -> bytes:
    # As above.
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from xentgui.export.figure import Figure  # noqa: PLC0415
    from xentgui.export.figure_size import fitted  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(["xentgui"])
    assert application is not None
    spec = _with_panels(arguments, spec)
    snapshot, view = derive(scene.state, scene.subject), _view(arguments, scene)
    if samples is not None and set(spec.panels) & set(_WITH_ROWS):
        view = replace(view, rows=_rows_of(samples))
    figure = Figure(fitted(spec, snapshot, view), snapshot, view, document)
    with as_typed():  # a size can be too large for a format
        return EXPORT_FORMATS[key].encode(figure)


def _spec(arguments: Arguments, scene: Scene) -> FigureSpec:
    language = arguments.lang
    looks: dict[str, Any] = {
        "style": arguments.style,
        "theme": arguments.theme,
        "background": arguments.background,
        "svg_text": arguments.svg_text,
        "family": arguments.family,
        "language": language,
        "titles": not arguments.no_titles,
        "formulas": not arguments.no_formulas,
        "values": not arguments.no_values,
        "heading": _first(arguments.heading, in_language(scene.title, language)),
        "caption": _first(arguments.caption, in_language(scene.caption, language)),
        "font_size": arguments.font_size,
    }
    panels = tuple(scene.panels or USUAL_PANELS)
    if arguments.cm is not None:
        width, height = arguments.cm
        return FigureSpec.in_centimetres(panels, width, height, arguments.dpi or 300.0, **looks)
    width, height = arguments.size or _PIXELS
    return FigureSpec.in_pixels(panels, width, height, **looks)


def _with_panels(arguments: Arguments, spec: FigureSpec) -> FigureSpec:
    """Return `spec` with the panels that were typed, each by its key or by its name."""
    from xentgui.panels import PANELS  # noqa: PLC0415 - it needs Qt

    typed = [name for names in arguments.panel for name in names]
    by_name: dict[str, str] = {}
    for panel in PANELS:
        translated = arguments.catalog.translate("panels", panel.title)
        for name in (panel.title, translated, panel.key):
            by_name[name.casefold()] = panel.key
    for name in typed:
        if name.casefold() not in by_name:
            choices = ", ".join(panel.key for panel in PANELS)
            raise UsageError(_NO_PANEL, near=nearest(name, by_name), value=name, choices=choices)
    keys = dict.fromkeys(by_name[name.casefold()] for name in typed)
    return replace(spec, panels=tuple(keys)) if keys else spec


def _view(arguments: Arguments, scene: Scene) -> View:
    """Return the view with what was chosen about panels; raises UsageError."""
    from xentgui.program.subcommands.typed_choices import typed_choices  # noqa: PLC0415 - needs Qt

    chosen = typed_choices(arguments.choose, derive(scene.state, scene.subject))
    return View(unit=scene.unit, choices=chosen)


def _first(given: str | None, otherwise: str) -> str:
    return otherwise if given is None else given


def _format(arguments: Arguments) -> str:
    key = arguments.format or Path(arguments.output).suffix.lower().removeprefix(".")
    if key not in (*EXPORT_FORMATS, *ANIMATION_FORMATS):
        *endings, last = (f".{known}" for known in EXPORT_FORMATS)
        either = f"{', '.join(endings)} or {last}"
        raise UsageError(_NO_FORMAT, name=arguments.output, endings=either)
    if arguments.sweep is not None and key not in ANIMATION_FORMATS:
        raise UsageError(_STILL, choices=", ".join(ANIMATION_FORMATS), value=key)
    if arguments.sweep is None and key in ANIMATION_FORMATS:
        raise UsageError(_NO_SWEEP, value=key)
    return str(key)


def _rows_of(samples: ManySamples) -> SeenRows:
    """Return what there is to know of all rows, of which the first is shown."""
    batch = samples.batch
    scan = Scan(batch, samples.settings, math.inf)
    while not scan.done:
        scan.advance()
    some = scan.some.all()

    def to_row(row: int) -> Edit:
        return OfSample(lambda state: row_state(batch, row, state))

    return SeenRows(
        name=batch.name,
        count=batch.samples,
        reached=scan.reached,
        row=0,
        losses=scan.losses,
        entropy=scan.entropy,
        confidence=scan.confidence,
        correct=scan.correct,
        mean_loss=scan.mean_loss,
        fit=None if some is None else fit_of(*some),
        to_row=to_row,
    )
