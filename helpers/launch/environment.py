"""What a Jupyter server is started with, so that it is the course's: its settings, the user's own untouched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from helpers.language import language
from helpers.notebooks import FIRST

Mode = Literal["reading", "notebook", "slides"]

SETTINGS = Path(__file__).parent / "settings"


def first(folder: Path) -> str:
    """The lesson that opens first: lesson 0, in the language that is spoken if a folder has it so.

    Examples
    --------
    >>> first(Path("/nowhere"))
    '00_start_here.ipynb'
    """
    spoken = f"{Path(FIRST).stem}.{language()}.ipynb"
    return spoken if (folder / spoken).is_file() else FIRST


def environment(mode: Mode, folder: Path) -> dict[str, str]:
    """The environment of a Jupyter server that shows a learner's folder, whoever starts it.

    Our settings folders stand first on Jupyter's search path. What is in them works in JupyterLab, in Notebook and in
    a hub's single-user server alike.

    Parameters
    ----------
    mode : {"reading", "notebook", "slides"}
        How a lesson opens.
    folder : Path
        Where the lessons stand.
    """
    folders = [] if mode == "notebook" else [SETTINGS / mode]
    paths = [
        *map(str, [*folders, SETTINGS / "common"]),
        *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")]),
    ]
    ours = {"JUPYTER_CONFIG_PATH": os.pathsep.join(paths), "COURSE_FOLDER": str(folder), "COURSE_FIRST": first(folder)}
    return {**os.environ, **ours}
