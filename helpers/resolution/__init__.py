"""The text model: a resolution read into records that keep their place in the source."""

from helpers.errors import ParseError
from helpers.resolution.acts import acts
from helpers.resolution.load import load
from helpers.resolution.model import (
    Act,
    Adoption,
    Annex,
    Citation,
    Element,
    Footnote,
    Masthead,
    Paragraph,
    Piece,
    Resolution,
    Span,
    Unplaced,
)
from helpers.resolution.parse import parse

__all__ = [
    "Act",
    "Adoption",
    "Annex",
    "Citation",
    "Element",
    "Footnote",
    "Masthead",
    "Paragraph",
    "ParseError",
    "Piece",
    "Resolution",
    "Span",
    "Unplaced",
    "acts",
    "load",
    "parse",
]
