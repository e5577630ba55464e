"""The acts of operative paragraphs: table rows of invented text, each with the reason it stands here."""

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.resolution import acts
from helpers.resolution.model import Act
from helpers.resources import read_text

# (text, [verb of each act], why)
VERBS = [
    ("Requests States to act;", ["Requests"], "one verb, one act"),
    ("Requests States to act, to report and to meet;", ["Requests"], "many infinitives hang on one verb"),
    (
        "Welcomes the plan, and invites States to act;",
        ["Welcomes", "invites"],
        "the second verb has the same subject",
    ),
    ("Welcomes and encourages the plan;", ["Welcomes", "encourages"], "two finite verbs share an object"),
    ("Welcomes the plan and calls upon States to act;", ["Welcomes", "calls upon"], "no comma before and"),
    ("Notes the plan, stresses its cost, urges care;", ["Notes", "stresses", "urges"], "commas alone"),
    ("Decides further that the Board shall meet;", ["Decides further"], "an adverb after the verb"),
    ("Encourages further progress;", ["Encourages"], "further describes the noun"),
    ("Also strongly urges all parties to stop;", ["Also strongly urges"], "adverbs before the verb"),
    (
        "Takes note with great appreciation of the report;",
        ["Takes note with great appreciation"],
        "manner, without of",
    ),
    ("Expresses its deep concern at the delay;", ["Expresses its deep concern"], "attitude, without at"),
    (
        "Expresses its gratitude and support to them;",
        ["Expresses its gratitude and support"],
        "two attitudes",
    ),
    ("Reaffirms its intention to meet;", ["Reaffirms its intention"], "attitude of the organ"),
    ("Reaffirms its decision to meet;", ["Reaffirms"], "a decision is no attitude"),
    ("Reiterates its call upon States to act;", ["Reiterates its call upon"], "upon belongs to call"),
    ("Looks forward to the meeting;", ["Looks forward"], "without to"),
    ("Calls, in this regard, for restraint;", ["Calls for"], "a connective inside is no part of it"),
    (
        "Notes the plan, and in this regard, to this end, asks it;",
        ["Notes", "asks"],
        "connectives before are not",
    ),
    (
        "Notes the plan, and also, to this end, asks it;",
        ["Notes", "also asks"],
        "an adverb before a connective is",
    ),
    (
        "Welcomes the plan, recalling the other, while noting a third;",
        ["Welcomes"],
        "participles are no acts",
    ),
    ("Recalls the Plan, which recognizes a need and stresses a duty;", ["Recalls"], "a text is the subject"),
    ("Notes that the body requests funds;", ["Notes"], "the verb of a that-clause"),
    ("Welcomes the appeals, requests and calls for aid;", ["Welcomes"], "nouns that look like verbs"),
    ("Recalling the plan, welcomes the work;", ["welcomes"], "a participle may stand first"),
    ("Decides to include the item entitled “Stresses and requests”.", ["Decides"], "a title is not grammar"),
    (
        "Condemns in the strongest terms all attacks;",
        ["Condemns in the strongest terms"],
        "manner of condemning",
    ),
    ("Remains deeply concerned by the delay;", ["Remains deeply concerned"], "verb and adjective"),
    ("Ponders the matter;", ["Ponders"], "an unknown verb before an article is the organ's all the same"),
    ("Keeps under review the matter;", ["Keeps under review"], "fixed words"),
    ("(a) The right to rest;", [], "no verb at all"),
    ("", [], "nothing"),
]

