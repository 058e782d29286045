"""No place forgets a field of `State`: what copies, compares, keeps, writes or edits one.

A new field is looked at here without a change of this file.
"""

from __future__ import annotations

import copy
import json
import math
import pickle
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from xentgui.documents import preset_file, work
from xentgui.documents.document import Document, Scene, decode, encode
from xentgui.documents.place import Place
from xentgui.documents.scene import subjects_of
from xentgui.documents.steps import step as steps
from xentgui.documents.steps.step import EditStep
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import READOUTS
from xentgui.model import State, derive, edits
from xentgui.model.setting import ChoiceSetting, NumberSetting, WholeSetting
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings, mentioned
from xentgui.model.state import PARTS
from xentgui.model.subjects import BareLogits
from xentgui.program.options import CommandLine
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.words import parse
from xentgui.reading.batch import batch
from xentgui.reading.samples.row_state import neutral_state, row_state
from xentgui.window.controls.idle_scan import SETTLE_MS, IdleScan


def _unusual(setting: NumberSetting | ChoiceSetting, nth: int) -> float | str:
    """Return the `nth` of the values of `setting` that are not the default."""
    if isinstance(setting, ChoiceSetting):
        others = [key for key in setting.choices if key != setting.default]
        return (others or [setting.default])[nth % max(len(others), 1)]
    least = setting.least if math.isfinite(setting.least) else -8.0
    most = setting.most if math.isfinite(setting.most) else least + 8.0
    between = [least + (most - least) * share for share in (0.125, 0.375, 0.625, 0.875)]
    if isinstance(setting, WholeSetting):
        between = [float(round(value)) for value in between]
    return [value for value in between if value != setting.default][nth]


BASE: dict[str, Any] = {
    "labels": ("cat", "dog", "owl"),
    "logits": (2.5, -math.inf, 0.5),
    "target": (0.75, 0.5, 0.0),
    "colors": (0, 5, 1),
    **{key: _unusual(setting, 0) for key, setting in SETTINGS.items()},
}
OTHER: dict[str, Any] = {
    "labels": ("cat", "dog", "emu"),
    "logits": (2.5, -math.inf, 0.25),
    "target": (0.5, 0.5, 0.0),
    "colors": (0, 5, 2),
    **{key: _unusual(setting, 1) for key, setting in SETTINGS.items()},
}
STATE = State(**BASE)
# A choice that is newer than version 1 is not written while it is the usual one.
MENTIONED = {*BASE} - {*SETTINGS} | {*mentioned(STATE)}
# A choice of which there is only one cannot differ.
DIFFERENT = [name for name in BASE if OTHER[name] != BASE[name]]


def _parts(state: State) -> dict[str, Any]:
    return {name: getattr(state, name) for name in BASE}


def test_that_every_field_that_is_set_is_looked_at_here() -> None:
    assert set(BASE) == {field.name for field in fields(State) if field.init} == set(PARTS)
    assert set(SETTINGS) == {field.name for field in fields(ScalarSettings)}
    assert all(setting.key == key for key, setting in SETTINGS.items())


@pytest.mark.parametrize("name", DIFFERENT)
def test_that_states_that_differ_in_a_field_differ(name: str) -> None:
    other = State(**BASE | {name: OTHER[name]})

    assert other != STATE
    assert hash(other) != hash(STATE)
    assert State(**BASE) == STATE
    assert hash(State(**BASE)) == hash(STATE)


def _after_a_step(before: State, after: State) -> State:
    """Return `after` as an undo step makes it that was written and read."""
    step = EditStep.between(BareLogits(before), BareLogits(after), 0, "edit")
    scenes = (Scene(BareLogits(before)),)
    place = Place(scenes, 0, subjects_of(scenes))
    there = steps.decode(json.loads(json.dumps(step.encode())), place)[1]
    assert step.before(there) == place
    assert step.after(place) == there
    return there.scenes[0].state


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        replace,
        lambda state: pickle.loads(pickle.dumps(state)),  # noqa: S301 (our own bytes)
        lambda state: decode(encode(Document((Scene(BareLogits(state)),)))).scenes[0].state,
        lambda state: (
            work.decode(work.encode(work.Work(Document((Scene(BareLogits(state)),)))))
            .document.scenes[0]
            .state
        ),
        lambda state: _after_a_step(State(**BASE | OTHER), state),
        lambda state: _after_a_step(State(["a"] * 9, range(9), [1] * 9), state),
        lambda state: eval(repr(state), {"State": State, "inf": math.inf}),  # noqa: S307 (our own text)
    ],
    ids=[
        "copy",
        "deepcopy",
        "replace",
        "pickle",
        "document",
        "recovery",
        "step",
        "step of all",
        "repr",
    ],
)
def test_that_every_field_survives(again: Callable[[State], State]) -> None:
    assert _parts(again(STATE)) == BASE


