"""Files of other programs are read if a library is there, and else refused with what converts them."""

from __future__ import annotations

import ast
import io
import json
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from xentgui.documents.opening import read_source, understand
from xentgui.reading import foreign, spreadsheet, tensors
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import Reading
from xentgui.reading.source import Source


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"\x80\x02.")
    return file.getvalue()


def _safetensors(**arrays: np.ndarray) -> bytes:
    names = {"float32": "F32", "int64": "I64", "uint16": "BF16", "float64": "F64"}
    header, data = {}, b""
    for key, array in arrays.items():
        end = len(data) + array.nbytes
        dtype = names[str(array.dtype)]
        header[key] = {
            "dtype": dtype,
            "shape": list(array.shape),
            "data_offsets": [len(data), end],
        }
        data += array.tobytes()
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


CONVERTED = {
    "new.pt": (_zip("new/data.pkl", "new/byteorder"), "torch.load('new.pt'"),
    "old.pth": (b"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.", "torch.load('old.pth'"),
    "a.pkl": (pickle.dumps([1.5]), "pickle.load(open('a.pkl', 'rb'))"),
    "a.h5": (b"\x89HDF\r\n\x1a\n", "h5py.File('a.h5')"),
    "a.mat": (b"MATLAB 5.0 MAT-file, Platform: GLNXA64", "scipy.io.loadmat('a.mat')"),
    "a.parquet": (b"PAR1\x15\x04", "pandas.read_parquet('a.parquet')"),
    "a.feather": (b"ARROW1\0\0", "pandas.read_feather('a.feather')"),
    "a.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1", "pandas.read_excel('a.xls')"),
    "a.ods": (_zip("mimetype", "content.xml"), "pandas.read_excel('a.ods')"),
    "a.csv.gz": (b"\x1f\x8b\x08", "gunzip 'a.csv.gz'"),
}


@pytest.mark.parametrize("name", CONVERTED)
def test_that_a_file_of_another_program_is_refused_with_the_line_that_converts_it(
    name: str,
) -> None:
    data, line = CONVERTED[name]
    with pytest.raises(ReadError) as error:
        read_source(Source(name, data))
    assert name in str(error.value)
    assert line in str(error.value)


@pytest.mark.parametrize(
    "line", [*(line for _, line in foreign.LINES.values()), spreadsheet.LINE, tensors.LINE]
)
def test_that_a_converting_line_is_python_that_imports_what_it_names(line: str) -> None:
    tree = ast.parse(line.replace("{file}", repr('it\'s "a".file')))
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    own = {"open", "k", "t"}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert names - own == imported


def test_that_the_line_for_a_pickle_converts_it_to_a_file_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "it's.pkl").write_bytes(pickle.dumps([[1.5, -2.5], [0.5, 0.25]]))
    line = foreign.LINES["pickle"][1].replace("{file}", repr("it's.pkl"))
    subprocess.run([sys.executable, "-c", line], cwd=tmp_path, check=True)
    data = (tmp_path / "logits.npy").read_bytes()
    found = read_source(Source("logits.npy", data))
    assert isinstance(found, LogitsBatch)
    assert found.row(0).tolist() == [1.5, -2.5]


@pytest.mark.parametrize(
    ("module", "name", "data", "line"),
    [
        ("openpyxl", "a.xlsx", _zip("[Content_Types].xml", "xl/workbook.xml"), "pandas.read_excel"),
        ("safetensors", "a.safetensors", _safetensors(logits=np.ones((2, 3))), "numpy.savez"),
    ],
)
def test_that_without_the_library_its_extra_and_a_line_are_named(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, data: bytes, line: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReadError) as error:
        read_source(Source(name, data))
    said = str(error.value)
    assert 'pip install "xentgui[' in said
    assert line in said
    assert repr(name) in said


def test_that_the_first_sheet_of_an_excel_file_is_read_like_a_paste() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["name", "logit", "target"], ["cat", 1.1, 1], [" dog", -2.5, 0]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    found = understand(Source("a.xlsx", file.getvalue()))
    assert isinstance(found, Reading)
    assert found.block.labels == ("cat", " dog")
    assert found.block.logits is not None
    assert found.block.logits.tolist() == [1.1, -2.5]


def test_that_safetensors_are_read_and_rows_without_a_class_left_out() -> None:
    pytest.importorskip("safetensors")
    logits = np.arange(6, dtype=np.float32).reshape(3, 2)
    found = read_source(
        Source("a.safetensors", _safetensors(logits=logits, labels=np.array([1, -100, 0])))
    )
    assert isinstance(found, LogitsBatch)
    assert found.rows(0, 2).tolist() == [[0, 1], [4, 5]]
    assert found.targets is not None
    assert found.targets[0:2].tolist() == [1, 0]


def test_that_bfloat16_is_read_exactly() -> None:
    pytest.importorskip("safetensors")
    halves = (np.array([1.5, -2.0], np.float32).view(np.uint32) >> 16).astype(np.uint16)
    found = read_source(Source("a.safetensors", _safetensors(logits=halves)))
    assert isinstance(found, LogitsBatch)
    assert found.row(0).tolist() == [1.5, -2.0]


@pytest.mark.parametrize(
    ("module", "name", "data"),
    [
        ("openpyxl", "a.xlsx", _zip("[Content_Types].xml", "xl/workbook.xml")),
        ("safetensors", "a.safetensors", _safetensors(logits=np.ones((2, 3)))[:-4]),
    ],
)
def test_that_a_damaged_file_of_a_library_is_refused(module: str, name: str, data: bytes) -> None:
    pytest.importorskip(module)
    with pytest.raises(ReadError, match="damaged"):
        read_source(Source(name, data))