# (text, addressee of the last act, why)
ADDRESSEES = [
    ("Requests the Board to act;", "the Board", "the plain case"),
    (
        "Urges States that have not yet joined to do so;",
        "States that have not yet joined",
        "restrictive clause kept",
    ),
    (
        "Urges States in a position to join to do so;",
        "States in a position to join",
        "the first to is not the asking",
    ),
    ("Urges States, as appropriate, to act;", "States", "an insert is dropped"),
    ("Urges States, in consultation with the Board, to act;", "States", "so is an adverbial"),
    ("Urges the Board in cooperation with States to act;", "the Board", "also without commas"),
    ("Urges States, in particular donors, to act;", "States, in particular donors", "naming words are kept"),
    ("Urges States, agencies and the media, to act;", "States, agencies and the media", "a list"),
    ("Urges States to harness science;", "States", "a verb in -s"),
    ("Urges States to promptly and fully act;", "States", "two adverbs before the infinitive"),
    ("Urges States to not only act;", "States", "an adverb before the infinitive"),
    ("Urges States parties to the Pact to act;", "States parties to the Pact", "to before a name"),
    ("Demands that all parties immediately comply;", "all parties", "that-clause with an actor"),
    ("Demands that this be reviewed;", None, "passive"),
    ("Recommends that the Board be inclusive;", "the Board", "be with an adjective is no passive"),
    ("Requests that, after a talk, the Board report;", "the Board", "an insert after that"),
    ("Recommends to the Board that it meet;", "the Board", "recommends to somebody"),
    ("Invites voluntary contributions;", None, "a thing"),
    ("Encourages ongoing efforts to act;", None, "a thing with an infinitive of its own"),
    (
        "Encourages international and regional organizations to act;",
        "international and regional organizations",
        "an adjective is not the head",
    ),
    ("Calls for an end to violence;", None, "calls for a thing"),
    ("Appeals to States to act;", "States", "to belongs to the verb"),
    ("Requests A, and invites the Board, to report;", "the Board", "a shared infinitive"),
    ("Requests, to this end, the Board to act;", "the Board", "an insert before the addressee"),
    ("Welcomes the Board;", None, "evaluative acts have none"),
    ("Decides that States shall act;", None, "internal acts have none"),
]

# (text, deadline of the last act, why)
DEADLINES = [
    ("Requests him to report at its sixtieth session;", "at its sixtieth session", "a session"),
    (
        "Requests him to report to it at its sixtieth and sixty-first sessions;",
        "at its sixtieth and sixty-first sessions",
        "two sessions in one phrase",
    ),
    (
        "Decides to include in the provisional agenda of its sixtieth session the item;",
        "of its sixtieth session",
        "the agenda of a session",
    ),
    ("Requests him to report by 31 May 2031;", "by 31 May 2031", "a date"),
    (
        "Requests him to report within 60 days of the adoption of this resolution;",
        "within 60 days of the adoption of this resolution",
        "a term with its beginning",
    ),
    ("Requests him to report every two years;", "every two years", "a rhythm"),
    ("Requests him to report in 90 days and every 30 days;", "in 90 days", "the first of several"),
    ("Decides to hold a meeting in 2031;", "in 2031", "a year that dates what is decided"),
    ("Decides to postpone until 2031 the review;", "until 2031", "when the review is due"),
    ("Decides to extend the mandate until 1 May 2031;", None, "how long a decision holds"),
    ("Requests him to act on the report submitted at its sixtieth session;", None, "a past session"),
    ("Requests him to study the plan adopted in 2030;", None, "a past year"),
    ("Requests him to explain the Pact as amended on 3 May 2030;", None, "the date of a text"),
    ("Urges States to act towards the target of ending want by 2030;", None, "the date of a target"),
    ("Urges States to act as soon as possible;", None, "vague urgency"),
    ("Urges States to provide quarterly briefings;", None, "an adjective, not a rhythm"),
    ("Urges States to use the item entitled “Action by 2030”;", None, "a title"),
    ("Welcomes the report due by 1 May 2031;", None, "evaluative acts have none"),
]

KINDS = [
    ("Requests the Board to act;", "directive", 4, "asks"),
    ("Encourages further progress;", "directive", 3, "also when nobody is named"),
    ("Authorizes the Board to act;", "directive", 5, "empowers"),
    ("Reiterates its urgent request to the Board;", "directive", 4, "the old request is made again"),
    ("Recalls its request to the Board;", "evaluative", 1, "the old request is remembered"),
    ("Decides that all States shall act;", "internal", 5, "always internal"),
    ("Expresses readiness to act;", "internal", 5, "own conduct"),
    ("Expresses its deep concern at the delay;", "evaluative", 2, "a feeling"),
    ("Reminds States of their duty;", "evaluative", 2, "asks nothing new"),
    ("Takes note of the report;", "evaluative", 1, "takes notice"),
    ("Emphasises the need;", "evaluative", 2, "the other spelling"),
]


def last(text: str) -> Act:
    return acts(text)[-1]


@pytest.mark.parametrize(("text", "verbs", "why"), VERBS)
def test_verbs(text: str, verbs: list[str], why: str) -> None:
    assert [act.verb for act in acts(text)] == verbs, why


