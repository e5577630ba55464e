"""``course lint``: one line a finding, an exit status that means something, one line for a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.cli import main
from helpers.resources import data_path

GOOD = "The General Assembly,\n\nAware of it,\n\nDecides to meet."


def run(capsys: pytest.CaptureFixture[str], path: Path) -> tuple[int, list[str], str]:
    status = main(["lint", str(path)])
    said = capsys.readouterr()
    return status, said.out.splitlines(), said.err


def test_our_own_copy(capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines: the italics of the preamble and the lost mark of note 2, which is an error of form."""
    status, lines, _ = run(capsys, data_path("resolutions/a_res_53_137.txt"))
    assert status == 1
    assert [line.split(": ")[:3] for line in lines] == [
        ["24", "PP1", "italic-openings (warning)"],
        ["30", "FN2", "note-called (error)"],
    ]


@pytest.mark.parametrize(
    ("text", "status", "first"),
    [
        (GOOD, 0, "nothing found"),
        (GOOD.replace("it,", "the UN,"), 0, "3: PP1: full-names (warning): ‘UN’ is short for United Nations; write it"),
        (GOOD.replace("it,", "it."), 1, "3: PP1: preamble-comma (error): the preambular paragraph ends with a full"),
    ],
)
def test_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, status: int, first: str) -> None:
    """1 only where a rule of form is broken."""
    (tmp_path / "draft.txt").write_text(text, "utf-8")
    got, lines, error = run(capsys, tmp_path / "draft.txt")
    assert (got, error) == (status, "")
    assert lines[0].startswith(first)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"", "line 1: the text is empty"),
        (b"Hello", "line 1: no enacting words"),
        (b"\xff\xfe\x00", "not UTF-8 text"),
        (b"\0" * 10, "binary data"),
        (b"x" * 1_000_001, "it is larger than 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "draft.txt").write_bytes(content)
    status, lines, error = run(capsys, tmp_path / "draft.txt")
    assert (status, lines, error.count("\n")) == (1, [], 1)
    assert error.startswith(f"course: {tmp_path / 'draft.txt'}") and said in error


def test_a_folder_is_one_line_and_a_link_is_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "it is a folder, not a file" in run(capsys, tmp_path)[2]
    (tmp_path / "draft.txt").write_text(GOOD, "utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "draft.txt")
    assert run(capsys, tmp_path / "link.txt")[:2] == (0, ["nothing found"])