def test_that_evaluate_writes_every_field_as_json() -> None:
    written = json.loads(NUMBER_FORMATS["json"].encode(derive(STATE), Looks()))["state"]

    assert list(written) == [name for name in PARTS if name in MENTIONED]
    assert [float(logit) for logit in written.pop("logits")] == list(STATE.logits)
    for name, value in written.items():
        assert (tuple(value) if isinstance(value, list) else value) == BASE[name]


def test_that_every_setting_is_a_read_out_and_a_line_of_every_script() -> None:
    assert set(SETTINGS) <= {one.field for one in READOUTS}
    for key in ("numpy", "pytorch"):
        lines = NUMBER_FORMATS[key].encode(derive(STATE), Looks()).splitlines()
        assert {f"{name} = {BASE[name]!r}" for name in MENTIONED & set(SETTINGS)} <= set(lines)


CLASSES = {"labels", "logits", "target", "colors"}
EDITS: dict[str, tuple[Callable[[State], State], set[str]]] = {
    "add_classes": (lambda s: edits.add_classes(s, ["emu"]), CLASSES),
    "duplicate_classes": (
        lambda s: edits.duplicate_classes(s, [0]),
        CLASSES,
    ),
    "hardmax_target": (edits.hardmax_target, {"target"}),
    "normalised_target": (edits.normalised_target, {"target"}),
    "one_hot": (lambda s: edits.one_hot(s, 2), {"target"}),
    "remove_classes": (lambda s: edits.remove_classes(s, [1]), CLASSES),
    "reorder_classes": (
        lambda s: edits.reorder_classes(s, [2, 0, 1]),
        CLASSES,
    ),
    "uniform_target": (edits.uniform_target, {"target"}),
    "with_information": (lambda s: edits.with_information(s, 0, 0.5), {"logits"}),
    "with_label": (lambda s: edits.with_label(s, 0, "hen"), {"labels"}),
    "with_labels": (lambda s: edits.with_labels(s, ["hen"]), {"labels"}),
    "with_names_moved": (lambda s: edits.with_names_moved(s, ["dog", "cat"]), {"labels", "colors"}),
    "with_logit": (lambda s: edits.with_logit(s, 1, 7.0), {"logits"}),
    "with_probability": (lambda s: edits.with_probability(s, 0, 0.25), {"logits"}),
    "with_softmax": (lambda s: edits.with_softmax(s, 0, 0.25), {"logits"}),
    "with_target": (lambda s: edits.with_target(s, 2, 1.0), {"target"}),
    "with_logits_of": (lambda s: edits.with_logits_of(s, [0, 1], [3.0, 4.0]), {"logits"}),
    "with_target_shares": (lambda s: edits.with_target_shares(s, [0, 1], [0.3, 0.7]), {"target"}),
    "with_target_scaled": (lambda s: edits.with_target_scaled(s, 2, 0.5), {"target"}),
    "with_values": (lambda s: edits.with_values(s, "logits", 0, [0.0]), {"logits"}),
    **{
        f"with_setting {key}": (lambda s, key=key: edits.with_setting(s, key, OTHER[key]), {key})  # type: ignore[misc]
        for key in SETTINGS
        if key in DIFFERENT
    },
}


def test_that_every_edit_is_looked_at_here() -> None:
    known = {name for name in edits.__all__ if name.islower()}

    assert known == {name.split()[0] for name in EDITS}


@pytest.mark.parametrize("name", EDITS)
def test_that_an_edit_keeps_every_field_that_it_does_not_name(name: str) -> None:
    edit, named = EDITS[name]

    after = _parts(edit(STATE))

    assert {part for part in BASE if after[part] != BASE[part]} == named


