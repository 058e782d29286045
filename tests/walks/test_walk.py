"""Real starts on screens of several sizes: the window is itself again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.walks.walk import SIZES, Size, document, faults_of, screen, start, walk

PARTS = ("inside", "cards", "status", "toolbar")


@pytest.mark.long
def test_that_a_start_is_as_the_one_before_and_a_document_the_same_however_it_is_opened(
    tmp_path: Path,
) -> None:
    file = tmp_path / "two.xent.json"
    file.write_text(document(("distribution", "gradient")))
    with screen((1366, 768), real=False) as small:
        _, pulled, opened, new = start(small, tmp_path, ["pull 57", f"open {file}", "file.new"])
        given, again = start(small, tmp_path, ["file.new"], file=file)

    tables = {"loss", "logit_table", "target_table", "glance"}
    assert given["cards"].keys() == {*tables, "distribution", "gradient"}
    for part in PARTS:
        assert given[part] == opened[part]
        assert again[part] == new[part] == pulled[part]
    assert {key: given["cards"][key] for key in tables} == {
        key: pulled["cards"][key] for key in tables
    }
    assert [faults_of(where) for where in (pulled, given, again)] == [[], [], []]


@pytest.mark.long
def test_that_a_start_on_another_screen_shows_all_of_a_window_that_is_not_small(
    tmp_path: Path,
) -> None:
    with screen((1440, 900), real=False) as usual:
        (first,) = start(usual, tmp_path)
    with screen((1024, 768), real=False) as smaller:
        (small,) = start(smaller, tmp_path)
    shutil.copytree(tmp_path, tmp_path / "other")
    with screen((2560, 1440), real=False) as bigger:
        (big,) = start(bigger, tmp_path / "other")

    tables = first["cards"]["logit_table"][2]
    for where, size in ((small, (1024, 768)), (big, (2560, 1440))):
        assert faults_of(where) == []
        assert where["frame"][2] >= size[0] / 2
        assert where["frame"][3] >= size[1] / 2
        assert where["cards"]["logit_table"][2] == tables


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
def test_that_a_walk_through_starts_looks_and_documents_finds_no_fault(
    tmp_path: Path, size: Size
) -> None:
    with screen(size, real=shutil.which("Xvfb") is not None) as shown:
        assert walk(shown, tmp_path) == []
