"""The ladder of operative verbs, which is the course's own reading, and what is said beside it."""

from __future__ import annotations

#: The steps of the ladder with the verbs that stand on it; any other operative opening can be typed.
LADDER = {
    5: ("Decides", "Endorses", "Demands", "Authorizes"),
    4: ("Requests", "Calls upon", "Urges", "Appeals"),
    3: ("Invites", "Encourages", "Recommends"),
    2: (
        "Welcomes",
        "Expresses its deep concern",
        "Expresses the hope",
        "Reaffirms",
        "Stresses",
        "Condemns",
    ),
    1: ("Takes note", "Notes", "Recalls", "Recognizes"),
}
#: What the verbs of a step do; the criteria stand in ``data/SOURCES.md``.
STEPS = {
    5: "settles, orders or empowers",
    4: "asks",
    3: "invites or encourages",
    2: "values or assesses",
    1: "takes notice",
}
#: What each kind of operative verb does.
KINDS = {
    "directive": "directive: it asks, orders, invites or empowers somebody else",
    "internal": "internal: the organ’s own decision or conduct",
    "evaluative": "evaluative: it says what the organ sees or thinks",
}
#: Whom a verb commits, by its function in ``data/language/openings.csv``.
COMMITS = {
    "takes notice": "Nobody to anything. The organ puts something on record and neither praises nor blames it.",
    "assesses": "Nobody to anything. The organ says what it thinks or feels: praise, concern, hope or blame.",
    "states a value": "Nobody to a new act. The organ stands by something or says that it matters.",
    "invites or encourages": "The one addressed stays free. The organ shows a way and leaves the choice.",
    "asks": "The organ wants an act from somebody. Whether that one has to comply depends on who is asked.",
    "orders or empowers": "The organ demands an act, or gives the power to act. Its powers decide whether that binds.",
    "decides": "The organ itself, which settles a matter. In the Assembly: its agenda, its bodies, the budget.",
    "commits itself": "The organ itself, which says what it means to do.",
    "directs its own work": "The organ itself, in the conduct of its work.",
}
LAW = (
    "A step says how the words sound. What binds depends on who speaks and who is addressed. To Member States the "
    "General Assembly recommends, whatever its verb (Charter, articles 10 and 13). Inside the Organization it "
    "instructs (article 98 for the Secretary-General). Decisions of the Security Council are another matter "
    "(article 25)."
)
OWN = "The steps are the course’s own reading. The United Nations publishes no ranking."
COUNTED = (
    "How often an operative paragraph opens with exactly these words. Longer forms (‘Also requests’) and second verbs "
    "inside a paragraph are not in the count."
)
