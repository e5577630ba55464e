"""Run every measurement and write ``build/bench.json``: ``python -m tests.bench``."""

from __future__ import annotations

import json
import platform
from pathlib import Path

from tests.bench import browser, grading, package, web

BUILD = Path("build")


def main() -> None:
    """Print one table: what, figure, bound, and where a measurement lies beside another, their ratio."""
    rows = [*package.measure(), *browser.measure(), *web.measure(), *grading.measure()]
    BUILD.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    report = {"machine": machine, "rows": [row._asdict() for row in rows]}
    (BUILD / "bench.json").write_text(json.dumps(report, indent=1) + "\n")
    width = max(len(row.what) for row in rows)
    for row in rows:
        print(f"{row.what:{width}}  {row.figure:10.2f} {row.unit:6}  {row.bound}")


if __name__ == "__main__":
    main()
