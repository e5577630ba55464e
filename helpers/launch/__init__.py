"""``course open``: a learner's own copy of the lessons, in a JupyterLab set up for reading."""

from helpers.launch.server import Mode, serve
from helpers.launch.workspace import Report, refresh

__all__ = ["Mode", "Report", "refresh", "serve"]
