"""Where the course runs, by what each service tells a kernel."""

from __future__ import annotations

import pytest

from helpers.place import Place, where
from tests.binder.session import TOLD


@pytest.mark.parametrize(
    ("environment", "platform", "place"),
    [
        (TOLD, "linux", "binder"),  # a JupyterHub runs under every Binder: Binder counts
        ({"BINDER_REPO_URL": "https://github.com/owner/course"}, "linux", "binder"),  # an older BinderHub
        ({"BINDER_LAUNCH_HOST": ""}, "linux", "computer"),
        ({"JUPYTERHUB_SERVICE_PREFIX": "/user/ana/"}, "linux", "hub"),
        ({"JUPYTERHUB_SERVICE_PREFIX": "/user/ana/"}, "emscripten", "browser"),
        ({"JUPYTER_TOKEN": "x"}, "darwin", "computer"),
    ],
)
def test_where_a_kernel_runs(environment: dict[str, str], platform: str, place: Place) -> None:
    assert where(environment, platform) == place
