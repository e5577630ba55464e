"""Stands where JupyterLite's kernel looks for its installer: this edition fetches no package while it runs.

Everything that a lesson needs is in the site already, and nothing is asked of anybody else.
"""

_PIPLITE_DISABLE_PYPI = True
_PIPLITE_URLS: list[str] = []


async def install(*_requirements: object, **_options: object) -> None:
    """Say in one line that nothing is installed here."""
    print("Nothing is installed in this edition: everything that a lesson needs is here already.")
