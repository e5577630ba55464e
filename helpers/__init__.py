"""Resolution 53/137, an interactive course: the helpers behind its notebooks.

Sub-packages load when first used, so that importing this one costs next to nothing:
``resolution`` (text to model), ``treaty`` (deposits to status), ``explore`` (explorers), ``figures`` (pictures),
``quiz`` (questions), ``view`` (how it looks), ``language`` (which one it speaks).
"""

from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"
__all__ = ["explore", "figures", "language", "quiz", "resolution", "treaty", "view"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
