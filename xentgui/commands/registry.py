"""All commands, and all menus as tuples of their keys; the first picture waits for few of them."""

from xentgui.commands.bars import MENU_BAR
from xentgui.commands.classes import CLASSES
from xentgui.commands.compare import COMPARE
from xentgui.commands.edit import EDIT
from xentgui.commands.examples import EXAMPLES, LECTURES, entries, mistakes
from xentgui.commands.export import EXPORT, SHARE
from xentgui.commands.file import FILE, HELP, POINTS, RECENT
from xentgui.commands.loss import LOSS, TARGET
from xentgui.commands.panels import ARRANGE, CARDS, SHOW
from xentgui.commands.samples import SAMPLES
from xentgui.commands.sampling import SAMPLING
from xentgui.commands.scenes import PRESENT, SCENES, STRIP
from xentgui.commands.sorting import FINDING, SORTING, compare_names
from xentgui.commands.spec import ActionSpec, MenuSpec, by_key
from xentgui.commands.train import TRAIN
from xentgui.commands.view import LANGUAGE, THEME, UNIT, VIEW, WORKSPACE
from xentgui.commands.walk import WALK
from xentgui.language.text import QT_TRANSLATE_NOOP

ACTIONS: dict[str, ActionSpec] = by_key(
    (
        *FILE,
        *RECENT,
        *EXPORT,
        *SHARE,
        *LECTURES,
        *PRESENT,
        STRIP,
        *SCENES,
        *SAMPLES,
        *POINTS,
        *EDIT,
        *CLASSES,
        *FINDING,
        *SORTING,
        *TARGET,
        *LOSS,
        *WALK,
        *SAMPLING,
        *TRAIN,
        *EXAMPLES,
        *COMPARE,
        *VIEW,
        *LANGUAGE,
        *WORKSPACE,
        *SHOW,
        *ARRANGE,
        *HELP,
    )
)
"""All commands by key."""

MENUS: dict[str, MenuSpec] = {
    "file": MenuSpec(
        MENU_BAR["file"],
        (
            "file.new",
            "file.open",
            "file.import",
            "points.open",
            "points.save",
            "recent",
            "presets",
            None,
            "file.save",
            "file.save_as",
            "file.revert",
            "file.discarded",
            None,
            "export.figure",
            "export.animation",
            "export.numbers",
            "export.handout",
            None,
            "share",
            "samples",
            None,
            "quit",
        ),
    ),
    "recent": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "Open &Recent"),
        (*(spec.key for spec in RECENT[:-1]), None, RECENT[-1].key),
    ),
    "share": MenuSpec(QT_TRANSLATE_NOOP("actions", "S&hare"), tuple(spec.key for spec in SHARE)),
    "lecture": MenuSpec(
        MENU_BAR["lecture"],
        (*(spec.key for spec in PRESENT), None, "lectures", None, STRIP.key, "scenes"),
    ),
    "lectures": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Open Lecture"), tuple(spec.key for spec in LECTURES)
    ),
    "scenes": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "S&cenes"),
        (*(spec.key for spec in SCENES[:-2]), None, *(spec.key for spec in SCENES[-2:])),
    ),
    "samples": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "Samp&les"),
        (*(spec.key for spec in SAMPLES[1:-1]), None, SAMPLES[-1].key),
    ),
    "presets": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Examples"),
        entries(),
    ),
    "mistakes": MenuSpec(QT_TRANSLATE_NOOP("actions", "Common &Mistakes"), mistakes()),
    "edit": MenuSpec(
        MENU_BAR["edit"],
        (
            "undo",
            "redo",
            "reset",
            None,
            "loss",
            "walk",
            "sampling",
            "train",
            None,
            "copy",
            "paste",
            "export.copy_panel",
            "numbers",
        ),
    ),
    "numbers": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "Copy &Numbers"),
        tuple(spec.key for spec in EXPORT if spec.key.startswith("numbers.")),
    ),
    "classes": MenuSpec(
        MENU_BAR["classes"],
        (
            "class.add",
            "class.duplicate",
            "class.remove",
            "class.rename",
            None,
            "class.up",
            "class.down",
            "sort",
            None,
            "class.find",
            "class.find_next",
            None,
            "target.one_hot",
            "target.uniform",
            "target.normalise",
            "target.hardmax",
        ),
    ),
    "view": MenuSpec(
        MENU_BAR["view"],
        (
            *(spec.key for spec in WORKSPACE),
            None,
            "panels",
            "panel.enlarge",
            "panel.restore",
            "panel.next",
            "panel.previous",
            "layout.reset",
            None,
            "unit",
            "decimals.more",
            "decimals.fewer",
            None,
            "theme",
            "theme.toggle",
            "language",
            None,
            "compare",
            "information.areas",
            None,
            "zoom.in",
            "zoom.out",
            "zoom.reset",
            "motion.reduce",
            "sound",
            "full_screen",
        ),
    ),
    "compare": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Compare With"),
        tuple(spec.key for spec in COMPARE),
    ),
    "panels": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Panels"),
        (
            *(f"show.{key}" for key, _ in CARDS),
            None,
            *(spec.key for spec in SHOW[len(CARDS) :]),
        ),
    ),
    "loss": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Loss"), tuple(spec.key for spec in LOSS)),
    "walk": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Descent"), tuple(spec.key for spec in WALK)),
    "sort": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "S&ort"),
        tuple(spec.key for spec in SORTING),
        opening=compare_names,
    ),
    "sampling": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "Samplin&g"),
        (
            *(spec.key for spec in SAMPLING[:4]),
            None,
            *(spec.key for spec in SAMPLING[4:6]),
            None,
            SAMPLING[6].key,
        ),
    ),
    "train": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Training"), tuple(spec.key for spec in TRAIN)),
    "unit": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Unit"), tuple(spec.key for spec in UNIT)),
    "theme": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Theme"), tuple(spec.key for spec in THEME)),
    "language": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Language"),
        tuple(spec.key for spec in LANGUAGE),
    ),
    "help": MenuSpec(
        MENU_BAR["help"],
        (
            "help.guide",
            "help.card",
            "help.shortcuts",
            None,
            "help.tour",
            "help.hints",
            None,
            "help.about",
        ),
    ),
}
"""All menus by key."""

__all__ = ["ACTIONS", "MENUS"]
