"""How every Jupyter server of the course is set up: for `course open`, on Binder and in a class's hub alike.

Whoever starts one puts this folder on JUPYTER_CONFIG_PATH and names the learner's folder in COURSE_FOLDER, the lesson
that opens first in COURSE_FIRST; see helpers/launch/environment.py. What is the service's own business (address, token,
how long a kernel may rest) is not set here.
"""

import os
from pathlib import Path

c = get_config()  # noqa: F821  (Jupyter puts it there)
settings = Path(__file__).parents[1]

# In a hub other people's servers stand at the same address: no page of theirs may show one of ours inside it.
frames = "'none'" if os.environ.get("JUPYTERHUB_SERVICE_PREFIX") else "'self'"

c.ServerApp.tornado_settings = {
    # Styles and fonts come from this server alone: the reading view asks an outside font service otherwise.
    "headers": {
        "Content-Security-Policy": f"frame-ancestors {frames}; style-src 'self' 'unsafe-inline'; font-src 'self' data:"
    },
    "static_custom_path": [str(settings / "custom"), str(settings.parents[1] / "view")],
}
c.LabApp.custom_css = True
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"

if folder := os.environ.get("COURSE_FOLDER"):
    c.ServerApp.root_dir = folder
    c.ServerApp.preferred_dir = folder
    # Each program has a first page of its own, which it puts in place of the server's.
    for program in (c.ServerApp, c.LabApp, c.JupyterNotebookApp):
        program.default_url = f"/doc/tree/{os.environ.get('COURSE_FIRST', '00_start_here.ipynb')}"
