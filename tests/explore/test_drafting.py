"""Drafting lab and reader: what is found, what is kept, and that no text can harm the page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.explore.drafting import LONGEST
from helpers.resolution import load
from tests.explore.drive import after

GOOD = "The General Assembly,\n\nAware of it,\n\nDecides to meet."


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def status(html: str, element: str) -> str:
    """The text of a status region."""
    return words(html.split(f'id="{element}"')[1].split(">", 1)[1].split("</div>")[0])


# ---- the lab ----


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], "11 places to look at: 4 break the form, 6 an editor would change, 1 is good to know."),
        ([("sample", "good")], "No rule is broken."),
        (
            [("sample", "model-un")],
            "12 places to look at: 2 break the form, 3 an editor would change, 7 are good to know.",
        ),
        ([("text", GOOD)], "No rule is broken."),
        ([("text", GOOD.replace("it,", "it."))], "1 place to look at: 1 breaks the form."),
        # half a draft: one line, and the findings of before
        ([("text", GOOD), ("text", "")], "The box is empty."),
        ([("text", GOOD), ("text", "The General")], "This is no draft yet (line 1): write ‘The General Assembly,’"),
        ([("text", GOOD), ("text", "The General")], "Found before that: No rule is broken."),
        ([("text", GOOD), ("text", "\0")], "binary data"),
        ([("text", GOOD), ("text", "مرحبا بالعالم")], "This is no draft yet"),
        (
            [("text", GOOD), ("text", "x" * 5_000_000)],
            "This text has more than 10,000 characters, the most that the lab reads",
        ),
        # what no control sends
        (
            [("text", None), ("text", 7), ("sample", "../etc"), ("sample", []), ("phrase", "<b>"), ("what", {})],
            "11 places",
        ),
    ],
)
def test_lab(events: list[tuple[str, Any]], told: str) -> None:
    assert told in status(after(explore.drafting(), *events), "drafting-told")


def test_each_finding_says_where_which_words_why_and_on_whose_authority() -> None:
    shown = words(after(explore.drafting()))
    for part in (
        "PP1 ‘it adopted the Convention.’",
        "the preambular paragraph ends with a full stop instead of a comma",
        "End a preambular paragraph with a comma. The sentence goes on until the verbs have come.",
        "Source: counted in 2,245 General Assembly resolutions, sessions 74 to 80: 99.8 per cent.",
    ):
        assert part in shown
    places = [shown.index(head) for head in ("The form breaks (4)", "would change it (6)", "Good to know (1)")]
    assert places == sorted(places)


def test_own_text_comes_back_after_a_look_at_a_sample() -> None:
    shown = after(explore.drafting(), ("text", GOOD), ("sample", "model-un"), ("sample", "own"))
    assert "Aware of it,\n\nDecides to meet.</textarea>" in shown
    assert "Your own text" in shown
    assert "Your own text" not in after(explore.drafting())


def test_a_text_that_is_too_long_leaves_the_draft_of_before() -> None:
    shown = after(explore.drafting(), ("text", GOOD), ("text", GOOD + "x" * LONGEST))
    assert "Decides to meet.</textarea>" in shown
    assert len(shown) < 100_000


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        (
            "Recalling",
            "‘Recalling’ stands in two lists for Model UN. In 2,245 resolutions of the Assembly (sessions 74 to",
        ),
        ("Recalling", "counted in italics at the head of a paragraph 5,519 times."),
        ("Guided by", "‘Guided’ was counted in italics at the head of a paragraph 194 times."),
        ("Fearing", "at the head of a paragraph not once."),
        ("Viewing with appreciation", "fewer than 20 times, or not at all. Counted: ‘Noting with appreciation’."),
    ],
)
def test_openings_of_model_un_claim_no_more_than_was_counted(phrase: str, told: str) -> None:
    shown = after(explore.drafting(), ("phrase", phrase))
    assert told in words(shown.split('id="drafting-phrase-told"')[1].split("</p>")[0])


def test_the_lab_without_a_kernel() -> None:
    """The draft, what is found in it, and all the rules, on paper too."""
    page = explore.drafting()
    still = words(str(page.still))
    assert "Keeping in mind the situation" in still and "PP3 ‘Keeping in mind’" in still
    assert "All 41 rules, with examples and sources" in still
    assert page.plain.splitlines()[-1].startswith("11 places to look at")


# ---- the reader ----


def test_reader_opens_with_our_resolution_and_explains_it_fully() -> None:
    shown = after(explore.reader(), ("pick", "FN2"))
    assert "Open: A/RES/53/137, 9 preambular and 7 operative paragraphs, 10 acts, 7 notes." in shown
    assert "Why it is there" in shown and "its marker is missing" in shown
    assert 'id="reader-outline"' in shown and 'id="reader-pick-FN2"' in shown


OTHER = """\
The Economic and Social Council,

Recalling its resolution 45/158,¹

1. Requests the Secretary-General to report to it at its next session:

(a) On the number of migrants;

(b) On their rights;

2. Takes note of <b>everything</b>.

