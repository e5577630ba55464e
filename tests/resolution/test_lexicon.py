"""Openings: where the italic phrase ends, and what the table says of it."""

import pytest

from helpers.resolution import lexicon, vocabulary

# (paragraph, its opening phrase, why)
OPENINGS = [
    ("Reaffirming once more the validity", "Reaffirming once more", "adverb after a participle"),
    ("Aware of the need", "Aware", "an adjective, without of"),
    ("Bearing in mind the norms", "Bearing in mind", "fixed words"),
    ("Having considered the report", "Having considered", "perfect participle"),
    ("Having also considered the report", "Having also considered", "with an adverb inside"),
    ("Deeply concerned also that", "Deeply concerned also", "adverbs on both sides"),
    ("Noting with appreciation the work", "Noting with appreciation", "manner"),
    ("Expressing its grave concern at", "Expressing its grave concern", "attitude"),
    ("Taking into account the cost", "Taking into account", "fixed words"),
    ("Guided by the Charter", "Guided", "by stays outside, as in the printed italics"),
    ("Expresses its deep concern at", "Expresses its deep concern", "attitude of a finite verb"),
    ("Expresses deep concern that", "Expresses deep concern", "without its"),
    ("Expresses the hope that", "Expresses the hope", "with an article"),
    ("Calls upon all States", "Calls upon", "upon belongs to calls"),
    ("Calls once again upon States", "Calls once again upon", "adverb inside"),
    ("Takes note of the report", "Takes note", "without of"),
    (
        "Reiterates once again its serious concern at",
        "Reiterates once again its serious concern",
        "adverb and attitude",
    ),
    ("Further decides that", "Further decides", "adverb first"),
    ("Decides that", "Decides", "one verb"),
    ("Reaffirms its role", "Reaffirms", "a role is no attitude"),
    ("Member States shall act", "", "no opening"),
    ("The right to food", "", "no opening"),
    ("  Welcomes the plan", "  Welcomes", "leading blanks count"),
    ("", "", "nothing"),
    ("Having", "Having", "a word cut off does no harm"),
]


@pytest.mark.parametrize(("text", "opening", "why"), OPENINGS)
def test_split_opening(text: str, opening: str, why: str) -> None:
    assert text[: lexicon.split_opening(text)] == opening, why


@pytest.mark.parametrize("entry", vocabulary.entries(), ids=lambda entry: entry.phrase)
def test_every_listed_phrase_is_found_at_a_start(entry: vocabulary.Entry) -> None:
    """The table and the grammar agree: a listed phrase is recognised, at least as far as its verb."""
    text = f"{entry.phrase} the matter"
    assert lexicon.split_opening(text) >= len(entry.phrase.split()[0])


@pytest.mark.parametrize("entry", [e for e in vocabulary.entries() if e.part == "operative"], ids=lambda e: e.phrase)
def test_kind_of_a_listed_phrase_is_the_tables(entry: vocabulary.Entry) -> None:
    assert lexicon.kind_of(entry.phrase) == (entry.kind, entry.strength)
    assert lexicon.kind_of(entry.phrase.lower()) == (entry.kind, entry.strength)


def test_an_unknown_verb_is_evaluative() -> None:
    """It asks nothing that the course can name."""
    assert lexicon.kind_of("Ponders") == ("evaluative", 2)
    assert lexicon.kind_of("") == ("evaluative", 2)
