import ast
import os
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from xentgui import resource
from xentgui.language import translation

TS_FILES = sorted(resource("translations").glob("xentgui_*.ts"))
PACKAGE = Path(translation.__file__).parents[1]
MARKERS = {"QT_TRANSLATE_NOOP", "translate"}


def messages(ts):
    """Return {(context, source): (translation, whether finished)}."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translated = message.find("translation")
            key = (context.findtext("name"), message.findtext("source"))
            found[key] = (translated.text or "", "type" not in translated.attrib)
    return found


def marked_in_the_source():
    """Return what the program marks, read from its syntax tree, and marks that hide their text."""
    texts, hidden = set(), []
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if not any(name in source for name in (*MARKERS, "QT_TRANSLATE_NOOP", "translate")):
            continue
        for call in ast.walk(ast.parse(source)):
            if not isinstance(call, ast.Call) or len(call.args) != 2:
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", None))
            context, text = map(spelled_out, call.args)
            if name in MARKERS and context and text:
                texts.add((context, text))
            elif name == "QT_TRANSLATE_NOOP" or (
                name == "translate" and (text or isinstance(call.args[1], ast.JoinedStr))
            ):
                hidden.append(f"{path.name}:{call.lineno}")
    return texts, hidden


def spelled_out(argument):
    value = getattr(argument, "value", None)
    return value if isinstance(value, str) else None


@pytest.fixture
def english_again(qapp):
    yield
    translation.install(qapp, "en")


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_every_text_is_translated_and_keeps_its_placeholders(ts):
    texts = [(source, *told) for (_, source), told in messages(ts).items()]

    assert len(texts) > 2000
    assert [source for source, translated, finished in texts if not finished] == []
    assert [one for one in texts if not one[1].strip()] == []
    assert [one for one in texts if placeholders(one[1]) != placeholders(one[0])] == []
    assert [one for one in texts if one[1].count("&") != one[0].count("&")] == []
    assert [one for one in texts if one[0].endswith("…") != one[1].endswith("…")] == []


def placeholders(text):
    return sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_every_translation_file_has_exactly_the_texts_of_the_program(ts, tmp_path):
    fresh = Path(shutil.copy(ts, tmp_path))
    translation.update(fresh)

    assert messages(fresh) == messages(ts)
    assert "<location" not in ts.read_text(encoding="utf-8")


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_every_compiled_translation_is_fresh(ts, tmp_path):
    fresh = tmp_path / "fresh.qm"
    translation.release(ts, fresh)

    assert fresh.read_bytes() == ts.with_suffix(".qm").read_bytes()


def test_that_the_extractor_finds_what_the_program_asks_for():
    texts, hidden = marked_in_the_source()
    extracted = set(messages(TS_FILES[0]))

    assert hidden == []
    assert texts - extracted == set()
    assert extracted - texts == set()


def test_that_every_language_is_named_as_its_speakers_write_it():
    assert [(one.code, one.name) for one in translation.languages()] == [
        ("en", "English"),
        ("zh_CN", "简体中文"),
    ]


def test_that_the_language_changes_while_the_program_runs(qapp, qtbot, english_again):
    class Ear(QObject):
        heard = 0

        def eventFilter(self, watched, event):
            self.heard += event.type() == QEvent.Type.LanguageChange
            return False

    widget, ear = QWidget(), Ear()
    qtbot.addWidget(widget)
    widget.installEventFilter(ear)

    assert translation.install(qapp, "zh_CN") == translation.current() == "zh_CN"
    QCoreApplication.sendPostedEvents()
    assert ear.heard == 1
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"

    assert translation.install(qapp, "en") == translation.current() == "en"
    QCoreApplication.sendPostedEvents()
    assert ear.heard == 2
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_that_switching_again_and_again_leaves_no_translator_behind(qapp, english_again):
    before = len(qapp.children())
    for _ in range(3):
        translation.install(qapp, "zh_CN")
        translation.install(qapp, "en")

    assert len(qapp.children()) == before


def test_that_a_language_without_a_translation_leaves_english(qapp, english_again):
    assert translation.install(qapp, "eo") == "en"


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (["zh-CN", "en"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "en"], "en"),
        (["de-CH", "de", "zh"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_that_the_first_language_that_is_spoken_is_taken(wishes, code):
    assert translation.first_spoken(wishes) == code


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt asks the system")
@pytest.mark.parametrize(("wishes", "code"), [("de:zh_CN:en", "zh_CN"), ("en:zh_CN", "en")])
def test_that_the_variable_language_is_honoured(wishes, code):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from xentgui.language import translation as t; print(t.system_language())",
        ],
        env={**os.environ, "LC_ALL": "de_DE.UTF-8", "LANGUAGE": wishes},
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )

    assert done.stdout.strip() == code


@pytest.mark.usefixtures("english_again")
def test_that_nothing_of_a_dialog_for_files_is_left_in_english(qapp, qtbot):
    translation.install(qapp, "zh_CN")

    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    texts = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)]
    assert len(texts) >= 5
    for text in texts:
        assert not text.isascii(), text
