"""Points and their classes from CSV, and a place for whatever is none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from xentgui.reading.labelled_points import read_points
from xentgui.reading.points_reading import read_as_points
from xentgui.reading.points_table import CLASS, is_number
from xentgui.reading.read_error import ReadError


@pytest.mark.parametrize(
    "text",
    [
        "x1,x2,class\n1,2,cat\n3,-4.5,dog\n",
        "1,2,cat\n3,-4.5,dog",
        "x1;x2;class\r\n1;2;cat\r\n\r\n3;-4.5;dog\r\n",
        "x1\tx2\tclass\n1\t2\tcat\n3\t-4.5\tdog",
        ' x1 , "x2", class\n1, 2, cat\n3, -45e-1, dog\n',
        "x1,Class,x2\n1,cat,2\n3,dog,-4.5\n",
    ],
)
def test_that_tables_of_many_forms_are_read(text: str) -> None:
    found = read_points(text)
    assert found.inputs == ("x1", "x2")
    assert found.labels == ("cat", "dog")
    assert found.points.tolist() == [[1.0, 2.0], [3.0, -4.5]]
    assert found.classes.tolist() == [0, 1]


def test_that_columns_are_named() -> None:
    text = "species,length,mass,year\nGentoo,1,2,3\nAdelie,4,5,6\n"
    found = read_points(text, ["mass", "length"], "species")
    assert found.inputs == ("mass", "length")
    assert found.labels == ("Adelie", "Gentoo")
    assert found.points.tolist() == [[2.0, 1.0], [5.0, 4.0]]
    assert found.classes.tolist() == [1, 0]
    assert read_points(text, target="species").inputs == ("length", "mass", "year")


def test_that_classes_that_are_numbers_are_in_their_order() -> None:
    found = read_points("1,10\n2,9\n3,2\n")
    assert found.labels == ("2", "9", "10")
    assert found.classes.tolist() == [2, 1, 0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no points here."),
        ("\n  \n", "There are no points here."),
        ("x1,x2,class\n", "There are no points here."),
        ("cat\ndog\n", "Each line has one cell only."),
        ("1,2,a\n3,4,b\n5,b\n", "Line 3 has 2 cells, and the first one has 3."),
        ("x1,x2,class\n1,2,a\n3,NA,b\n", "In line 3, x2 is “NA”. Write a finite number."),
        ("1,2,a\n3,nan,b\n", "In line 2, x2 is “nan”. Write a finite number."),
        ("1,2,a\n\n3,inf,b\n", "In line 3, x2 is “inf”. Write a finite number."),
        ("1,2,a\n3,4,\n", "In line 2, the class is missing."),
        ("1,2,a\n3,4,a\n", "All points have the class “a”."),
        ('1,2,a\n3,"4,b\n', "Line 2 cannot be read as CSV."),
    ],
)
def test_that_what_is_no_table_of_points_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_points(text)
    assert sentence in str(refused.value)


def test_that_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(
        ReadError, match=r"There is no column “mass”\. Choose among these: x1, x2, class"
    ):
        read_points("1,2,a\n3,4,b\n", ["mass"])


CASES = json.loads((Path(__file__).parent / "reading_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("text", [case["text"] for case in CASES if "text" in case])
def test_that_what_is_copied_from_elsewhere_is_no_point_unless_it_says_so_or_is_asked(
    text: str,
) -> None:
    try:
        reading = read_as_points(text)
    except ReadError:
        return
    names = [name.casefold() for name in reading.table.names]
    told = reading.table.form.header and "class" in names
    words = [cells[-1] for _, cells in reading.table.rows]
    assert told or not reading.is_certain or not any(map(is_number, words))
    try:
        found = reading.block
    except ReadError:
        return
    assert np.isfinite(found.points).all()
    assert len(found.points) == len(reading.table.rows) == len(found.classes)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("cat,dog,label_id\n1.5,2,1\n3,4,0\n", "input input point-class"),
        ("cat,dog,gt\n1.5,2,1\n3,4,0\n", "input input point-class"),
        ("species;bill\nAdelie;39,1\nGentoo;46,1\n", "point-class input"),
        ("kind,x,y\ncat,1,2\ndog,3,4\n", "point-class input input"),
        ("cat,1,2\ndog,3,4\n", "point-class input input"),
        ("1,2,0\n3,4,1\n", "input input point-class"),
        ("id,name,x\na1,cat,2\na2,dog,4\n", "out point-class input"),
    ],
)
def test_that_the_class_is_known_by_its_name_or_its_words_and_asked(text: str, roles: str) -> None:
    reading = read_as_points(text)
    assert " ".join(role.value for role in reading.roles) == roles
    assert not reading.is_certain
    assert len(reading.block.labels) == 2
    assert CLASS not in reading.block.inputs
