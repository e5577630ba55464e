"""The lessons as a maintainer checks them: what they say against data/, what they cover, how hard they read."""

from helpers.lessons.book import Book, read_books
from helpers.lessons.coverage import WAYS, coverage, holes
from helpers.lessons.review import review, review_all

__all__ = ["WAYS", "Book", "coverage", "holes", "read_books", "review", "review_all"]
