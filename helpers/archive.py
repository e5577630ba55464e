"""Zip archives that depend on nothing but their files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The earliest day that a zip can name: a file's day would say when it was made, not what is in it.
_DAY = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip: the same files give the same bytes, whatever their order.

    Examples
    --------
    >>> zipped({"a": b"1", "b": b"2"}) == zipped({"b": b"2", "a": b"1"})
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix wherever it is made
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
