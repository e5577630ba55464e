"""Where the course runs: this decides what a learner has to be told about keeping their answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Literal

Place = Literal["computer", "binder", "browser", "hub"]

#: BinderHub tells a session what was asked for and where; an older one names the repository alone.
_BINDER = ("BINDER_LAUNCH_HOST", "BINDER_REQUEST", "BINDER_REPO_URL")
#: JupyterHub tells every server its own part of the address. Binder's sessions run under a JupyterHub too.
_HUB = "JUPYTERHUB_SERVICE_PREFIX"


def where(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Place:
    """Where this kernel runs.

    Parameters
    ----------
    environment : mapping of str to str
        The environment's variables.
    platform : str
        As in :data:`sys.platform`.

    Returns
    -------
    {"computer", "binder", "browser", "hub"}
        ``"binder"``: a session ends after about ten idle minutes, and everything in it is lost.
        ``"browser"``: answers are kept by this browser on this device alone.
        ``"hub"``: a class's JupyterHub keeps the learner's folder.
        ``"computer"``: the learner's own folder.

    Examples
    --------
    >>> where({"BINDER_LAUNCH_HOST": "https://mybinder.org/", "JUPYTERHUB_SERVICE_PREFIX": "/user/x/"}, "linux")
    'binder'
    >>> where({"JUPYTERHUB_SERVICE_PREFIX": "/user/ana/"}, "linux")
    'hub'
    >>> where({}, "emscripten"), where({}, "win32")
    ('browser', 'computer')
    """
    if platform == "emscripten":
        return "browser"
    if any(environment.get(name) for name in _BINDER):
        return "binder"
    return "hub" if environment.get(_HUB) else "computer"
