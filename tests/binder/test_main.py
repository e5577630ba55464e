"""What `make binder-check` says where it cannot do its work; its work itself takes a minute and is not done here."""

from __future__ import annotations

import pytest

from tests.binder import session
from tests.binder.__main__ import main


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_what_is_missing_is_named_before_anything_is_built(
    ci: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failure where tests are meant to run in full, and nowhere else."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(session, "find", lambda: None)
    assert main() == status
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("Binder's steps are not replayed here: no Chromium; run: python -m tests.chromium")
