"""The map: what it shows on a day, its words, its weight, and whatever an event brings."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError, DataError
from helpers.explore import outlines as module
from helpers.explore.outlines import VIEW, outlines, projected
from helpers.treaty import find, participants
from helpers.view import Event
from tests.explore.drive import after

SMALL = {
    "132": "Cabo Verde",
    "174": "Comoros",
    "585": "Palau",
    "678": "Sao Tome",
    "690": "Seychelles",
    "670": "Vincent",
}


def shape(html: str, code: str) -> str:
    found = re.search(rf'<(?:path|circle)[^>]* id="map{code}"[^>]*>', html)
    assert found, code
    return found[0]


@pytest.mark.parametrize(
    ("day", "parties", "waiting", "signed"),
    [
        ("18 December 1990", "0", "0", "0"),
        ("9 December 1998", "0", "9", "3"),
        ("30 June 2003", "0", "22", "10"),
        ("1 July 2003", "21", "1", "10"),
        ("3 February 2026", "60", "0", "11"),
    ],
)
def test_counts_and_fillings_agree(day: str, parties: str, waiting: str, signed: str) -> None:
    """The legend's numbers are those of the shapes: every State of the table is drawn once."""
    shown = after(explore.worldmap(), ("day", day))
    assert re.findall(r"<strong>: (\d+)</strong>", shown) == [parties, waiting, signed]
    drawn = shown[shown.index('class="res-map"') :].split("</defs>")[1].split("</svg>")[0]
    for name, number in (("party", parties), ("striped", waiting), ("dotted", signed)):
        assert drawn.count(f'fill="url(#map-{name})"') == int(number)


@pytest.mark.parametrize(
    ("code", "day", "filling"),
    [
        ("484", "21 May 1991", None),  # Mexico
        ("484", "22 May 1991", "dotted"),
        ("484", "8 March 1999", "striped"),
        ("484", "1 July 2003", "party"),
        ("466", "1 July 2003", "striped"),  # Mali
        ("132", "9 December 1998", "striped"),  # Cabo Verde, a dot
        ("242", "3 February 2026", "party"),  # Fiji
        ("250", "3 February 2026", None),  # France: no step
    ],
)
def test_one_state_through_time(code: str, day: str, filling: str | None) -> None:
    found = re.search(r"fill=\"url\(#map-(\w+)\)", shape(after(explore.worldmap(), ("day", day)), code))
    assert (found and found[1]) == filling


def test_a_day_changes_nothing_but_fillings() -> None:
    """Same shapes, same ids, same order: the browser has little to repaint."""

    def bare(day: str) -> str:
        shown = after(explore.worldmap(), ("day", day))
        return re.sub(r' fill="[^"]*"', "", shown[shown.index("</defs>") : shown.index("</svg></div>")])

    assert bare("9 December 1998") == bare("3 February 2026")


def test_the_page_stays_small_and_fast() -> None:
    page = explore.worldmap()
    after(page)
    started = time.perf_counter()
    html = after(page, ("day", "3 February 2026"))
    assert time.perf_counter() - started < 0.2
    assert len(html.encode()) < 120_000


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([("pick", "466"), ("day", "1 July 2003")], "Mali, on this day: deposited, not yet bound."),
        ([("pick", "466")], "Mali, on this day: no step. All its steps: acceded 5 June 2003; bound from"),
        ([("pick", "499"), ("day", "2026-02-03")], "succeeded to a signature 23 October 2006."),
        ([("pick", "250")], "France: no signature and no instrument by 3 February 2026."),
        ([("pick", "678")], "Sao Tome and Principe, on this day: no step"),  # a dot
        ([("step", "next")], "On 9 December 1999"),
        ([("step", "back")], "On 9 December 1997"),
        ([("day", "29 February 2000"), ("step", "next")], "On 28 February 2001"),
        ([("day", "1 March 2025"), ("step", "next")], "On 3 February 2026"),
        ([("day", "1 January 2050"), ("step", "back")], "On 3 February 2025"),
        ([("day", "1 January 1950"), ("step", "back")], "On 18 December 1990"),
        ([("day", "1 January 2050")], "The data end on 3 February 2026"),
        ([("day", "1 January 1950")], "before that day no State could take a step"),
    ],
)
def test_what_is_told(events: list[tuple[str, str]], told: str) -> None:
    shown = after(explore.worldmap(), *events)
    assert told in shown[shown.index('id="worldmap-told"') :].split("res-map-box")[0]


def test_the_chosen_country_lies_on_top() -> None:
    shown = after(explore.worldmap(), ("pick", "484"))
    assert shown.count("res-chosen") == 1
    assert 'id="map484" class="res-chosen"' in shown.split("</svg></div>")[0].split("<path")[-1]
    assert '<tr class="res-picked" data-into-view><th scope="row">Mexico</th>' in shown
    assert "res-chosen" not in after(explore.worldmap(), ("pick", "484"), ("pick", ""))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pick", "999"),
        ("pick", "<script>"),
        ("pick", None),
        ("pick", ["484"]),
        ("step", "sideways"),
        ("step", None),
        ("other", "484"),
    ],
)
def test_what_no_control_sends_changes_nothing(name: str, value: Any) -> None:
    page = explore.worldmap(state="466")
    assert after(page, (name, value)) == after(page)