¹ Somewhere.
"""


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ([("text", OTHER)], "Open: a text without a symbol, 1 preambular and 2 operative paragraphs, 2 acts, 1 note."),
        ([("text", OTHER), ("pick", "PP1")], "A preambular paragraph: it gives a reason"),
        ([("text", OTHER), ("pick", "FN1")], "Where it is called PP1"),
        (
            [("text", OTHER), ("pick", "OP1")],
            "It is numbered and ends with a semicolon: more operative paragraphs follow.",
        ),
        ([("text", OTHER), ("outline", "OP2")], "here the one sentence of the resolution ends"),
        ([("text", OTHER), ("view", "acts")], "OP1 Requests the Secretary-General"),
        ([("text", OTHER), ("pick", "OP2")], "Takes note : states the Council’s view."),
        ([("text", OTHER), ("view", "rules")], "1 place to look at"),
        ([("file", {"name": "other.txt", "size": 300, "text": OTHER}), ("step", "next")], "Preambular paragraph 1"),
        ([("text", OTHER), ("own", "")], "Open: A/RES/53/137"),
        ([("text", "Decides to meet."), ("view", "acts")], "OP1 Decides"),
        ([("text", OTHER), ("open", "")], "2 acts, 1 note. Show as"),  # the button after the box was left
        ([("text", OTHER), ("open", ""), ("open", "")], "Nothing to open"),
        ([("text", "Hello"), ("open", "")], "This text was not opened"),
    ],
)
def test_reader(events: list[tuple[str, Any]], shown: str) -> None:
    assert shown in words(after(explore.reader(), *events))


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (("text", "x" * 5_000_000), "This text has more than 400,000 characters; open one resolution at a time."),
        (("text", "Hello"), "This text was not opened: line 1: no enacting words"),
        (("text", "مرحبا"), "This text was not opened: line 1"),
        (("text", "a\0b"), "This text was not opened: line 1: this is not text but binary data"),
        (
            ("file", {"name": "big.txt", "size": 5_000_000, "text": None}),
            "‘big.txt’ has 5,000,000 bytes, more than 1,000,000",
        ),
        (
            ("file", {"name": "a.pdf", "size": 9, "text": "%PDF-1.7 …"}),
            "‘a.pdf’ is no plain text; copy the text out of it",
        ),
        (("file", {"name": "a.docx", "size": 9, "text": "PK\x03\x04…"}), "‘a.docx’ is no plain text"),
        (
            ("file", {"name": "a.txt", "size": 9, "text": "caf\ufffd"}),
            "‘a.txt’ is not UTF-8 text; save it as plain text",
        ),
        (
            ("file", {"name": "empty.txt", "size": 0, "text": ""}),
            "‘empty.txt’ was not opened: line 1: the text is empty",
        ),
        (("file", {"name": "<img src=x>", "size": 2, "text": "Hi"}), "‘&lt;img src=x&gt;’ was not opened"),
        (("text", " \n "), ""),
        (("file", None), ""),
        (("file", {"name": 7, "size": "x"}), ""),
        (("view", "nothing"), ""),
        (("pick", "OP9"), ""),
        (("step", 5), ""),
        (("layers", 5), ""),
    ],
)
def test_reader_refuses_in_one_line_and_keeps_what_is_open(event: tuple[str, Any], told: str) -> None:
    """Nothing that is pasted, uploaded or sent harms the page."""
    shown = after(explore.reader(), ("text", OTHER), ("pick", "OP2"), event)
    region = status(shown, "reader-status")
    assert told in region and "Open: a text without a symbol" in region
    assert 'aria-pressed="true"' in shown.split('id="reader-pick-OP2"')[1].split("</button>")[0]


def test_a_pasted_text_that_cannot_be_opened_stays_in_the_box() -> None:
    assert "Hello</textarea>" in after(explore.reader(), ("text", "Hello"))
    assert "Hello</textarea>" not in after(explore.reader(), ("text", "Hello"), ("text", OTHER))


@pytest.mark.parametrize("page", [explore.drafting, explore.reader])
@pytest.mark.parametrize("view", ["text", "acts", "rules"])
def test_markup_in_a_text_is_text(page: Any, view: str) -> None:
    """Tags, entities and quotation marks are shown, never run."""
    text = "The General Assembly,\n\nAware of </textarea><script>a</script> \"'&,\n\n1. Requests <img src=x onerror=y>;"
    shown = after(page(), ("text", text), ("view", view))
    assert "<script" not in shown and "<img" not in shown


def test_the_reader_without_a_kernel() -> None:
    page = explore.reader()
    assert "Who must do what" not in page.plain
    assert page.plain.splitlines()[9] == "EW  The General Assembly,"
    assert "Expresses its deep concern" in str(page.still)


@pytest.mark.parametrize("page", [explore.drafting, explore.reader])
def test_every_control_has_a_name_and_ids_are_unique(page: Any) -> None:
    for events in ([], [("view", "acts")], [("view", "rules")]):
        shown = after(page(), *events)
        ids = re.findall(r' id="([^"]+)"', shown)
        assert len(ids) == len(set(ids))
        labelled = set(re.findall(r'<label for="([^"]+)"', shown))
        named = set(re.findall(r"<(?:select|textarea|input)[^>]* id=\"([^\"]+)\"", shown))
        boxed = set(re.findall(r"<label class=\"res-choice\"><input[^>]* id=\"([^\"]+)\"", shown))
        assert named == labelled | boxed


def test_our_own_copy_in_the_reader() -> None:
    """What our copy lost is found there too."""
    shown = words(after(explore.reader(), ("view", "rules")))
    assert "none of the 9 preambular openings is in italics" in shown
    assert "note 2 is called nowhere" in shown
    assert load("A/RES/53/137").masthead.symbol in shown  # type: ignore[operator]
