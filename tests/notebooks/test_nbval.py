"""nbval, strict: what is committed as output is what every cell gives, on a copy and in a fresh kernel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.resources import lessons_path

# Images are data addresses; a figure's data and alt text are tested in tests/figures.
SANITIZE = '[image]\nregex: data:image/[^"]+\nreplace: DATA-IMAGE\n'


def test_every_lesson_gives_its_committed_outputs(tmp_path: Path) -> None:
    """All lessons in one run; the copy has no saved answers and knows nothing of the user's settings."""
    folder = tmp_path / "lessons"
    shutil.copytree(lessons_path(), folder, ignore=shutil.ignore_patterns("progress.json", ".*"))
    (tmp_path / "sanitize.cfg").write_text(SANITIZE)
    private = {
        name: str(tmp_path / name.lower())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR")
    }
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider"),
            *("--nbval-sanitize-with", str(tmp_path / "sanitize.cfg"), "-c", os.devnull, "--rootdir", str(tmp_path)),
            str(folder),
        ],
        env={**os.environ, **private},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert "passed" in ran.stdout
