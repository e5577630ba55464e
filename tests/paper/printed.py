"""PDFs read back by another library than the one that made them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Printed:
    """A PDF as a reader meets it."""

    content: bytes

    @cached_property
    def _reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @property
    def pages(self) -> int:
        return len(self._reader.pages)

    @property
    def words(self) -> str:
        """All words in order, line breaks as spaces."""
        return " ".join(" ".join(page.extract_text() for page in self._reader.pages).split())

    @property
    def title(self) -> str | None:
        return self._reader.metadata.title if self._reader.metadata else None

    @property
    def author(self) -> str | None:
        return self._reader.metadata.author if self._reader.metadata else None

    @property
    def language(self) -> str:
        return str(self._reader.trailer["/Root"]["/Lang"])

    @property
    def tagged(self) -> bool:
        return bool(self._reader.trailer["/Root"]["/MarkInfo"]["/Marked"])

    @cached_property
    def type(self) -> set[tuple[str, float]]:
        """Fonts with the sizes they are set in."""
        found = set[tuple[str, float]]()

        def note(text: str, _cm: Any, matrix: Any, font: Any, size: float) -> None:
            if text.strip() and font:
                found.add((str(font["/BaseFont"]).split("+")[-1], round(size * abs(matrix[0]), 2)))

        for page in self._reader.pages:
            page.extract_text(visitor_text=note)
        return found

    @property
    def embedded(self) -> bool:
        """Whether every font travels with the file."""
        fonts = [f.get_object() for p in self._reader.pages for f in p["/Resources"]["/Font"].values()]
        descriptors = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
        return all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)
