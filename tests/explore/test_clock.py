"""The ratification clock: any day, any State, and whatever an event brings."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from helpers.explore.clock import steps
from helpers.explore.days import read_day
from helpers.view import Event
from tests.explore.drive import after


def part(html: str, name: str) -> str:
    """What stands behind the id, up to the next heading."""
    return html[html.index(f'id="{name}"') :]


def counts(html: str) -> list[str]:
    cells = part(html, "clock-status").split("</table>")[0].split("<td>")[1:]
    return [cell.split("<")[0] for cell in cells]


@pytest.mark.parametrize(
    ("event", "signed", "deposits", "parties", "missing"),
    [
        (("day", "9 December 1998"), "5", "9", "0", "11"),
        (("day", "13 March 2003"), "17", "19", "0", "1"),
        (("day", "2003-03-14"), "17", "21", "0", "0"),
        (("day", "1 July 2003"), "17", "22", "21", "0"),
        (("day", "1.10.2003"), "17", "23", "22", "0"),
        (("day", "3 February 2026"), "40", "60", "60", "0"),
        (("month", "0"), "0", "0", "0", "20"),  # the day of opening
        (("month", "151"), "17", "22", "21", "0"),  # 151 months on: 1 July 2003
        (("month", "422"), "40", "60", "60", "0"),  # the end of the data
    ],
)
def test_the_status_of_a_day(event: tuple[str, str], signed: str, deposits: str, parties: str, missing: str) -> None:
    assert counts(after(explore.clock(), event)) == [signed, deposits, parties, missing]


@pytest.mark.parametrize(
    ("events", "heading"),
    [
        ([("month", "0")], "On 18 December 1990"),
        ([("month", "1")], "On 1 January 1991"),
        ([("month", "151")], "On 1 July 2003"),
        ([("month", "421")], "On 1 January 2026"),
        ([("month", "422")], "On 3 February 2026"),
        ([("day", "10 March 2003"), ("step", "next")], "On 13 March 2003"),
        ([("day", "13 March 2003"), ("step", "next")], "On 14 March 2003"),
        ([("day", "14 March 2003"), ("step", "next")], "On 5 June 2003"),
        ([("day", "1 July 2003"), ("step", "back")], "On 5 June 2003"),
        ([("day", "18 December 1990"), ("step", "back")], "On 18 December 1990"),
        ([("day", "3 February 2026"), ("step", "next")], "On 3 February 2026"),
        ([("day", "1 January 2030"), ("step", "back")], "On 3 February 2026"),
        ([("day", "1 January 1900"), ("step", "next")], "On 18 December 1990"),
    ],
)
def test_every_way_to_a_day(events: list[tuple[str, str]], heading: str) -> None:
    assert f"<h3>{heading}</h3>" in after(explore.clock(), *events)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("month", "423"),
        ("month", "-1"),
        ("month", "1.5"),
        ("month", "²"),
        ("month", "9" * 400),
        ("month", None),
        ("month", {"a": 1}),
        ("step", "sideways"),
        ("step", 1),
        ("unknown", "1 July 2003"),
    ],
)
def test_what_no_control_sends_changes_nothing(name: str, value: Any) -> None:
    page = explore.clock()
    assert "On 9 December 1998" in after(page, (name, value))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("day", "31 June 2003", "‘31 June 2003’ is not a day; write one as in 14 March 2003"),
        ("day", "", "‘’ is not a day"),
        ("day", None, "is not a day"),
        ("day", "<script>" * 20, "<script>"),
        ("joined", "soon", "‘soon’ is not a day"),
        ("joined", "17 December 1990", "No State could join before 18 December 1990; choose that day or a later one."),
        ("joined", "1 January 2101", "1 January 2101 is too far away; choose a day up to 31 December 2100."),
        ("joined", "31 December 9999", "too far away"),
        ("state", "Atlantis", "‘Atlantis’ is not in the table"),
        ("state", "France", "choose a State from the list"),
        ("state", 7, "choose a State from the list"),
    ],
)
def test_bad_input_gives_one_line_and_keeps_the_earlier_state(name: str, value: Any, told: str) -> None:
    page = explore.clock()
    state = page.start()
    with pytest.raises(CourseError) as raised:
        page.update(state, Event(name, value))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value) and len(str(raised.value)) < 200
    assert state == page.start()


def test_the_live_page_shows_the_line_and_goes_on() -> None:
    live = explore.clock().live()
    live.send = lambda content, buffers=None: None  # type: ignore[method-assign]
    live._on_event(live, {"name": "day", "value": "<b>never</b>", "seq": 1}, [])
    assert 'role="alert">‘&lt;b&gt;never&lt;/b&gt;’ is not a day' in live.html
    assert counts(live.html) == ["5", "9", "0", "11"]
    live._on_event(live, {"name": "day", "value": "1 July 2003", "seq": 2}, [])
    assert 'role="alert"' not in live.html


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("9 December 1998", ["9.", "not yet; 11 are missing.", "both open."]),
        ("13 March 2003", ["19.", "not yet; 1 is missing.", "both open."]),
        (
            "14 March 2003",
            [
                "21.",
                "14 March 2003 (El Salvador, Guatemala).",
                "14 June 2003.",
                "1 July 2003. On that day the Convention enters into force.",
            ],
        ),
        ("5 June 2003", ["deposit 5 June 2003, three months 5 September 2003, bound from 1 October 2003."]),
        ("31 March 2017", ["deposit 31 March 2017, three months 30 June 2017, bound from 1 July 2017."]),
    ],
)
def test_article_87_step_by_step(day: str, told: list[str]) -> None:
    given = [result for _, result in steps(read_day(day))]
    assert given[-len(told) :] == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("17 December 1990", "before that day no State could take a step"),
        ("4 February 2026", "The data end on 3 February 2026: later steps are not counted here."),
        ("31 December 9999", "The data end on 3 February 2026"),
        ("1 January 1", "is not a day"),
    ],
)
def test_a_day_outside_the_data_says_so(day: str, told: str) -> None:
    if told == "is not a day":
        with pytest.raises(CourseError, match=told):
            after(explore.clock(), ("day", day))
    else:
        assert told in part(after(explore.clock(), ("day", day)), "clock-status")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("14 March 2003", "ratified: El Salvador, Guatemala"),
        ("7 September 2000", "signed: Ghana, Guatemala, Tajikistan; ratified: Ghana; acceded: Guinea"),
        ("23 October 2006", "succeeded to a signature: Montenegro"),
        ("1 October 2003", "became bound: Mali"),
        ("9 December 1998", "nothing new"),
    ],
)
def test_what_happened_on_a_day(day: str, told: str) -> None:
    assert f"<strong>On this day: </strong>{told}." in after(explore.clock(), ("day", day))


def test_names_are_those_of_the_day() -> None:
    shown = after(explore.clock(), ("day", "9 December 1998"))
    assert "Egypt, Morocco, Seychelles, Colombia, Philippines, Uganda, Sri Lanka" in shown
    assert "<strong>Signed, no instrument yet: </strong>Bangladesh, Chile, Mexico." in shown
    assert "Mali (from 1 October 2003)" in after(explore.clock(), ("day", "1 July 2003"))


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([], "395 days earlier: on 1 June 2002. The instrument of Ecuador is then the twentieth."),
        ([("joined", "1 December 2002")], "91 days earlier: on 1 April 2003. The instrument of Chile is then"),
        ([("joined", "14 March 2003")], "does not move. The twentieth instrument is still one of 14 March 2003."),
        ([("joined", "15 March 2003")], "does not move. The twentieth instrument was there before that of Chile."),
        ([("real", "")], "does not move. This is what happened."),
        ([("never", "")], "does not move. The twentieth instrument was there before that of Chile."),
        ([("state", "Mexico"), ("joined", "22 May 1991")], "Mexico was among the first nineteen as it was."),
        ([("state", "Guatemala"), ("never", "")], "without Guatemala there are still twenty that day."),
        ([("state", "Egypt"), ("never", "")], "without Egypt there are still twenty that day."),
        ([("state", "Egypt"), ("joined", "1 May 2010")], "without Egypt there are still twenty that day."),
        ([("state", "Armenia"), ("never", "")], "This is what happened."),
        ([("state", "Armenia"), ("joined", "30 June 2026")], "was there before that of Armenia."),
    ],
)
def test_what_if(events: list[tuple[str, str]], verdict: str) -> None:
    assert verdict in part(after(explore.clock(), *events), "clock-if")


def test_what_was_is_beside_what_would_have_been() -> None:
    shown = part(after(explore.clock(), ("state", "Armenia"), ("joined", "30 November 2026")), "clock-if")
    assert "<td>none</td><td><strong>30 November 2026</strong></td>" in shown
    assert "<td>not bound</td><td><strong>1 March 2027</strong></td>" in shown
    never = part(after(explore.clock(), ("state", "Mali"), ("never", "")), "clock-if")
    assert "<td>1 October 2003</td><td><strong>not bound</strong></td>" in never


def test_the_parts_share_no_id_and_stand_alone() -> None:
    """A lesson may show both on one page."""
    day, supposed = after(explore.clock(part="day")), after(explore.clock(part="if"))
    ids = [{piece.split('"')[0] for piece in html.split(' id="')[1:]} for html in (day, supposed)]
    assert ids[0] and ids[1] and not ids[0] & ids[1]
    assert "What if" not in day
    assert "clock-month" not in supposed


def test_every_control_has_its_label() -> None:
    shown = after(explore.clock())
    for control in ("clock-known", "clock-day", "clock-month", "clock-state", "clock-joined"):
        assert f'<label for="{control}">' in shown and f'id="{control}"' in shown
    assert 'aria-valuetext="9 December 1998"' in shown


def test_a_start_that_is_no_day_is_refused() -> None:
    with pytest.raises(CourseError):
        explore.clock(start="soon")


def test_without_a_kernel_it_tells_the_same() -> None:
    """Still HTML and plain text hold the days, article 87 and the first supposition, and no control."""
    bundle = explore.clock().without_kernel()
    for text in bundle.values():
        assert "14 June 2003" in text
        assert "395 days earlier" in text
    assert (
        "1 July 2003 (the Convention enters into force): 17 signatories, 22 deposits, 21 parties"
        in bundle["text/plain"]
    )
    row = "1 July 2003: the Convention enters into force</th><td>17</td><td>22</td><td>21</td>"
    assert row in bundle["text/html"]
    assert "<button" not in bundle["text/html"] and "<input" not in bundle["text/html"]
