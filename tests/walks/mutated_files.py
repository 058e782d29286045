"""Mutates files that can be read, and looks for exceptions, hangs and wrong numbers.

``python -m tests.walks.mutated_files [COUNT] [SEED]`` changes a few bytes of every kind of text and
array at a time.  A mutated file may be refused with a reason, or read; then every number of it must
stand in it, and the numbers that a person is shown must be finite or -inf.
"""

from __future__ import annotations

import io
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from xentgui.documents.document_file import Opened
from xentgui.documents.opening import understand
from xentgui.language.explanation import explanation
from xentgui.model.message import RefusedError
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.column import SCALES, Role
from xentgui.reading.describe import description
from xentgui.reading.reading import Reading
from xentgui.reading.source import Source

CASES = Path(__file__).parents[1] / "reading" / "reading_cases.json"
LONGEST_SECONDS = 10.0
_PIECES = (
    b"\n", b"\t", b",", b";", b" ", b'"', b"'", b"[", b"]", b"(", b")", b"{", b"}", b":", b"=",
    b".", b"-", b"e", b"1", b"0", b"nan", b"inf", b"...", b"|", b"#", b"\\", b"<", b"\xe2\x88\x92",
    b"\xef\xbc\x8c", b"None", b"1e999", b"%", b"&", b"\x00", b"\xff", b"(1.5)", b"\xe2\x88\x92 2",
)  # fmt: skip
_DIGITS = re.compile(r"[0-9]")


def seeds() -> list[tuple[str, bytes]]:
    """Return files of every kind: the texts of the cases, and arrays."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    found = [("file.txt", case["text"].encode()[:4000]) for case in cases if "text" in case]
    logits = np.array([[2.5, -1.5, 0.5], [0.25, -np.inf, 4.0]])
    for save, name in ((np.save, "a.npy"), (np.savez, "a.npz"), (np.savez_compressed, "b.npz")):
        file = io.BytesIO()
        save(file, logits)
        found.append((name, file.getvalue()))
    return found


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Return `count` files with one to four places changed; the same for the same `seed`."""
    chance, files = random.Random(seed), seeds()  # noqa: S311 - no secret
    for _ in range(count):
        name, data = chance.choice(files)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data) + 1)
            end = min(len(data), at + chance.choice((0, 1, 1, 2, 4, 40)))
            piece = chance.choice(_PIECES)
            kind = chance.randrange(4)
            if kind == 0:
                data = data[:at] + piece + data[end:]
            elif kind == 1:
                data = data[:at] + piece + data[at:]
            elif kind == 2:
                data = data[:end] + data[at:]
            else:
                data = data[:at] + data[end:]
        yield name, data


def fault(name: str, data: bytes) -> tuple[str, str]:
    """Return what became of a file ("read", "asked", "refused"), and what is wrong with that."""
    begun = time.perf_counter()
    try:
        found = understand(Source(name, data))
    except RefusedError as error:
        said = explanation(error, lambda _, text: text)
        wrong = f"a gap in {said!r}" if re.search(r"\{[a-z_]+\}", said) and b"{" not in data else ""
        return "refused", wrong
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return "raised", repr(error)
    if time.perf_counter() - begun > LONGEST_SECONDS:
        return "slow", f"{time.perf_counter() - begun:.1f} s"
    if isinstance(found, Opened):
        return "read", ""
    if isinstance(found, LogitsBatch):
        return "read", _wrong_rows(found)
    return ("read" if found.is_certain else "asked"), _wrong_numbers(found)


def _wrong_rows(batch: LogitsBatch) -> str:
    for row in range(min(batch.samples, 5)):
        try:
            values = batch.row(row)
        except RefusedError:
            continue
        if np.isnan(values).any() or values.max() == np.inf:
            return f"row {row} is {values}"
    return ""


def _wrong_numbers(reading: Reading) -> str:
    """Return how the numbers differ from what the cells say, by another way of reading them."""
    str(description(reading))
    grid, block = reading.grid, reading.block
    for values in (block.logits, block.targets, block.probabilities):
        if values is not None and (np.isnan(values).any() or (values == np.inf).any()):
            return f"not finite: {values}"
    for j, role in enumerate(reading.roles):
        if role not in {*SCALES, Role.TARGET}:
            continue
        numbers = reading.columns.numbers(j)
        for text, number in zip(grid.texts(j), numbers.tolist(), strict=True):
            if grid.decimal_point == "." and re.fullmatch(r"-?[0-9]+(\.[0-9]*)?", text):
                if float(text) != number:
                    return f"{text!r} became {number}"
            elif not _DIGITS.search(text) and not np.isinf(number) and not text.strip(" ()-+"):
                return f"{text!r} became {number}"
    return ""


def main(count: int = 20_000, seed: int = 17) -> int:
    """Mutate `count` files; print what became of them, and return how many faults there are."""
    became: Counter[str] = Counter()
    faults, slowest = 0, 0.0
    for nth, (name, data) in enumerate(mutants(count, seed)):
        begun = time.perf_counter()
        what, wrong = fault(name, data)
        slowest = max(slowest, time.perf_counter() - begun)
        became[what] += 1
        if wrong:
            faults += 1
            sys.stdout.write(f"{nth}: {wrong}\n    {data[:300]!r}\n")
    sys.stdout.write(
        f"{count} files, {dict(became)}, {faults} faults, the slowest {slowest:.2f} s\n"
    )
    return faults


if __name__ == "__main__":
    sys.exit(min(main(*map(int, sys.argv[1:3])), 1))
