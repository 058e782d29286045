"""The results of benchmarks beside their goals."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """One line of the table.

    Attributes
    ----------
    work, measure
        The name of the work, and the measure: "× floor", "ms".
    value
        The measured value.
    goal
        The goal, or None; `at_least` says whether it is a lower or an upper limit.
    figures
        The measured times behind the value, as text.
    """

    work: str
    measure: str
    value: float
    goal: float | None = None
    at_least: bool = False
    figures: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    @property
    def goal_text(self) -> str:
        """The goal with its sign."""
        return "" if self.goal is None else f"{'≥' if self.at_least else '≤'} {self.goal:g}"

    @property
    def mark(self) -> str:
        """A tick, a cross, or ""."""
        return {True: "✓", False: "✗", None: ""}[self.reached]


def report(*findings: Finding) -> None:
    """Print `findings`, and add them to the file BENCHMARK_FINDINGS, a line of JSON each."""
    for finding in findings:
        goal = f"  goal {finding.goal_text} {finding.mark}" if finding.goal is not None else ""
        figures = f"  [{finding.figures}]" if finding.figures else ""
        print(f"  {finding.work}: {finding.value:.3g} {finding.measure}{goal}{figures}", flush=True)
    kept = os.environ.get("BENCHMARK_FINDINGS")
    if kept:
        with Path(kept).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(finding)) + "\n" for finding in findings)


def read(path: Path) -> list[Finding]:
    """Return the findings in the file `path`."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [Finding(**json.loads(line)) for line in lines]


_CLASSES = ", K = "


def markdown(by_platform: dict[str, list[Finding]]) -> str:
    """Return two tables: findings that depend on the number of classes, and others.

    A cell has a value for each platform, and a tick or a cross against its goal.
    """
    plain: dict[tuple[str, str], dict[str, Finding]] = {}
    sized: dict[tuple[str, str], dict[int, dict[str, Finding]]] = {}
    for platform, findings in by_platform.items():
        for finding in findings:
            work, _, classes = finding.work.partition(_CLASSES)
            if classes:
                row = sized.setdefault((work, finding.measure), {})
                row.setdefault(int(classes), {})[platform] = finding
            else:
                plain.setdefault((work, finding.measure), {})[platform] = finding
    sizes = sorted({size for row in sized.values() for size in row})
    lines = [f"Each cell: {' / '.join(by_platform)}."]
    if sized:
        lines += ["", *_table(["Work", "Measured in", "Goal", *(f"K = {k}" for k in sizes)])]
        for (work, measure), row in sized.items():
            goals = dict.fromkeys(
                f.goal_text for cell in row.values() for f in cell.values() if f.goal
            )
            cells = [_cell(row[size]) if size in row else "" for size in sizes]
            lines.append(_row([work, measure, ", ".join(goals), *cells]))
    if plain:
        lines += ["", *_table(["Work", "Measured in", "Goal", "Measured"])]
        for (work, measure), cell in plain.items():
            goal = next(iter(cell.values())).goal_text
            lines.append(_row([work, measure, goal, _cell(cell)]))
    return "\n".join(lines)


def _cell(cell: dict[str, Finding]) -> str:
    values = " / ".join(f"{finding.value:.3g}" for finding in cell.values())
    marks = dict.fromkeys(finding.mark for finding in cell.values())
    return f"{values} {'/'.join(marks)}".strip()


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(headings: list[str]) -> list[str]:
    return [_row(headings), "|---" * len(headings) + "|"]
