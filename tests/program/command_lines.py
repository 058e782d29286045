"""Command lines as people type them, and what is made of each.

``python -m tests.program.command_lines`` writes them as a table, with the answers of the program.
"""

from __future__ import annotations

import contextlib
import io
import shlex
import sys
from typing import NamedTuple


class Accepted(NamedTuple):
    """Words that are understood, and the words in full that mean the same."""

    typed: str
    means: str

    def words(self) -> list[str]:
        return shlex.split(self.typed)


class Refused(NamedTuple):
    """Words that are refused with exit code 2, and parts of the sentence that says why."""

    typed: str
    said: tuple[str, ...]

    def words(self) -> list[str]:
        return shlex.split(self.typed)


_EXAMPLE = "evaluate --logits=2,1,0 --target=1,0,0"

ACCEPTED = (
    Accepted('evaluate --logits "2 1 0"', _EXAMPLE),
    Accepted('evaluate --logits "[2, 1, 0]"', _EXAMPLE),
    Accepted('evaluate --logits "tensor([2., 1., 0.])"', _EXAMPLE),
    Accepted("evaluate --logits 2 1 0", _EXAMPLE),
    Accepted("evaluate --logits 2, 1, 0", _EXAMPLE),
    Accepted('evaluate --logits "2,0;1,0;0"', _EXAMPLE),
    Accepted("evaluate --logits 2，1，0", _EXAMPLE),
    Accepted("evaluate 2,1,0", _EXAMPLE),
    Accepted("evaluate 2 1 0", _EXAMPLE),
    Accepted("evaluate --logits 4/2,exp(0),0", _EXAMPLE),
    Accepted("evaluate --logits -1.46,2.33", "evaluate --logits=-1.46,2.33 --target=1,0"),
    Accepted("evaluate -1.46 2.33", "evaluate --logits=-1.46,2.33 --target=1,0"),
    Accepted("evaluate --logits -inf,2.33", "evaluate --logits=-inf,2.33 --target=1,0"),
    Accepted("evaluate -- -1.46,2.33", "evaluate --logits=-1.46,2.33 --target=1,0"),
    Accepted(
        "evaluate 2,1,0 --labels cat,dog,owl --target dog",
        "evaluate --logits=2,1,0 --labels=cat,dog,owl --target=0,1,0",
    ),
    Accepted(
        'evaluate 2,1,0 --labels "cat dog owl" --target Dog',
        "evaluate --logits=2,1,0 --labels=cat,dog,owl --target=0,1,0",
    ),
    Accepted(
        """evaluate 2,1,0 --labels '"cat,tabby" dog owl' --target cat,tabby""",
        'evaluate --logits=2,1,0 --labels="cat,tabby",dog,owl --target=1,0,0',
    ),
    Accepted('evaluate 2,1,0 --target "class 2"', "evaluate --logits=2,1,0 --target=0,1,0"),
    Accepted(
        "evaluate 2,1,0 --labels 7,8,9 --target 8",
        "evaluate --logits=2,1,0 --labels=7,8,9 --target=0,1,0",
    ),
    Accepted('evaluate 2,1,0 --target "0 1 0"', "evaluate --logits=2,1,0 --target=0,1,0"),
    Accepted("evaluate 2,1,0 --target 0 1 0", "evaluate --logits=2,1,0 --target=0,1,0"),
    Accepted("evaluate 2,1,0 --target 50%,1/2,0", "evaluate --logits=2,1,0 --target=0.5,0.5,0"),
    Accepted("evaluate 2,1,0 --unit Bit", f"{_EXAMPLE} --unit=bits"),
    Accepted("evaluate 2,1,0 --temp 1/2", f"{_EXAMPLE} --temperature=0.5"),
    Accepted("evaluate 2,1,0 --format JSON", f"{_EXAMPLE} --format=json"),
    Accepted("evaluate 2,1,0 --columns logit、P", f"{_EXAMPLE} --columns=logit,p"),
    Accepted("evaluate 2,1,0 --lang zh", f"{_EXAMPLE} --lang=zh_CN"),
    Accepted("evaluate 2,1,0 --lang zh-cn", f"{_EXAMPLE} --lang=zh_CN"),
    Accepted("help evaluate", "evaluate --help"),
    Accepted("help", "--help"),
    Accepted("-V", "--version"),
    Accepted("evaluate -V", "--version"),
)

PICTURES = (
    Accepted(
        "export 2,1,0 -o - --format svg --panel Distribution,Information",
        "export --logits=2,1,0 --target=1,0,0 -o - --format=svg "
        "--panel=distribution --panel=information",
    ),
    Accepted(
        "export 2,1,0 -o- --format svg --panel 信息量 --lang zh",
        "export --logits=2,1,0 --target=1,0,0 -o - --format=svg --panel=information --lang=zh_CN",
    ),
    Accepted(
        "export 2,1,0 -o - --format svg --panel trace --choose 'Trace.Axis = Log'",
        "export --logits=2,1,0 --target=1,0,0 -o - --format=svg --panel=trace "
        "--choose=trace.axis=log",
    ),
    Accepted(
        "export 2,1,0 -o - --format SVG --size 800*450 --theme Dark",
        "export --logits=2,1,0 --target=1,0,0 -o - --format=svg --size=800x450 --theme=dark",
    ),
)
"""Those that need Qt, each in a process of its own."""

