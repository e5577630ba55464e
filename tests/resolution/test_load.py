"""Loading: the packaged resolution by any spelling of its symbol."""

import pytest

from helpers.errors import CourseError
from helpers.resolution import load


@pytest.mark.parametrize("symbol", ["A/RES/53/137", "a/res/53/137", " A / RES / 53 / 137 ", "53/137"])
def test_spellings(symbol):
    """Capitals and blanks are forgiven; the record is read once."""
    assert load(symbol) is load("A/RES/53/137")


@pytest.mark.parametrize("symbol", ["A/RES/1/1", "", "../../etc/passwd", None])
def test_unknown(symbol):
    """One line that names what there is."""
    with pytest.raises(CourseError, match="A/RES/53/137") as caught:
        load(symbol)
    assert "\n" not in str(caught.value)


def test_frozen():
    """Nobody can change what others read."""
    with pytest.raises(AttributeError):
        load().source = ""
