"""Any file with logits in it, by what it begins with."""

from __future__ import annotations

import io
import math
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.documents.samples import LECTURE
from xentgui.documents.document import encode
from xentgui.documents.document_file import Opened
from xentgui.documents.file_readers import FILE_READERS, recognised
from xentgui.documents.opening import read_source
from xentgui.model.checks import MOST_CHARACTERS
from xentgui.model.message import RefusedError
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.read_error import ReadError
from xentgui.reading.source import Source, open_source

INF = math.inf


def _logits(source: Source) -> LogitsBatch:
    found = read_source(source)
    assert isinstance(found, LogitsBatch)
    return found


def open_logits(path: Path) -> LogitsBatch:
    return _logits(open_source(path))


def read_logits(data: bytes, name: str, decimal_point: str = ".") -> LogitsBatch:
    return _logits(Source(name, data, decimal_point=decimal_point))


TEXT = encode(LECTURE)
LOGITS_IN_JSON = '{"labels": ["cat", "dog"], "logits": [1.5, -2]}'


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.xent.json", TEXT.encode(), "document"),
        ("a.json", TEXT.encode(), "document"),
        ("a.csv", b"\xef\xbb\xbf \r\n" + TEXT.encode(), "document"),
        ("a", TEXT.encode("utf-16"), "document"),
        ("standard input", b'{"logits": [1, 2], "scenes": []}', "document"),
        ("lecture.XENT.JSON", b"", "document"),
        ("lecture.xent.json", b"label,logit\n", "document"),
        ("a.json", LOGITS_IN_JSON.encode(), "text"),
        ("a.json", LOGITS_IN_JSON.encode("utf-16"), "text"),
        ("a.json", b"", "text"),
        ("a", LOGITS_IN_JSON.encode(), None),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "figure"),
        ("a.xent.json", b"%PDF-1.4", "figure"),
        ("a", b"\xef\xbb\xbf  \n<?xml version='1.0'?>", "figure"),
        ("a", "<svg/>".encode("utf-16"), "figure"),
        ("a", b"<!-- drawn by hand --><svg/>", "figure"),
        ("a", b"<!DOCTYPE svg PUBLIC>", "figure"),
        ("a", b"<s:svg xmlns:s=''/>", "figure"),
        ("vocabulary.csv", b"<pad>,<unk>,cat\n1,2,3\n", "text"),
        ("page.html", b"<!DOCTYPE html>", None),
        ("a.png", b"1,2,3", None),
        ("a.csv", b"\x93NUMPY\x01\x00", "array"),
        ("a", b"PK\x03\x04", "array"),
        ("a.NPY", b"1,2,3", "array"),
        ("a.npz", b"\x80\x04\x95", "foreign"),
        ("model.bin", b'\x20\0\0\0\0\0\0\0{"a"', "safetensors"),
        ("a", b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "spreadsheet"),
        ("a.CSV", b"\xff\xd8\xff", "figure"),
        ("a.CSV", b"\xff\xd8\x00", "text"),
        ("photo.jpg", b"\xff\xd8\xff", "figure"),
        ("a", b"GIF89a", "figure"),
        ("a", b"RIFF\0\1\2\3WEBPVP8X", "figure"),
        ("a", b"RIFF\0\1\2\3WAVEfmt ", None),
        ("a", b"\0\0\0\x20ftypisom", "figure"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_that_content_says_what_a_file_is_and_its_name_where_that_does_not(
    tmp_path: Path, name: str, data: bytes, key: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    for source in (Source(name, data), open_source(path)):
        found = recognised(source)
        assert (found and found.key) == key


def test_every_reader_is_under_its_key_and_says_how_it_is_recognised() -> None:
    for key, reader in FILE_READERS.items():
        assert reader.key == key
        assert reader.begins is not None or set(reader.endings) - set(reader.shared)
        assert set(reader.shared) <= set(reader.endings)


def test_that_what_comes_through_a_pipe_is_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(TEXT, "utf-8")

    found = read_source(open_source(path))

    assert isinstance(found, Opened)
    assert found.document == LECTURE
    assert found == read_source(Source("standard input", TEXT.encode()))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n", b"<svg/>"])
def test_that_a_picture_is_refused_as_one_from_a_file_and_from_a_pipe(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.csv").write_bytes(data)

    for source in (open_source(tmp_path / "a.csv"), Source("standard input", data)):
        with pytest.raises(RefusedError, match="is a picture without numbers in it"):
            read_source(source)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="asks Linux for a file that fails")
def test_that_a_file_that_fails_when_it_is_read_is_named_with_the_reason() -> None:
    with pytest.raises(ReadError, match=r"“mem” cannot be opened: .*Check its name"):
        open_source(Path("/proc/self/mem"))


@pytest.mark.parametrize("name", ["a.npy", "a.dat", "a.csv"])
def test_that_what_a_file_begins_with_goes_before_its_name(tmp_path: Path, name):
    with (tmp_path / name).open("wb") as file:
        np.save(file, np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert open_logits(tmp_path / name).row(1).tolist() == [3, 4]


VECTOR = {
    "v.csv": "label,logit,target\ncat,2.33,1\ndog,-1.46,0\nbird,0.56,0\n",
    "v.tsv": "target\tlogits\tclass\n1\t2.33\tcat\n0\t-1.46\tdog\n0\t0.56\tbird\n",
    "german.csv": "label;logit;target\ncat;2,33;1\ndog;-1,46;0\nbird;0,56;0\n",
    "v.json": '{"labels": ["cat","dog","bird"], "logits": [2.33,-1.46,0.56], "target": [1,0,0]}',
    "v.txt": "cat 2.33 1\ndog -1.46 0\nbird 0.56 0\n",
    "v.md": "| label | logit | target |\n|--|--|--|\n| cat | 2.33 | 1 |\n| dog | −1.46 | 0 |\n"
    "| bird | 0.56 | 0 |\n",
}


@pytest.mark.parametrize(("name", "text"), VECTOR.items())
def test_that_a_text_with_a_row_for_each_class_is_one_sample(tmp_path: Path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    batch = open_logits(tmp_path / name)
    assert batch.labels == ("cat", "dog", "bird")
    assert batch.samples == 1
    assert batch.row(0).tolist() == [2.33, -1.46, 0.56]
    assert batch.target(0).tolist() == [1, 0, 0]


MATRIX = {
    "names": "cat,dog,label\n2.5,-1,cat\n-inf,3,dog\n",
    "numbers": "y,cat,dog\n0,2.5,-1\n1,-inf,3\n",
    "pandas": ",cat,dog,target\n0,2.5,-1.0,0\n1,-inf,3.0,1\n",
    "JSON": '{"logits": [[2.5,-1], [-Infinity,3]], "y": [0,1], "names": ["cat","dog"]}',
}


@pytest.mark.parametrize("text", MATRIX.values(), ids=MATRIX.keys())
def test_that_a_text_with_a_column_for_each_class_is_a_matrix(text):
    batch = read_logits(text.encode(), "standard input")
    assert batch.labels == ("cat", "dog")
    assert batch.rows(0, 2).tolist() == [[2.5, -1], [-INF, 3]]
    assert batch.target(0).tolist() == [1, 0]
    assert batch.target(1).tolist() == [0, 1]


def test_that_a_column_of_probabilities_gives_their_logarithms():
    batch = read_logits(b"label,probability\na,0.34\nb,0.66\nc,0\n", "file")
    assert batch.row(0).tolist() == [math.log(0.34), math.log(0.66), -INF]
    assert batch.keys == ("label", "probability")
    with pytest.raises(ReadError, match=r"Line 3, column 2: the probability “-0\.5”"):
        read_logits(b"label,probability\na,1.5\nb,-0.5\n", "file")


def test_that_the_locale_is_asked_where_the_numbers_do_not_tell():
    data = b"label\tlogit\na\t1,500\nb\t2,250\n"
    assert read_logits(data, "file", decimal_point=",").row(0).tolist() == [1.5, 2.25]
    assert read_logits(data, "file", decimal_point=".").row(0).tolist() == [1500, 2250]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"cat\ndog\n", "holds no logits"),
        (b"3", "single class"),
        (b"nonsense\x00", "not text"),
        (b"label,logit\ncat,1\ndog,x\n", "Line 3, column 2"),
        (b"\x80\x04\x95pickle", "pickle"),
        (b"\x89HDF\r\n", "HDF5"),
        (b"PAR1", "Parquet"),
        (b'\x50\x00\x00\x00\x00\x00\x00\x00{"a"', "safetensors"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + bytes(18), "without NumPy arrays"),
    ],
)
def test_that_every_other_file_is_refused(tmp_path: Path, data, says):
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(ReadError, match=says):
        open_logits(tmp_path / "file")
    with pytest.raises(ReadError, match=says):
        read_logits(data, "file")


def test_that_a_text_called_npy_is_refused_with_the_way_out(tmp_path: Path):
    (tmp_path / "file.npy").write_text("1,2,3")
    with pytest.raises(ReadError, match=r"\.csv or \.txt"):
        open_logits(tmp_path / "file.npy")


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_that_what_is_no_file_is_refused(tmp_path: Path, name):
    with pytest.raises(ReadError):
        open_logits(tmp_path / name)


def test_that_a_huge_text_is_refused_unread(tmp_path: Path):
    with (tmp_path / "huge.csv").open("wb") as file:
        file.write(b"1,2,3\n")
        file.truncate(4 * MOST_CHARACTERS + 1)
    with pytest.raises(ReadError, match="too large for a text"):
        open_logits(tmp_path / "huge.csv")


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (b"PAR1", "pandas.read_parquet('z.bin').to_csv"),
        (b"\x89HDF\r\n", "h5py.File('z.bin')"),
        (b"MATLAB 5.0 MAT-file", "scipy.io.loadmat('z.bin')"),
        (b"\xd0\xcf\x11\xe0", "pandas.read_excel('z.bin')"),
        (b"\x80\x04\x95", "pickle.load(open('z.bin', 'rb'))"),
        (b"\x1f\x8b", "gunzip 'z.bin'"),
    ],
)
def test_that_a_file_of_another_program_is_refused_with_the_line_that_converts_it(head, line):
    with pytest.raises(ReadError) as refused:
        read_logits(head, "z.bin")
    assert line in str(refused.value)


@pytest.mark.parametrize(
    ("member", "line"),
    [
        ("content.xml", "pandas.read_excel('z.bin').to_csv"),
        ("model/data.pkl", "torch.load('z.bin', map_location='cpu').float().numpy()"),
        ("config.json", "of the kind Keras"),
    ],
)
def test_that_a_zip_file_of_another_program_is_named_with_the_line_that_converts_it(member, line):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, "x")

    with pytest.raises(ReadError) as refused:
        read_logits(packed.getvalue(), "z.bin")

    assert line in str(refused.value)