REFUSED = (
    Refused(
        "evaluate 2,1,0 --target 1",
        ("1 could be class 1 counted from 1 (“class 1”)", "counted from 0 (“class 2”)", "1,0,0"),
    ),
    Refused("evaluate 2,1,0 --target 3", ("from 1 (“class 3”)", "counted from 0 (–)", "0,0,1")),
    Refused(
        "evaluate 2,1,0 --labels cat,dog,owl --target cta", ("no class “cta”", "Did you mean cat?")
    ),
    Refused("evaluate 2,1,0 --target 1,2", ("3 logits", "2 targets")),
    Refused("evaluate 2,1,0 --target 1,x,0", ("--target", "“x”")),
    Refused("evaluate 2", ("at least two classes",)),
    Refused("evaluate 1,nan", ("nan",)),
    Refused("evaluate --logits 1,nan", ("--logits: ", "“nan”")),
    Refused('evaluate --logits ""', ("--logits: There are no numbers",)),
    Refused(
        "evaluate 2,1 --labels '\"cat, tabby,dog'",
        ("--labels: ", '“"cat, tabby,dog”', '"a, b",c'),
    ),
    Refused("evaluate --logits", ("--logits needs a value", "--logits Z,…")),
    Refused("evaluate --logits --unit bits", ("--logits needs a value",)),
    Refused("evaluate 2,1,0 --logits 1,2", ("logits twice",)),
    Refused("evaluate a.csv --logits 1,2", ("FILE and --logits do not go together",)),
    Refused("evaluate --logits 1,2 --row 1", ("--row and --logits do not go together",)),
    Refused("evaluate a.csv b.csv", ("One file at a time",)),
    Refused("evaluate 2,1,0 --temprature 2", ("--temprature", "Did you mean --temperature?")),
    Refused("evaluate 2,1,0 --temperature -1", ("temperature is −1",)),
    Refused("evaluate 2,1,0 --unit bats", ("bats", "nats, bits, dits", "Did you mean")),
    Refused("evaluate 2,1,0 --format jsn", ("Did you mean json?",)),
    Refused("evaluate 2,1,0 --columns logits", ("Did you mean logit?", "gradient")),
    Refused("export 2,1,0 -o a.svg --svg-text text", ("outlines, embedded, named",)),
    Refused("evaluate 2,1,0 --decimals 0", ("--decimals", "from 1 to 15")),
    Refused("evaluate 2,1,0 --row one", ("--row: “one” is not a whole number",)),
    Refused("evaluate 2,1,0 --lang tlh", ("tlh", "en, zh_CN")),
    Refused("evaluate 2,1,0 -o a.png", ("a.png is the name of a picture", "xentgui export")),
    Refused("evaluate 2,1,0 -x", ("There is no option -x",)),
    Refused("evaluate 2,1,0 --l 1", ("--l could be ", "--labels", "--logits")),
    Refused("evalute 2,1,0", ("Did you mean evaluate?",)),
    Refused("exprot", ("Did you mean export?",)),
    Refused("--lang tlh", ("tlh", "en, zh_CN")),
    Refused("--theme drak", ("Did you mean dark?",)),
    Refused("--langauge zh", ("Did you mean --lang?",)),
    Refused("a.xent.json b.xent.json", ("One file at a time",)),
    Refused("2,1,0 --target 1", ("counted from 0",)),
    Refused("2", ("at least two classes",)),
    Refused("present", ("Say what is to be presented", "cross-entropy")),
    Refused("present cross-entropi", ("Did you mean cross-entropy?",)),
    Refused("present a.xent.json b.xent.json", ("One lecture at a time",)),
    Refused("export 2,1,0", ("There is no output", "-o figure.svg")),
    Refused("export 2,1,0 -o a.txt", ("a.txt does not say which format", ".svg", "--format")),
    Refused("export 2,1,0 -o a.gif", ("gif needs --sweep",)),
    Refused("export 2,1,0 -o a.svg --sweep temperature=1:2", ("cannot hold an animation",)),
    Refused("export 2,1,0 -o a.apng --sweep temprature=1:2", ("Did you mean temperature?",)),
    Refused("export 2,1,0 -o a.apng --sweep 1:2", ("“1:2” is not a sweep", "temperature=0.1:5")),
    Refused("export 2,1,0 -o a.png --size 3x", ("“3x” is not a size", "1920x1080")),
    Refused("export 2,1,0 -o a.png --size 1x1 --cm 1x1", ("--size and --cm do not go together",)),
    Refused("export 2,1,0 -o a.png --theme dark --background white", ("light ink",)),
    Refused("export 2,1,0 -o a.png --choose log", ("“log” is not a choice", "trace.axis=log")),
    Refused(
        "export 2,1,0 -o a.png --choose trace.axes=log",
        ("nothing called “trace.axes”", "trace.axis", "Did you mean trace.axis?"),
    ),
    Refused(
        "export 2,1,0 -o a.png --choose trace.axis=logs",
        ("trace.axis cannot be “logs”", "linear, log", "Did you mean log?"),
    ),
    Refused(
        "export 2,1,0 -o a.png --choose trace.axis=log,linear",
        ("trace.axis takes one value, not 2",),
    ),
    Refused("export 2,1,0 -o a.png --no-titles=yes", ("--no-titles takes no value",)),
)


def main() -> None:
    """Write the table of all command lines in Markdown."""
    # The command line is looked at, and tests import this table.
    from xentgui.program.cli import main as run

    write = sys.stdout.write
    write("| typed | means |\n|---|---|\n")
    for accepted in (*ACCEPTED, *PICTURES):
        write(f"| `xentgui {accepted.typed}` | `xentgui {accepted.means}` |\n")
    write("\n| typed | answer, with exit code 2 |\n|---|---|\n")
    for refused in REFUSED:
        error = io.StringIO()
        with contextlib.redirect_stderr(error):
            code = run(refused.words())
        assert code == 2
        *_, sentence, _hint = error.getvalue().splitlines()
        write(f"| `xentgui {refused.typed}` | {sentence.partition(': ')[2]} |\n")


if __name__ == "__main__":
    main()
