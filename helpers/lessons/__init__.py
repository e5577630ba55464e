"""The lessons as a maintainer checks them: what they say against data/, what they cover, how hard they read."""

from helpers.lessons.book import Book, read_books, read_translations
from helpers.lessons.coverage import WAYS, coverage, holes
from helpers.lessons.review import review, review_all
from helpers.lessons.translated import review_translations

__all__ = [
    "WAYS",
    "Book",
    "coverage",
    "holes",
    "read_books",
    "read_translations",
    "review",
    "review_all",
    "review_translations",
]
