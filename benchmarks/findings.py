"""What a benchmark has found, beside what was to be reached."""

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
        What was done, and what it is measured in: "× floor", "ms".
    value
        What was measured.
    goal
        What to reach, or None; `at_least` says on which side of it.
    figures
        The measured times behind the value, to be read by people.
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
        """A tick, a cross, or nothing."""
        return {True: "✓", False: "✗", None: ""}[self.reached]


def report(*findings: Finding) -> None:
    """Print `findings`, and keep them where BENCHMARK_FINDINGS says, a line of JSON each."""
    for finding in findings:
        goal = f"  goal {finding.goal_text} {finding.mark}" if finding.goal is not None else ""
        figures = f"  [{finding.figures}]" if finding.figures else ""
        print(f"  {finding.work}: {finding.value:.3g} {finding.measure}{goal}{figures}", flush=True)
    kept = os.environ.get("BENCHMARK_FINDINGS")
    if kept:
        with Path(kept).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(finding)) + "\n" for finding in findings)


def read(path: Path) -> list[Finding]:
    """Return the findings that were kept in `path`."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [Finding(**json.loads(line)) for line in lines]


def markdown(by_platform: dict[str, list[Finding]]) -> str:
    """Return a table with a column for every platform."""
    lines = [
        f"| Work | Measured in | Goal | {' | '.join(by_platform)} |",
        f"|---|---|---|{'---|' * len(by_platform)}",
    ]
    rows: dict[tuple[str, str], dict[str, Finding]] = {}
    for platform, findings in by_platform.items():
        for finding in findings:
            rows.setdefault((finding.work, finding.measure), {})[platform] = finding
    for (work, measure), cells in rows.items():
        goal = next(iter(cells.values())).goal_text
        values = [
            f"{cells[platform].value:.3g} {cells[platform].mark}".strip()
            if platform in cells
            else ""
            for platform in by_platform
        ]
        lines.append(f"| {work} | {measure} | {goal} | {' | '.join(values)} |")
    return "\n".join(lines)
