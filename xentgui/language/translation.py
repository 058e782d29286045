"""The languages that people can choose, also while the program runs.

The source is English; every other language is a pair of files in ``resources/translations``, the
``.ts`` that translators edit and the ``.qm`` that is read.  After a text was added or translated,
a developer brings both up to date with

    python -m xentgui.language.translation
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from xentgui import resource
from xentgui.language.text import QT_TRANSLATE_NOOP, forget_translations, translate

ENGLISH = "en"
_MARK = QT_TRANSLATE_NOOP("language", "en")  # its translation is the language's own code
_OF_QT = (
    # What Qt's own translations of its dialogs lack.
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    # Keys, as they are printed on keyboards.
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
)


class Language(NamedTuple):
    """A language the program speaks: its code ("zh_CN"), and its name as its speakers write it."""

    code: str
    name: str


@cache
def languages() -> tuple[Language, ...]:
    """Return English and every language that has a translation, in the order of their codes."""
    codes = sorted(path.stem.partition("_")[2] for path in _folder().glob("xentgui_*.qm"))
    translated = (Language(code, QLocale(code).nativeLanguageName()) for code in codes)
    return (Language(ENGLISH, "English"), *translated)


def system_language() -> str:
    """Return the code of the language of the person's system; LANGUAGE is honoured."""
    return first_spoken(QLocale.system().uiLanguages())


def first_spoken(wishes: Iterable[str]) -> str:
    """Return the code of the first of `wishes`, such as "de-CH", that the program speaks.

    Regions do not matter, but scripts do: simplified Chinese does not match a wish for traditional.
    """
    spoken = {_written(one.code): one.code for one in languages()}
    return next((spoken[one] for one in map(_written, wishes) if one in spoken), ENGLISH)


def current() -> str:
    """Return the code of the current language."""
    return translate("language", _MARK)


_installed: list[QTranslator] = []


def install(app: QCoreApplication, language: str = "") -> str:
    """Let `app` speak `language`, or the person's own if it is empty; return its code.

    Open windows get a LanguageChange event.  Qt's own texts, as on the buttons of dialogs, change
    as well.  For a language without a translation, English stays.
    """
    code = language or system_language()
    qt_files = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # They are kept here, because `children` would wrap every translator of Qt's, which is slow.
    before = [translator for translator in _installed if translator.parent() is app]
    _installed.clear()
    for name, folder in ((f"qtbase_{code}", qt_files), (f"xentgui_{code}", _folder())):
        translator = QTranslator(app)
        if code != ENGLISH and translator.load(name, str(folder)):
            app.installTranslator(translator)  # Qt tries it before those installed earlier
            _installed.append(translator)
        else:
            translator.setParent(None)
    for translator in before:
        app.removeTranslator(translator)
        translator.setParent(None)
    forget_translations()
    return current()


@cache
def load(language: str) -> QTranslator:
    """Return the translator into `language`, not installed; for English it is empty."""
    translator = QTranslator()
    if language != ENGLISH:
        translator.load(f"xentgui_{language}", str(_folder()))
    return translator


def _folder() -> Path:
    return resource("translations")


def _written(tag: str) -> tuple[QLocale.Language, QLocale.Script]:
    locale = QLocale(tag)
    return locale.language(), locale.script()


def update(ts: Path) -> None:
    """Bring the texts of `ts` up to date with the source, keeping its translations."""
    package = Path(__file__).parents[1]
    _run(
        *("lupdate", "-silent", "-extensions", "py", package.name),
        *("-locations", "none", "-no-obsolete", "-sort-messages"),
        # A guess from a similar text would be easy to overlook.
        *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
        *("-source-language", ENGLISH, "-target-language", ts.stem.partition("_")[2]),
        *("-ts", str(ts)),
        folder=package.parent,
    )


def release(ts: Path, qm: Path) -> None:
    """Compile the finished translations of `ts` into `qm`; the same texts give the same bytes."""
    _run("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(qm), folder=ts.parent)


def main() -> int:
    """Bring all translations up to date; say what is left to translate."""
    for ts in sorted(_folder().glob("xentgui_*.ts")):
        update(ts)
        release(ts, ts.with_suffix(".qm"))
        missing = ts.read_text(encoding="utf-8").count('type="unfinished"')
        sys.stdout.write(f"{ts.name}: {missing} texts left to translate\n")
    return 0


def _run(tool: str, *arguments: str, folder: Path) -> None:
    """Run one of the translation tools that come with PySide6."""
    # Only developers need these modules; the program starts without them.
    import subprocess  # noqa: PLC0415

    import PySide6  # noqa: PLC0415

    program = Path(PySide6.__file__).parent / (tool + (".exe" if sys.platform == "win32" else ""))
    subprocess.run([program, *arguments], cwd=folder, check=True)  # noqa: S603 - our own arguments


if __name__ == "__main__":
    raise SystemExit(main())
