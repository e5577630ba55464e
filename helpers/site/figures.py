"""Figures drawn when the site is built: the browser shows them without loading what draws them."""

from __future__ import annotations

from helpers import figures
from helpers.figures.kept import FOLDER, file_name, packed
from helpers.language import languages, speaking
from helpers.site.needed import missing


def drawn_figures() -> dict[str, bytes]:
    """Every figure in every language, by the path in site-packages that its file has.

    Raises
    ------
    CourseError
        If one cannot be drawn: a site without its pictures is not made.
    """
    files = {}
    for code in languages():
        with speaking(code):
            for name in figures.__all__:
                picture = getattr(figures, name)()
                if not picture.svg:
                    raise missing("matplotlib")
                files[f"helpers/figures/{FOLDER.name}/{file_name(name)}"] = packed(picture)
    return files
