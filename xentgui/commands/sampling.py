"""Commands that draw, and that set up the sampler."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import State, edits
from xentgui.model.sampling.settings import (
    DRAWS,
    MOST_DRAWS,
    ORDER,
    SEED,
    STAGES,
    TEMPERATURE_LAST,
)
from xentgui.model.subjects import OnState

_STEP = QT_TRANSLATE_NOOP("actions", "Draw")
_ORDER_STEP = QT_TRANSLATE_NOOP("actions", "Set Up the Sampler")
_OFF = {"top_k": 0.0, "top_p": 1.0, "min_p": 0.0, "typical": 1.0}


def _with(state: State, values: dict[str, float | str]) -> State:
    for key, value in values.items():
        state = edits.with_setting(state, key, value)
    return state


def _draw(host: Host, factor: float, more: float = 0.0) -> None:
    def edit(state: State) -> State:
        count = min(max(float(round(state.draws * factor + more)), 1.0), float(MOST_DRAWS))
        return edits.with_setting(state, DRAWS.key, count)

    host.store.edit(OnState(edit), translate("actions", _STEP))


def _again(host: Host) -> None:
    def edit(state: State) -> State:
        seed = 0.0 if state.seed >= SEED.most else state.seed + 1.0
        return edits.with_setting(state, SEED.key, seed)

    host.store.edit(OnState(edit), translate("actions", _STEP))


def _set_up(host: Host, values: dict[str, float | str]) -> None:
    edit = OnState(lambda state: _with(state, values))
    host.store.edit(edit, translate("actions", _ORDER_STEP))


def _order(key: str, text: str, tip: str, stages: tuple[str, ...]) -> ActionSpec:
    order = ",".join(stages)
    return ActionSpec(
        key=f"sampling.{key}",
        text=text,
        tip=tip,
        run=lambda host: _set_up(host, {ORDER.key: order}),
        checked=lambda host: host.store.snapshot.state.order == order,
    )


SAMPLING = (
    ActionSpec(
        key="sampling.one",
        text=QT_TRANSLATE_NOOP("actions", "&One More Draw"),
        tip=QT_TRANSLATE_NOOP("actions", "Draw once more from p"),
        run=lambda host: _draw(host, 1.0, 1.0),
    ),
    ActionSpec(
        key="sampling.more",
        text=QT_TRANSLATE_NOOP("actions", "&Ten Times as Many Draws"),
        tip=QT_TRANSLATE_NOOP("actions", "Draw ten times as often, at most a million times"),
        run=lambda host: _draw(host, 10.0),
    ),
    ActionSpec(
        key="sampling.fewer",
        text=QT_TRANSLATE_NOOP("actions", "A Tenth of the &Draws"),
        tip=QT_TRANSLATE_NOOP("actions", "Go back to the first tenth of the draws"),
        run=lambda host: _draw(host, 0.1),
    ),
    ActionSpec(
        key="sampling.again",
        text=QT_TRANSLATE_NOOP("actions", "Draw &Again"),
        tip=QT_TRANSLATE_NOOP("actions", "Take other draws, with the next seed"),
        run=_again,
    ),
    _order(
        "temperature_first",
        QT_TRANSLATE_NOOP("actions", "Temperature &First, as transformers"),
        QT_TRANSLATE_NOOP(
            "actions", "Divide by the temperature, then top-k, top-p, min-p and typical-p"
        ),
        STAGES,
    ),
    _order(
        "temperature_last",
        QT_TRANSLATE_NOOP("actions", "Temperature &Last, as llama.cpp"),
        QT_TRANSLATE_NOOP(
            "actions", "Top-k, typical-p, top-p and min-p, then divide by the temperature"
        ),
        TEMPERATURE_LAST,
    ),
    ActionSpec(
        key="sampling.keep_all",
        text=QT_TRANSLATE_NOOP("actions", "&Keep All Classes"),
        tip=QT_TRANSLATE_NOOP("actions", "Switch top-k, top-p, min-p and typical-p off"),
        run=lambda host: _set_up(host, dict(_OFF)),
        enabled=lambda host: any(
            getattr(host.store.snapshot.state, key) != value for key, value in _OFF.items()
        ),
    ),
)