@pytest.mark.parametrize("value", ["", "1998", "32 May 2000", "<b>", None, 5])
def test_a_bad_day_gives_one_line(value: Any) -> None:
    page = explore.worldmap()
    with pytest.raises(CourseError, match="is not a day; write one as in 14 March 2003"):
        page.update(page.start(), Event("day", value))


def test_the_table_names_all_71_with_their_standing() -> None:
    """Whoever cannot see the map reads the same here."""
    shown = after(explore.worldmap(), ("day", "1 July 2003"))
    table = shown[shown.index("res-map-table") :]
    assert table.count('<th scope="row">') == 71
    row = '<th scope="row">Mali</th><td>deposited, not yet bound</td><td>–</td><td>5 June 2003 (acceded)</td>'
    assert f"{row}<td>1 October 2003</td>" in table
    assert "the course takes no position" in shown


def test_every_control_has_its_label_and_every_box_its_name() -> None:
    shown = after(explore.worldmap())
    for control in ("worldmap-known", "worldmap-day", "worldmap-pick"):
        assert f'<label for="{control}">' in shown and f'id="{control}"' in shown
    for box in ("res-map-box", "res-map-table"):
        assert re.search(rf'class="{box}" tabindex="0" role="region" aria-label="[^"]+"', shown)
    assert re.search(
        r'<svg class="res-map"[^>]* role="img" aria-label="World map. On 9 December 1998: 0 parties;', shown
    )


def test_whatever_can_be_clicked_can_be_chosen_from_the_list() -> None:
    shown = after(explore.worldmap())
    clickable = set(re.findall(r'data-send="pick" data-value="(\d+)"', shown))
    listed = set(re.findall(r'<option value="(\d{3})"', shown))
    assert clickable == listed
    assert {f"{state.m49:03d}" for state in participants()} <= listed


def test_without_a_kernel_it_tells_the_same() -> None:
    bundle = explore.worldmap().without_kernel()
    assert (
        'alt="World map. On 3 February 2026: 60 parties; 0 deposited, not yet bound; 11 signed' in bundle["text/html"]
    )
    assert bundle["text/html"].count('<th scope="row">') == 71
    assert "Zimbabwe | party | – | 5 November 2024 (acceded) | 1 March 2025" in bundle["text/plain"]
    assert "<button" not in bundle["text/html"]


# ---- outlines ----


def test_outlines() -> None:
    """Every country of the file but Antarctica; the six small States of the table have none."""
    paths = outlines()
    assert len(paths) == 176
    assert "010" not in paths
    assert {f"{state.m49:03d}" for state in participants()} - set(paths) == set(SMALL)
    for code, path in paths.items():
        assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", path), code
    assert sum(map(len, paths.values())) < 60_000


def test_every_outline_lies_within_the_view() -> None:
    """No leap across the map where a country lies on both sides of 180 degrees (Fiji, the Russian Federation)."""
    left, top, width, height = VIEW
    for code, path in outlines().items():
        for ring in path.split("M")[1:]:
            x, y = map(int, ring.split("l")[0].split())
            numbers = [int(number) for number in re.findall(r"-?\d+", ring.split("l")[1])]
            for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + step_x, y + step_y
                assert left <= x <= left + width, code
                assert top <= y <= top + height, code
                assert abs(step_x) < 200, code


@pytest.mark.parametrize(("code", "name"), SMALL.items())
def test_small_states_are_dots(code: str, name: str) -> None:
    dot = shape(after(explore.worldmap()), code)
    assert dot.startswith("<circle")
    assert name in next(state.name for state in participants() if f"{state.m49:03d}" == code)


def test_places_are_where_they_are() -> None:
    """West of Africa, east of Africa; the equator is the widest line."""
    cape, ghana, seychelles = (
        projected(state.longitude, state.latitude) for state in map(find, ("Cabo Verde", "Ghana", "Seychelles"))
    )
    assert cape[0] < ghana[0] < seychelles[0]
    assert cape[1] < ghana[1] < seychelles[1]
    assert projected(191, 0)[0] - projected(-169, 0)[0] > projected(191, 60)[0] - projected(-169, 60)[0]


@pytest.mark.parametrize("damage", ["{", '{"arcs": []}', '{"arcs": [], "transform": {}, "objects": 3}', "[]"])
def test_a_damaged_map_says_so(damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_text", lambda name: damage)
    with pytest.raises(DataError, match="is damaged"):
        module.outlines.__wrapped__()


def test_arcs_are_read_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two squares share an arc; the second one reads it backwards."""
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [10, 0], [0, 10], [-10, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "id": "001", "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "arcs": [[[2, -1]]]},
                ]
            }
        },
    }
    monkeypatch.setattr(module, "read_text", lambda name: json.dumps(topology))
    found = module.outlines.__wrapped__()
    assert list(found) == ["001", "-1"]
    assert all(path.count("M") == 1 for path in found.values())
    assert len(re.findall(r"-?\d+", found["-1"])) == 8  # a start and three steps
