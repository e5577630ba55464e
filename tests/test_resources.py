"""Packaged data first, the checkout's otherwise; damage is told in one line."""

from pathlib import Path

import pytest

from helpers import resources
from helpers.errors import DataError

TABLE = "key,title\nA,First\n"


def checkout(root: Path) -> Path:
    """Lay out a checkout: data/ and course/ beside the package."""
    (root / "helpers").mkdir()
    (root / "data/law").mkdir(parents=True)
    (root / "course/lessons").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    (root / "data/law/table.csv").write_text(TABLE)
    return root / "helpers"


def installed(root: Path) -> Path:
    """Lay out an installed package: data and lessons inside it."""
    package = root / "helpers"
    (package / "_data/law").mkdir(parents=True)
    (package / "_course/lessons").mkdir(parents=True)
    (package / "_data/law/table.csv").write_text(TABLE)
    return package


def test_a_checkout_uses_its_own_data(tmp_path: Path) -> None:
    package = checkout(tmp_path)
    assert resources.data_path("law/table.csv", package) == tmp_path / "data/law/table.csv"
    assert resources.lessons_path(package) == tmp_path / "course/lessons"


def test_an_installed_package_uses_the_packaged_data(tmp_path: Path) -> None:
    package = installed(tmp_path)
    assert resources.data_path("law/table.csv", package) == package / "_data/law/table.csv"
    assert resources.lessons_path(package) == package / "_course/lessons"


def test_packaged_data_win_over_a_data_folder_beside_the_package(tmp_path: Path) -> None:
    """Somebody else's data/ in site-packages must never be read."""
    package = installed(tmp_path)
    (tmp_path / "data/law").mkdir(parents=True)
    (tmp_path / "data/law/table.csv").write_text("not,ours\n1,2\n")
    assert resources.read_table("law/table.csv", package) == ({"key": "A", "title": "First"},)


@pytest.mark.parametrize(
    ("layout", "remedy"),
    [
        (checkout, "git checkout -- data/law/gone.csv"),
        (installed, "pip install --force-reinstall resolution-53-137"),
    ],
)
def test_a_missing_file_says_what_to_do(tmp_path: Path, layout, remedy: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DataError, match="missing") as caught:
        resources.data_path("law/gone.csv", layout(tmp_path))
    assert remedy in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"key,title\n", "no rows"),
        (b"key,title\nA,\xff\xfe\n", "byte 12 is not UTF-8"),
        (b"key,title\nA,First\nB", "line 3 has 1 cells, 2 expected"),  # cut short in a cell
        (b'key,title\nA,"Fir', "unexpected end of data"),  # cut short in a quotation
        (b"key,key\nA,B\n", "two share one"),
        (b"key,\nA,B\n", "has no name"),
    ],
)
def test_damage_is_named_with_its_place(tmp_path: Path, content: bytes, complaint: str) -> None:
    package = checkout(tmp_path)
    (tmp_path / "data/law/table.csv").write_bytes(content)
    with pytest.raises(DataError, match=complaint) as caught:
        resources.read_table("law/table.csv", package)
    assert "law/table.csv" in str(caught.value)
    assert "git checkout" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_in_place_of_a_file_is_told_too(tmp_path: Path) -> None:
    package = checkout(tmp_path)
    (tmp_path / "data/law/folder.csv").mkdir()
    with pytest.raises(DataError, match="cannot be read"):
        resources.read_text("law/folder.csv", package)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lacks the column date"):
        resources.columns("law/table.csv", "key", "date", package=checkout(tmp_path))


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    """Spreadsheet programs write one."""
    package = checkout(tmp_path)
    (tmp_path / "data/law/table.csv").write_bytes(b"\xef\xbb\xbf" + TABLE.encode())
    assert resources.read_table("law/table.csv", package)[0]["key"] == "A"


def test_a_table_is_read_once(tmp_path: Path) -> None:
    package = checkout(tmp_path)
    assert resources.read_table("law/table.csv", package) is resources.read_table("law/table.csv", package)