@pytest.mark.parametrize(("text", "addressee", "why"), ADDRESSEES)
def test_addressee(text: str, addressee: str | None, why: str) -> None:
    assert last(text).addressee == addressee, why


@pytest.mark.parametrize(("text", "deadline", "why"), DEADLINES)
def test_deadline(text: str, deadline: str | None, why: str) -> None:
    assert last(text).deadline == deadline, why


@pytest.mark.parametrize(("text", "kind", "strength", "why"), KINDS)
def test_kind_and_strength(text: str, kind: str, strength: int, why: str) -> None:
    act = last(text)
    assert (act.kind, act.strength) == (kind, strength), why


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        (
            "Takes note of the report of the Secretary-General, and requests him to act;",
            "the Secretary-General",
        ),
        ("Thanks the Special Rapporteur, and invites her to act;", "the Special Rapporteur"),
        ("Requests the Board and the Fund to act, and urges them to meet;", "the Board and the Fund"),
        ("Welcomes the work of the Committee, and asks it to go on;", "the Committee"),
        ("Requests him to act;", None),  # nobody was named before
        ("Requests the Board to act;", None),  # a name needs no resolving
    ],
)
def test_pronouns_are_resolved_within_the_paragraph(text: str, resolved: str | None) -> None:
    assert last(text).resolved == resolved


# Every act of the resolution itself, as read by hand.
RESOLUTION = {
    1: [("Expresses its deep concern", "evaluative", None, None, None)],
    2: [("Welcomes", "evaluative", None, None, None)],
    3: [
        ("Calls upon", "directive", "all Member States", None, None),
        ("expresses the hope", "evaluative", None, None, None),
    ],
    4: [("Requests", "directive", "the Secretary-General", None, None)],
    5: [
        ("Welcomes", "evaluative", None, None, None),
        (
            "invites",
            "directive",
            "the organizations and agencies of the United Nations system and "
            "intergovernmental and non-governmental organizations",
            None,
            None,
        ),
    ],
    6: [
        ("Takes note", "evaluative", None, None, None),
        ("requests", "directive", "him", "the Secretary-General", "at its fifty-fourth session"),
    ],
    7: [("Decides", "internal", None, None, "at its fifty-fourth session")],
}


@pytest.mark.parametrize("number", RESOLUTION)
def test_the_acts_of_the_resolution(number: int) -> None:
    source = read_text("resolutions/a_res_53_137.txt")
    line = next(line for line in source.splitlines() if line.startswith(f"{number}. "))
    text = line.removeprefix(f"{number}. ").replace("*", "").replace("⁷", "")
    found = [(act.verb, act.kind, act.addressee, act.resolved, act.deadline) for act in acts(text)]
    assert found == RESOLUTION[number]


def test_action_is_what_is_asked() -> None:
    first, second = acts("Takes note of the plan, and requests him to report by 1 May 2031;")
    assert (first.action, second.action) == ("of the plan", "to report by 1 May 2031")


@given(st.text() | st.text(alphabet="Requests calls upon, that the States to by 2031; “and” which (session) its\n"))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_spans_show_what_was_printed(text: str) -> None:
    """Nothing raises; every span gives its own words back."""
    for act in acts(text):
        assert act.verb.split()[0] == text[slice(*act.span)].split()[0].rstrip(",")
        if act.addressee_span:
            assert text[slice(*act.addressee_span)] == act.addressee
        if act.deadline_span:
            assert text[slice(*act.deadline_span)] == act.deadline


@pytest.mark.parametrize(
    "unit",
    [
        "requests States, and ",
        "Requests ",
        "which requests the ",
        "its session ",
        "“",
        "(",
        "to be ",
        "further ",
        "a-",
    ],
)
@pytest.mark.parametrize("opening", ["Requests ", "Recalling "])
def test_time_grows_with_length_only(opening: str, unit: str) -> None:
    """A text eight times as long may not take fifty times as long."""

    def seconds(length: int) -> float:
        text = opening + unit * (length // len(unit))
        start = time.process_time()  # the work itself, whatever else the machine does meanwhile
        acts(text)
        return time.process_time() - start

    seconds(1000)
    assert min(seconds(16_000) for _ in range(3)) < max(50 * seconds(2_000), 0.3)


def test_reading_needs_no_heavy_library() -> None:
    """The same code runs in the browser edition."""
    assert "pandas" not in sys.modules