def _read(*words: str) -> State:
    line = CommandLine("xentgui", "", input_options.options(), input_options.operand())
    arguments = parse(words, line)
    inputs.take_operands(arguments)
    return inputs.read_scene(arguments).state


def _on_the_command_line(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


OPTIONS: dict[str, tuple[str, str | None]] = {
    "--target": (_on_the_command_line(OTHER["target"]), "target"),
    "--labels": (_on_the_command_line(OTHER["labels"]), "labels"),
    "--unit": ("bits", None),
    "--scene": ("1", None),
    "--n": (_on_the_command_line(OTHER["draws"]), "draws"),
    **{one.option: (_on_the_command_line(OTHER[key]), key) for key, one in SETTINGS.items()},
}


def test_that_every_option_that_goes_with_a_document_is_looked_at_here() -> None:
    options = {name for option in input_options.options() for name in option.names}

    of_other_files = {"--logits", "--row", "--as", "--names", "--target-column", "--skip"}
    assert options - set(OPTIONS) == of_other_files


@pytest.mark.always
@pytest.mark.parametrize("option", OPTIONS)
def test_that_an_option_keeps_every_field_of_the_file_that_it_does_not_name(
    tmp_path: Path, option: str
) -> None:
    path = tmp_path / "three.xent.json"
    path.write_text(encode(Document((Scene(BareLogits(STATE)),))), encoding="utf-8")
    value, named = OPTIONS[option]

    assert _parts(_read(str(path))) == BASE
    changed = {} if named is None else {named: OTHER[named]}
    assert _parts(_read(str(path), option, value)) == BASE | changed


def test_that_all_settings_can_be_given_beside_logits_and_beside_a_row(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("2.5,-inf,0.5\n0,0,1\n", encoding="utf-8")
    words = [
        word
        for key, setting in SETTINGS.items()
        for word in (setting.option, _on_the_command_line(BASE[key]))
    ]
    shared = [*words, "--labels=cat,dog,owl", "--target=0.75,0.5,0"]

    in_order = BASE | {"colors": ()}
    assert _parts(_read("--logits=2.5,-inf,0.5", *shared)) == in_order
    assert _parts(_read(str(path), "--row=0", *shared)) == in_order


@pytest.mark.parametrize("classes", [3, 4], ids=["as many classes", "other classes"])
def test_that_another_row_keeps_every_setting(classes: int) -> None:
    rows = batch("a.npy", np.zeros((2, classes)))

    for like in (STATE, neutral_state(rows, ScalarSettings.of(STATE))):
        shown = row_state(rows, 1, like)
        assert ScalarSettings.of(shown) == ScalarSettings.of(STATE)


def test_that_a_preset_can_set_every_setting(tmp_path: Path) -> None:
    path = tmp_path / "10-three.json"
    named = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in BASE.items()
        if name != "colors"
    }
    named["logits"][1] = "-inf"
    path.write_text(json.dumps({"title": {"en": "Three"}, **named}), encoding="utf-8")

    assert _parts(preset_file.read(path).state()) == BASE | {"colors": ()}


OF_LOSSES = [name for name in DIFFERENT if name in SETTINGS and not SETTINGS[name].of_draws]


@pytest.mark.parametrize("name", OF_LOSSES)
def test_that_many_samples_are_looked_at_anew_when_a_setting_changes(
    qtbot: QtBot, name: str
) -> None:
    idle = IdleScan()
    idle.look_at(batch("a.npy", np.zeros((2, 3))), STATE)

    with qtbot.waitSignal(idle.begun):
        idle.follow(State(**BASE | {name: OTHER[name]}))

    assert idle.scan is not None
    assert getattr(idle.scan.settings, name) == OTHER[name]
    idle.close()


def test_that_many_samples_are_left_alone_when_settings_come_back_or_logits_change(
    qtbot: QtBot,
) -> None:
    idle = IdleScan()
    idle.look_at(batch("a.npy", np.zeros((2, 3))), STATE)

    with qtbot.assertNotEmitted(idle.begun, wait=SETTLE_MS + 100):
        idle.follow(State(**OTHER))
        idle.follow(STATE)
        idle.follow(State(**BASE | {"draws": 7.0, "top_k": 2.0}))
        idle.follow(edits.with_logit(STATE, 0, 1.0))

    idle.close()
