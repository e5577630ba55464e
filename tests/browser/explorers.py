"""What readers do with each explorer, by mouse and by keyboard, and what they then read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One thing done: to which control, by which hand, and what stands afterwards in which part.

    By mouse ``text`` is chosen in a list or filled into a line; without it the control is clicked. By keyboard the
    control is focused, ``keys`` are pressed, and ``text`` is typed.
    """

    control: str
    part: str
    told: str
    text: str | None = None
    hand: str = "mouse"
    keys: tuple[str, ...] = ()


def by_keyboard(control: str, part: str, told: str, *keys: str, text: str | None = None) -> Use:
    """A use by keyboard alone."""
    return Use(control, part, told, text, "keyboard", keys)


USES: dict[str, tuple[Use, ...]] = {
    "01_masthead": (
        Use("#symbol-example", "#symbol-parts", "Addendum", "A/53/625/Add.1"),
        by_keyboard("#symbol-own", "#symbol-parts", "Adopted in 2000", "Control+A", text="S/RES/1325 (2000)"),
    ),
    "02_anatomy": (
        Use("#part-OP6 p", "#anatomy-told", "Sixth operative paragraph"),
        by_keyboard("#anatomy-next", "#anatomy-told", "Seventh operative paragraph", "Enter"),
    ),
    "03_foundations": (
        Use("#timeline-ICCPR", "#timeline-told", "23 March 1976"),
        Use("#timeline-form", "[aria-label='The instruments as a table']", "resolution 2106 A (XX)", "table"),
        by_keyboard("#timeline-VDPA", "#timeline-told", "Vienna Declaration and Programme of Action", "Enter"),
    ),
    "04_labour_and_the_gap": (
        Use("#preamble-left", "#preamble-contrast", "Aware", "Aware"),
        Use("#preamble-view-argument", "#preamble-chain", "Nothing is left out."),
        by_keyboard("#preamble-keep-PP3", "#preamble-chain", "nothing says that more has to be done", "Space"),
    ),
    "05_people_on_the_move": (
        Use("#stock-country", ".res-view:has(#stock-484)", "Mexico", "Mexico"),
        Use("#stock-first", "#stock-told", "1995", "1995"),
        by_keyboard("#stock-country", ".res-notice:visible", "Atlantis", "Control+A", text="Atlantis\n"),
    ),
    "06_vienna_tolerance_racism": (
        Use("#crossrefs-PP6", "#crossrefs-told", "PP6 is linked with PP2, PP5, PP8 and OP1."),
        Use("#crossrefs-element", "#crossrefs-told", "PP9 is linked with", "PP9"),
        by_keyboard("#crossrefs-FN6", "#crossrefs-told", "note 6 is linked with PP5", "Enter"),
    ),
    "07_the_convention": (
        Use("#outline-part-IV", "#outline-told", "regular situation"),
        Use("#outline-article", "#outline-told", "Article 87 stands in part IX", "87"),
        Use("#outline-view-cases", "#outline-reason", "Choose one of the three."),
        by_keyboard("#outline-place-both", "#outline-reason", "You chose: parts III and IV.", "Enter"),
    ),
    "08_concern_welcome_call": (
        Use("#verbs-takes-note", "#verbs-told", "1 of 5, by the course’s own reading"),
        Use("#verbs-compare", "#verbs-told", "5 of 5, by the course’s own reading", "Decides"),
        by_keyboard("#verbs-typed", "#verbs-told", "Urges", "Control+A", text="Urges\n"),
    ),
    "09_promotion": (
        Use("#duties-addressee", "#duties-told", "1 of 10 acts.", "nobody"),
        Use("#duties-addressee", "#duties-told", "5 of 10 acts.", ""),
        by_keyboard("#duties-dated", "#duties-told", "2 of 10 acts.", "Space"),
    ),
    "10_follow_up": (
        Use("#cycle-ask", "#cycle-told", "Session 54: September 1999 to September 2000", "fifty-fourth"),
        Use("#cycle-year-back", "#cycle-told", "Session 53: September 1998"),
        by_keyboard("#cycle-step-next", "#cycle-told", "You are at step 2, the item.", "Enter"),
        by_keyboard("#cycle-ask", ".res-notice:visible", "200", "Control+A", text="200\n"),
    ),
    "11_sources": (
        Use("#network-node", "#network-told", "A/53/230", "FN7"),
        Use("#network-4-3", "#network-told", "Note 3"),
        Use("#notefinder-A", "#notefinder-evidence", "Mark 1 comes only later"),
        by_keyboard("#network-5-5", "#network-told", "A/RES/34/180", "Enter"),
        by_keyboard("#notefinder-D", "#notefinder-evidence", "Mark 2 at D", "Space"),
    ),
    "12_entry_into_force": (
        Use("#clock-day", "#clock-status", "On 13 March 2003", "13 March 2003"),
        Use("#clock-next", "#clock-status", "On 14 March 2003"),
        Use("#clock-never", "#clock-if", "without Guatemala there are still twenty that day"),
        Use("#worldmap-day", "#worldmap-told", "party (solid): 21", "1 July 2003"),
        Use("#map484", "#worldmap-told", "Mexico, on this day"),
        by_keyboard("#clock-real", "#clock-if", "This is what happened.", "Enter"),
        by_keyboard("#clock-day", ".res-notice:visible", "31 February 2001", "Control+A", text="31 February 2001\n"),
        by_keyboard("#clock-month", "#clock-status", "On 18 December 1990", "Home"),
        by_keyboard("#worldmap-next", "#worldmap-told", "2004", "Enter"),
    ),
    "13_drafting_lab": (
        Use("#drafting-sample", "#drafting-told", "No rule is broken.", "good"),
        Use(
            "#reader-text",
            "#reader-status",
            "1 preambular and 1 operative paragraph",
            "The General Assembly,\n\nRecalling <b>,\n\n1. Decides to meet.",
        ),
        Use("#reader-open", "#reader-status", "1 preambular and 1 operative paragraph"),
        by_keyboard(
            "#drafting-text", "#drafting-told", "This is no draft yet", "Control+A", text="The Committee,\nThinking."
        ),
        by_keyboard("#reader-own", "#reader-status", "A/RES/53/137", "Enter"),
    ),
}
