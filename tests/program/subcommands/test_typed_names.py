"""Names that hold commas, blanks and quotation marks can be typed on a command line."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.program.cli import main
from xentgui.program.subcommands.typed_names import typed_columns, typed_names
from xentgui.program.usage import UsageError

NAMES = st.lists(
    st.text(st.sampled_from('ab猫 ,，、";\n')).map(str.strip).filter(bool), min_size=2, max_size=5
)


@given(NAMES)
def test_that_names_as_csv_writes_them_are_read(names: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="").writerow(names)

    assert typed_names(written.getvalue()) == tuple(names)
    assert typed_columns(written.getvalue()) == tuple(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cat dog", ("cat", "dog")),
        ("cat ,  dog", ("cat", "dog")),
        ("猫，狗、鸮", ("猫", "狗", "鸮")),
        ('"猫，虎斑"，狗', ("猫，虎斑", "狗")),
        ('"cat, tabby" dog', ("cat, tabby", "dog")),
        ("New York, Rome", ("New York", "Rome")),
        ('5" nail,6" nail', ('5" nail', '6" nail')),
        ("“a”,b", ("“a”", "b")),
        ("a,,b", ("a", "", "b")),
        ("a\r\nb", ("a", "b")),
        ("", ()),
    ],
)
def test_what_lists_of_names_say(text: str, names: tuple[str, ...]) -> None:
    assert typed_names(text) == names


def test_that_columns_may_hold_blanks() -> None:
    assert typed_columns('loss of train,"a, b"') == ("loss of train", "a, b")
    assert typed_columns("") == ("",)


@pytest.mark.parametrize("text", ['"a,b', '"a" c,b', 'a,"b', '"a" "b'])
def test_that_a_mark_without_another_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="quotation mark"):
        typed_names(text)


def test_that_a_column_with_a_comma_in_its_name_can_be_left_out(tmp_path, capsys) -> None:
    path = tmp_path / "a.csv"
    path.write_text('cat,dog,"loss, train"\n2,1,7\n0,3,8\n', encoding="utf-8")

    words = ["evaluate", str(path), "--row=1", "--format=json", '--skip="loss, train"']
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["state"]["labels"] == ["cat", "dog"]
