"""The ladder of operative verbs, which is the course's own reading, and what is said beside it."""

from __future__ import annotations

from helpers.language import N_

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
    5: N_("settles, orders or empowers"),
    4: N_("asks"),
    3: N_("invites or encourages"),
    2: N_("values or assesses"),
    1: N_("takes notice"),
}
#: What each kind of operative verb does.
KINDS = {
    "directive": N_("directive: it asks, orders, invites or empowers somebody else"),
    "internal": N_("internal: the organ’s own decision or conduct"),
    "evaluative": N_("evaluative: it says what the organ sees or thinks"),
}
#: Whom a verb commits, by its function in ``data/language/openings.csv``.
COMMITS = {
    "takes notice": N_("Nobody to anything. The organ puts something on record and neither praises nor blames it."),
    "assesses": N_("Nobody to anything. The organ says what it thinks or feels: praise, concern, hope or blame."),
    "states a value": N_("Nobody to a new act. The organ stands by something or says that it matters."),
    "invites or encourages": N_("The one addressed stays free. The organ shows a way and leaves the choice."),
    "asks": N_("The organ wants an act from somebody. Whether that one has to comply depends on who is asked."),
    "orders or empowers": N_(
        "The organ demands an act, or gives the power to act. Its powers decide whether that binds."
    ),
    "decides": N_("The organ itself, which settles a matter. In the Assembly: its agenda, its bodies, the budget."),
    "commits itself": N_("The organ itself, which says what it means to do."),
    "directs its own work": N_("The organ itself, in the conduct of its work."),
}
LAW = N_(
    "A step says how the words sound. What binds depends on who speaks and who is addressed. To Member States the "
    "General Assembly recommends, whatever its verb (Charter, articles 10 and 13). Inside the Organization it "
    "instructs (article 98 for the Secretary-General). Decisions of the Security Council are another matter "
    "(article 25)."
)
OWN = N_("The steps are the course’s own reading. The United Nations publishes no ranking.")
COUNTED = N_(
    "How often an operative paragraph opens with exactly these words. Longer forms (‘Also requests’) and second verbs "
    "inside a paragraph are not in the count."
)
