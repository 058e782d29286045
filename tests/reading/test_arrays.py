"""Files of arrays: every kind that holds logits, and every kind that does not."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from xentgui.reading.arrays import open_array, read_array
from xentgui.reading.read_error import ReadError

LOGITS = np.array([[2.5, -1.5, 0.5], [0.25, -np.inf, 4.0]])


def npy(array: Any, *, objects: bool = False) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=objects)
    return file.getvalue()


def npz(save: Callable[..., None] = np.savez, **parts: Any) -> bytes:
    file = io.BytesIO()
    save(file, **parts)
    return file.getvalue()


def header(kind: str, shape: str, numbers: bytes = b"", version: int = 1) -> bytes:
    text = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    length = len(text).to_bytes(2 if version == 1 else 4, "little")
    return b"\x93NUMPY" + bytes([version, 0]) + length + text + numbers


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read_array(data, "file")
    return str(refused.value)


@pytest.mark.parametrize("kind", ["<f2", "<f4", "<f8", ">f4", ">f8", np.longdouble])
@pytest.mark.parametrize("order", ["C", "F"])
def test_that_every_type_and_order_of_floats_is_opened(tmp_path: Path, kind, order):
    np.save(tmp_path / "a.npy", np.asarray(LOGITS, dtype=kind, order=order))
    batch = open_array(tmp_path / "a.npy")
    assert (batch.samples, batch.classes) == (2, 3)
    assert batch.row(1).tolist() == [0.25, -np.inf, 4.0]
    assert np.array_equal(batch.rows(0, 2), LOGITS)
    assert batch.rows(0, 2).dtype == np.float64
    assert np.array_equal(
        read_array(npy(np.asarray(LOGITS, kind, order=order)), "a").logits, LOGITS
    )


@pytest.mark.parametrize("kind", ["i1", "u1", ">i4", "i8", "u8"])
def test_that_integers_are_logits_too(kind):
    assert read_array(npy(np.arange(3, dtype=kind)), "file").row(0).tolist() == [0, 1, 2]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_that_every_version_of_the_header_is_read(version):
    data = header("'<f8'", "(2,)", np.array([1.0, 2.0]).tobytes(), version)
    assert read_array(data, "file").row(0).tolist() == [1, 2]


def test_that_a_header_of_python_2_is_read_without_a_warning():
    data = header("'<f8'", "(2L,)", np.array([1.0, 2.0]).tobytes())
    assert read_array(data, "file").row(0).tolist() == [1, 2]


def test_that_a_vector_is_a_batch_of_one():
    batch = read_array(npy(LOGITS[0]), "file")
    assert (batch.samples, batch.classes) == (1, 3)
    assert batch.target(0) is None


REFUSED = {
    "complex": (npy(LOGITS + 0j), "complex128"),
    "bool": (npy(LOGITS > 0), "bool"),
    "text": (npy(np.array(["a", "b"])), "not real numbers"),
    "dates": (npy(np.zeros(2, "M8[s]")), "not real numbers"),
    "fields": (npy(np.zeros(2, [("a", "f4")])), "struct"),
    "objects": (npy(np.array([1, None]), objects=True), "never opened"),
    "bfloat16": (header("'|V2'", "(2,)", b"0000"), "not real numbers"),
    "odd type": (header("'<f3'", "(2,)", b"0" * 6), "header cannot be read"),
    "huge text type": (header("'<U9999999999'", "(2,)"), "header cannot be read"),
    "fields of objects": (header("[('a', '|O')]", "(2,)", b"0" * 16), "never opened"),
    "no type": (header("()", "(2,)", b"0" * 16), "header cannot be read"),
    "vectors": (header("('<f8', (2,))", "(1,)", b"0" * 16), "struct"),
    "15 000 brackets": (header("'<f8'", "(" * 15_000), "header cannot be read"),
    "brackets": (header("'<f8'", "(" * 4000 + ")" * 4000), "header cannot be read"),
    "minus signs": (header("'<f8'", "(" + "-" * 9000 + "2,)"), "header cannot be read"),
    "15 000 digits": (header("'<f8'", f"({'9' * 15_000},)"), "header cannot be read"),
    "digits": (header("'<f8'", f"(0x{'f' * 9000},)"), "header cannot be read"),
    "15 000 lengths": (header("'<f8'", f"({'1,' * 15_000})", b"0" * 8), "header cannot be read"),
    "0-d": (npy(np.float64(1)), r"the shape \(\)"),
    "3-d": (npy(LOGITS[None]), "the shape 1×2×3"),
    "no rows": (npy(LOGITS[:0]), "no numbers.*0×3"),
    "no columns": (npy(LOGITS[:, :0]), "no numbers.*2×0"),
    "one column": (npy(LOGITS[:, :1]), "single class.*2×1"),
    "empty": (b"", "is empty"),
    "a text": (b"1,2,3\n", "is a text.*csv"),
    "no NumPy file": (bytes(range(256)), "not a NumPy file"),
    "magic alone": (b"\x93NUMPY", "header cannot be read"),
    "version 9": (header("'<f8'", "(2,)", b"0" * 16, 9), "header cannot be read"),
    "long header": (b"\x93NUMPY\x02\x00\xff\xff\xff\x7f{", "header cannot be read"),
    "no shape": (header("'<f8'", "2", b"0" * 16), "header cannot be read"),
    "no comma": (header("'<f8'", "(2 1)", b"0" * 16), "header cannot be read"),
    "negative": (header("'<f8'", "(-2, -1)", b"0" * 16), "header cannot be read"),
    "7 TiB": (header("'<f8'", "(1000000, 1000000)", b"0" * 80), "8000000000000 bytes, and 80"),
    "more than memory": (header("'<f8'", f"({10**17}, {10**17})", b"0" * 80), "and 80 are there"),
    "cut off": (npy(LOGITS)[:-1], "takes 48 bytes, and 47"),
    "too long": (npy(LOGITS) + b"x", "takes 48 bytes, and 49"),
    "two arrays": (npy(LOGITS) * 2, "damaged or cut off"),
}


@pytest.mark.parametrize(("data", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_that_every_other_array_is_refused_with_a_remedy(tmp_path: Path, data, says):
    (tmp_path / "file.npy").write_bytes(data)
    with pytest.raises(ReadError, match=says) as refused:
        open_array(tmp_path / "file.npy")
    assert "allow_pickle" not in str(refused.value)
    with pytest.raises(ReadError, match=says):
        read_array(data, "file")


@pytest.mark.parametrize("name", ["missing.npy", ".", "\x00"])
def test_that_what_is_no_file_is_refused(tmp_path: Path, name):
    with pytest.raises(ReadError):
        open_array(tmp_path / name)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ([1, np.nan, 2], "Row 1 of “file”.*class 1 is NaN"),
        ([1, 2, np.inf], "Row 1 of “file”.*class 2 is ∞"),
        ([-np.inf] * 3, "Row 1 of “file”.*every logit is -inf"),
    ],
)
def test_that_a_bad_row_is_refused_by_its_number_and_the_others_are_not(row, says):
    batch = read_array(npy(np.array([[1, 2, 3], row, [4, 5, 6]])), "file")
    assert batch.row(0).tolist() == [1, 2, 3]
    assert batch.row(2).tolist() == [4, 5, 6]
    for start, stop in [(1, 2), (0, 3)]:
        with pytest.raises(ReadError, match=says):
            batch.rows(start, stop)


def test_that_rows_that_do_not_exist_are_a_mistake_of_the_caller():
    batch = read_array(npy(LOGITS), "file")
    for index in (-1, 2):
        with pytest.raises(IndexError):
            batch.row(index)
        with pytest.raises(IndexError):
            batch.target(index)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("logits", ["logits", "z", "scores", "foo"])
@pytest.mark.parametrize("targets", ["target", "y", "labels"])
def test_that_the_arrays_of_an_npz_are_found_by_their_names(save, logits, targets):
    data = npz(
        save, **{targets: np.array([2, 0]), logits: LOGITS, "classes": np.array(["a", "b", "ü"])}
    )
    batch = read_array(data, "file")
    assert np.array_equal(batch.logits, LOGITS)
    assert batch.labels == ("a", "b", "ü")
    assert batch.target(0).tolist() == [0, 0, 1]
    assert batch.target_rows(0, 2).tolist() == [2, 0]
    assert batch.keys == (logits, targets, "classes")


def test_that_unnamed_arrays_are_logits_and_then_classes():
    file = io.BytesIO()
    np.savez(file, LOGITS, np.array([1, 2]))
    batch = read_array(file.getvalue(), "file")
    assert batch.keys == ("arr_0", "arr_1")
    assert batch.target_rows(0, 2).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("target", "first"),
    [
        (np.array([[0, 1, 0], [1, 0, 0]]), [0, 1, 0]),
        (np.array([[False, True, False], [True, False, False]]), [0, 1, 0]),
        (np.array([[0.25, 0.5, 0.25], [1, 0, 0]], dtype=">f4"), [0.25, 0.5, 0.25]),
        (np.array([1.0, 2.0]), [0, 1, 0]),
        (np.array([[1], [2]], dtype="u1"), [0, 1, 0]),
    ],
)
def test_that_targets_are_classes_or_shares(target, first):
    assert read_array(npz(logits=LOGITS, target=target), "file").target(0).tolist() == first


@pytest.mark.parametrize("target", [1, np.array([1]), np.array([0, 1, 0])])
def test_that_one_sample_has_one_target(target):
    batch = read_array(npz(logits=LOGITS[0], target=target), "file")
    assert batch.target(0).tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ([0, 3], "Row 1 of.*target 3 is not one of the 3"),
        ([0, -2], "Row 1 of.*target −2"),
        ([0, 0.5], "Row 1 of.*target 0.5"),
        ([0, np.nan], "Row 1 of.*target NaN"),
        ([[1, 0, 0], [1, -1, 1]], "Row 1 of.*class 1 is −1"),
        ([[1, 0, 0], [1, np.inf, 1]], "Row 1 of.*class 1 is ∞"),
    ],
)
def test_that_a_bad_target_is_refused_by_its_row(target, says):
    batch = read_array(npz(logits=LOGITS, target=np.array(target)), "file")
    assert batch.target(0).tolist() == [1, 0, 0]
    with pytest.raises(ReadError, match=says):
        batch.target(1)


@pytest.mark.parametrize("in_file", [False, True])
def test_that_rows_whose_class_stands_for_none_are_left_out_and_counted(
    tmp_path: Path, in_file: bool
):
    rows = 3 * (1 << 21) if in_file else 6  # large arrays stay in the file
    logits = np.zeros((rows, 2))
    logits[:, 0] = np.arange(rows)
    target = np.zeros(rows, dtype=np.int64)
    target[[1, 2, 5]] = -100, -1, -100
    np.savez(tmp_path / "a.npz", logits=logits, labels=target)

    batch = open_array(tmp_path / "a.npz")

    assert batch.samples == rows - 3
    assert batch.rows(0, 3)[:, 0].tolist() == [0, 3, 4]
    assert batch.target_rows(0, 3).tolist() == [0, 0, 0]
    said = [str(note) for note in batch.notes]
    assert said == [
        f"Rows with the class −100, which stands for none, are left out: 2 of {rows}.",
        f"Rows with the class −1, which stands for none, are left out: 1 of {rows}.",
    ]


def test_that_a_message_names_the_row_of_the_file_where_rows_are_left_out():
    logits = np.array([[1.0, 2.0], [1.0, 2.0], [np.nan, 2.0]])
    batch = read_array(npz(logits=logits, target=np.array([-1, 0, 1])), "file")
    with pytest.raises(ReadError, match="Row 2 of"):
        batch.row(1)


def test_that_a_file_whose_rows_all_stand_for_none_is_refused():
    with pytest.raises(ReadError, match="No row has a class"):
        read_array(npz(logits=np.ones((2, 3)), target=np.array([-1, -100])), "file")


NPZ_REFUSED = {
    "nothing": ({}, "without NumPy arrays"),
    "two matrices": ({"foo": LOGITS, "bar": LOGITS}, "foo, bar; which"),
    "two names": ({"z": LOGITS, "scores": LOGITS}, "z, scores; which"),
    "probabilities": ({"probs": LOGITS, "y": np.array([0, 1])}, "which are the logits"),
    "few labels": ({"logits": LOGITS, "labels": np.array(["a"])}, "names 1 classes.*have 3"),
    "few targets": ({"logits": LOGITS, "y": np.arange(3)}, "targets of shape 3"),
    "complex targets": ({"logits": LOGITS, "y": np.zeros(2, complex)}, "complex128"),
    "3-d": ({"logits": LOGITS[None]}, "1×2×3"),
    "broken labels": ({"logits": LOGITS, "labels": np.array([b"\xff", b"a", b"b"])}, "labels"),
}


@pytest.mark.parametrize(("parts", "says"), NPZ_REFUSED.values(), ids=NPZ_REFUSED.keys())
def test_that_an_npz_without_clear_logits_is_refused(parts, says):
    with pytest.raises(ReadError, match=says):
        read_array(npz(**parts), "file")


def test_that_objects_in_an_npz_are_never_opened():
    file = io.BytesIO()
    np.savez(file, logits=LOGITS, labels=np.array(["a", None, "c"], dtype=object))
    assert "never opened" in refusal(file.getvalue())


def test_that_a_zip_of_something_else_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert "pandas.read_excel('file').to_csv" in refusal(file.getvalue())


def peak_of(action: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.expensive
@pytest.mark.parametrize("shape", [(500, 10_000), (3500, 10_000)])
def test_that_a_zip_bomb_is_refused_before_memory_is_spent(shape):
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("logits.npy", "w", force_zip64=True) as member,
    ):
        member.write(header("'<f8'", str(shape)))
        for _ in range(shape[0]):
            member.write(bytes(8 * shape[1]))
    data = file.getvalue()
    assert peak_of(lambda: refusal(data)) < 2_000_000
    assert "would unpack" in refusal(data)


def test_that_a_lie_about_the_size_costs_no_memory():
    data = header("'<f8'", "(1000000, 1000000)", b"0" * 80)
    assert peak_of(lambda: refusal(data)) < 1_000_000


def test_that_a_matrix_of_2_gb_opens_at_once_and_is_never_loaded(tmp_path: Path):
    samples, classes = 10_000, 50_257
    path = tmp_path / "large.npy"
    with path.open("wb") as file:
        file.write(header("'<f4'", f"({samples}, {classes})"))
        start = file.tell()
        file.seek(start + 4 * classes * (samples - 1))
        file.write(np.arange(classes, dtype="<f4").tobytes())

    def look() -> None:
        batch = open_array(path)
        assert batch.row(samples - 1)[-1] == classes - 1
        assert batch.row(0).tolist() == [0.0] * classes

    assert path.stat().st_size > 2_000_000_000
    assert peak_of(look) < 5_000_000


def test_that_a_large_array_of_an_npz_stays_in_the_file(tmp_path: Path):
    logits = np.zeros((1100, 4000))
    logits[1099] = np.arange(4000)
    np.savez(tmp_path / "large.npz", logits=logits, y=np.arange(1100))

    def look() -> None:
        batch = open_array(tmp_path / "large.npz")
        assert batch.row(1099).tolist() == list(range(4000))
        assert batch.target(7)[7] == 1

    assert peak_of(look) < 2_000_000


@given(
    arrays.arrays(
        st.sampled_from([np.float64, np.float32, np.dtype(">f8")]),
        st.tuples(st.integers(1, 4), st.integers(2, 4)),
        elements=st.floats(-(2.0**99), 2.0**99, width=32) | st.just(float("-inf")),
    )
)
def test_every_matrix_is_read_back_exactly(matrix):
    # A row without any finite logit is refused, by design.
    matrix[:, 0] = 1.0
    for data in (npy(matrix), npz(logits=matrix), npz(np.savez_compressed, logits=matrix)):
        batch = read_array(data, "file")
        assert np.array_equal(batch.rows(0, batch.samples), matrix)


def test_that_all_that_is_wrong_with_a_vector_is_named():
    logits = np.zeros(30)
    logits[[3, 8, 21]] = np.nan, np.inf, np.nan
    with pytest.raises(ReadError) as error:
        read_array(npy(logits), "a.npy").row(0)

    assert "the logit of class 3 is NaN" in str(error.value)
    assert str(error.value).endswith("See also row 0, class 8; row 0, class 21.")


def test_that_all_wrong_targets_are_named_but_not_without_end():
    batch = read_array(npz(logits=np.zeros((99, 3)), y=np.full(99, 7)), "a.npz")
    with pytest.raises(ReadError) as error:
        batch.target_rows(0, 99)

    assert "the target 7 is not one of the 3 classes" in str(error.value)
    assert str(error.value).endswith("See also row 1; row 2; row 3; row 4; row 5; and more.")
