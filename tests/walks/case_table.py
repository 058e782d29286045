"""Prints a table of all cases of reading: what is expected, what was read before, and what is now.

    python -m tests.walks.case_table [BEFORE.json]

BEFORE.json has the same cases with the key ``today``, as an older version read them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.reading.test_cases import CASES, _understood
from xentgui.model.message import RefusedError

_WIDTH = 44


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _now(case: dict[str, Any]) -> str:
    try:
        block, asks = _understood(case)
    except RefusedError as error:
        return f"refused: {error}"
    how = "asked" if asks else "read"
    if block.logits is not None:
        shape = "×".join(map(str, block.logits.shape))
        return f"{how}: {shape} {block.logits.reshape(-1)[:4].round(4).tolist()}"
    return f"{how}: {list(block.labels or ())[:4]}" if block.labels else f"{how}: targets"


def main(before: Path | None = None) -> None:
    """Print the table and the counts."""
    old: dict[str, Any] = {}
    if before is not None:
        old = {case["id"]: case.get("today", "") for case in json.loads(before.read_text("utf-8"))}
    counts: dict[str, int] = {}
    for case in CASES:
        now = _now(case)
        counts[now.partition(":")[0]] = counts.get(now.partition(":")[0], 0) + 1
        cells = (case["id"], _short(case["what"]), _short(case["expected"]))
        print(" | ".join((*cells, _short(old.get(case["id"], "")), _short(now))))  # noqa: T201
    print(counts)  # noqa: T201


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
