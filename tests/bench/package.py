"""Import time beside ipywidgets' own, parsing, memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import tracemalloc
from typing import NamedTuple


class Row(NamedTuple):
    """One measurement; ``bound`` says in words what is hoped for."""

    what: str
    figure: float
    unit: str
    bound: str = ""


def _import_seconds(module: str) -> float:
    """Seconds that a fresh interpreter takes to import a module, without its own start-up."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(ran.stdout)


def measure() -> list[Row]:
    """In turn, so that a busy moment of the machine touches all alike."""
    names = {
        "ipywidgets": "ipywidgets",
        "helpers": "helpers",
        "lesson": "helpers.explore, helpers.quiz, helpers.view.widget",
    }
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(9):
        for name, modules in names.items():
            times[name].append(_import_seconds(modules))
    median = {name: 1000 * statistics.median(seconds) for name, seconds in times.items()}
    return [
        Row("import ipywidgets", median["ipywidgets"], "ms"),
        Row("import helpers", median["helpers"], "ms"),
        Row("import all that a lesson uses", median["lesson"], "ms"),
        Row("… helpers / ipywidgets", median["helpers"] / median["ipywidgets"], "×", "at most 1.5"),
        Row("… lesson / ipywidgets", median["lesson"] / median["ipywidgets"], "×"),
        *_parsing(),
    ]


def _parsing() -> list[Row]:
    from helpers.resolution import parse
    from helpers.resources import read_text

    text = read_text("resolutions/a_res_53_137.txt")
    parse(text)
    times = []
    for _ in range(200):
        start = time.perf_counter()
        parse(text)
        times.append(1000 * (time.perf_counter() - start))
    tracemalloc.start()
    kept = parse(text)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [
        Row("parse A/RES/53/137, median", statistics.median(times), "ms", "under 5"),
        Row("parse A/RES/53/137, 95th percentile", statistics.quantiles(times, n=20)[-1], "ms"),
        Row(f"memory of the parsed text ({len(kept.elements)} elements)", size / 1024, "KiB"),
        Row("memory at the peak of parsing", peak / 1024, "KiB"),
    ]
