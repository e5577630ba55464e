"""A learner's own copy of the lessons, in a JupyterLab set up for reading: at home, on Binder and in a class's hub."""

from helpers.launch.desk import prepare
from helpers.launch.environment import Mode
from helpers.launch.server import serve
from helpers.launch.workspace import Report, refresh

__all__ = ["Mode", "Report", "prepare", "refresh", "serve"]
