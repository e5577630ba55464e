"""Find the finite verbs whose subject is the organ: where each act of a paragraph begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.resolution import lexicon, vocabulary
from helpers.resolution.tokens import Token, match_phrase, quoted, tokenize

# In words; keeps the reading linear on any text.
_LONGEST_CLAUSE = 150
_SEPARATORS = frozenset({",", ";", "and", "but", ":", "–", "—"})
_SUBORDINATE = frozenset({"which", "who", "that", "whereby"})
_AUXILIARY = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "can",
        "could",
        "must",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A verb of the organ, as token indices: ``first`` to ``last`` is the phrase, ``clause`` its end."""

    head: int
    first: int
    last: int
    clause: int


def visible(text: str) -> list[Token]:
    """Return the tokens outside quotation marks: a quoted title is no part of the sentence's grammar.

    Examples
    --------
    >>> [token.text for token in visible('the item entitled "Decides nothing" and more')]
    ['the', 'item', 'entitled', 'and', 'more']
    """
    quotes = quoted(text)
    tokens = tokenize(text)
    if not quotes:
        return tokens
    kept, k = [], 0
    for token in tokens:
        while k < len(quotes) and quotes[k][1] <= token.start:
            k += 1
        if k == len(quotes) or token.end <= quotes[k][0]:
            kept.append(token)
    return kept


def _lead_in(tokens: list[Token], head: int) -> tuple[int, int]:
    """Walk back from a verb over adverbs and connectives.

    Returns the first token of the verb phrase and the index of what stands before all of it.
    """
    first = head
    at = head
    while at > 0:
        step = _ends_with(tokens, at, "adverb")
        if not step and tokens[at - 1].low.endswith("ly") and tokens[at - 1].text[0].islower():
            step = 0 if _ends_with(tokens, at, "connective") else 1
        if not step:
            break
        at -= step
        first = at
    at = _before_connectives(tokens, at)
    if at < first:
        # "and also, in this regard, requests": the adverb belongs to the verb across the connective
        if tokens[at - 1].low == "," and _ends_with(tokens, at - 1, "adverb"):
            at -= 1
        while step := _ends_with(tokens, at, "adverb"):
            at -= step
            first = at
        at = _before_connectives(tokens, at)
    return first, at - 1


def _before_connectives(tokens: list[Token], at: int) -> int:
    while at > 0:
        step = _ends_with(tokens, at, "connective")
        if not step and tokens[at - 1].low == "," and _ends_with(tokens, at - 1, "connective"):
            step = 1
        if not step:
            break
        at -= step
    return at


def _ends_with(tokens: list[Token], end: int, role: str) -> int:
    """Return the length of the longest phrase of this role that ends just before ``end``."""
    if not 0 < end <= len(tokens):
        return 0
    for parts in vocabulary.phrases_at(role, "last").get(tokens[end - 1].low, ()):
        start = end - len(parts)
        if start >= 0 and all(tokens[start + k].low == part for k, part in enumerate(parts)):
            return len(parts)
    return 0


def _opens(tokens: list[Token]) -> int | None:
    """Return the index of the verb that opens the paragraph, or ``None``."""
    at = lexicon.adverbs_at(tokens, 0)
    while True:
        step = match_phrase(tokens, at, "connective") or lexicon.adverbs_at(tokens, at)
        if not step and at < len(tokens) and (tokens[at].low == "," or tokens[at].low.endswith("ly")):
            step = 1 if at or tokens[at].low != "," else 0
        if not step:
            break
        at += step
    if at >= len(tokens):
        return None
    word = tokens[at].low
    if word in vocabulary.heads("operative"):
        return at
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    unknown = word.endswith("s") and not word.endswith("ss") and following in {"the", "that", "its", "to", "all"}
    return at if unknown else None


def _after_participle(tokens: list[Token]) -> int | None:
    """Return the first verb of a paragraph that opens with a participle: "Recalling ..., welcomes ..."."""
    first = tokens[0].low if tokens else ""
    if not (first.endswith("ing") or first == "while"):
        return None
    heads = vocabulary.heads("operative")
    for k in range(1, len(tokens)):
        if tokens[k].low in heads and tokens[k].text[0].islower() and _accept(tokens, k, 0) is not None:
            return k
    return None


def _reads_as_verb(tokens: list[Token], head: int, end: int) -> bool:
    """Tell a verb from the noun of the same form by what follows."""
    word = tokens[head].low
    following = tokens[end].low if end < len(tokens) else "."
    if word == "calls":
        return end > head + 1
    if word in {"takes", "looks", "pays", "bears", "draws", "keeps"}:
        return end > head + 1
    if word in {"remains", "continues", "is"}:
        return end > head + 1 and tokens[head + 1].low != "to"
    if word == "appeals":
        return following == "to" or following == "for"
    if word in vocabulary.words("verb and noun"):
        return following not in vocabulary.words("after a noun") or following == ","
    return True


def _text_speaks(tokens: list[Token], since: int, head: int) -> bool:
    """Whether a cited text is the subject: a relative or that-clause with such a verb is still open."""
    for k in range(head - 1, max(since, head - _LONGEST_CLAUSE), -1):
        low = tokens[k].low
        if low == ";":
            return False
        if low in _SUBORDINATE:
            for j in range(k + 1, min(k + 12, head)):
                word = tokens[j].low
                if word in _AUXILIARY or word in {",", ";"}:
                    break
                if word in vocabulary.words("verb of texts") and tokens[j].text[0].islower():
                    return not (word in {"calls"} and tokens[j + 1].low not in {"for", "upon", "on"})
    return False


def _accept(tokens: list[Token], head: int, since: int) -> int | None:
    """Return the first token of the verb phrase at ``head`` if it is one of the organ's, else ``None``."""
    word = tokens[head].low
    if word in vocabulary.words("verb at the start only") and not (
        word == "remains" and tokens[head - 1].low in {",", "and"}
    ):
        return None
    end = lexicon.head_end(tokens, head)
    if not _reads_as_verb(tokens, head, end):
        return None
    first, before = _lead_in(tokens, head)
    if before < 0 or before <= since:
        # "Welcomes and encourages": the verb stands right after the one before it
        return first if before == since and tokens[before].low in _SEPARATORS else None
    mark = tokens[before].low
    led = first < head or before < first - 1
    if mark not in _SEPARATORS:
        return first if tokens[before - 1].low == "as" and mark == "as" else None
    comma = mark != "and" or tokens[before - 1].low in {",", ";"}
    if (
        not comma
        and word in vocabulary.words("verb and noun")
        and tokens[before - 1].low in {"appeals", "demands", "requests", "decisions"}
    ):
        return None
    if _text_speaks(tokens, since, head):
        addressed = word in {"requests", "urges", "invites", "encourages", "decides"} and comma
        if not (addressed or (led and before < first - 1)):
            return None
    return first


def wording(text: str, tokens: list[Token], found: Found) -> str:
    """Return a verb phrase as printed, connectives inside it left out.

    Examples
    --------
    >>> text = "Calls, in this regard, for restraint"
    >>> tokens = visible(text)
    >>> wording(text, tokens, find(tokens)[0])
    'Calls for'
    """
    parts: list[str] = []
    at = begin = found.first
    while at < found.last:
        step = match_phrase(tokens, at, "connective") if at > begin else 0
        if step and at + step < found.last and at + step <= found.last:
            parts.append(text[tokens[begin].start : tokens[at - 1].end])
            at = begin = at + step + (tokens[at + step].low == ",")
        else:
            at += 1
    parts.append(text[tokens[begin].start : tokens[found.last - 1].end])
    return " ".join(part.rstrip(" ,") for part in parts)


def find(tokens: list[Token]) -> list[Found]:
    """Return the organ's verbs in printed order.

    Parameters
    ----------
    tokens : list of Token
        The paragraph, from :func:`visible`.

    Returns
    -------
    list of Found
        Empty where the paragraph does not open with a verb the course knows.

    Examples
    --------
    >>> tokens = visible("Takes note of the report, and requests him to submit another")
    >>> [" ".join(t.text for t in tokens[f.first:f.last]) for f in find(tokens)]
    ['Takes note', 'requests']
    """
    opening = _opens(tokens)
    if opening is None:
        opening = _after_participle(tokens)
    if opening is None:
        return []
    first = opening
    while first > 0 and (step := _ends_with(tokens, first, "adverb") or tokens[first - 1].low.endswith("ly")):
        first -= int(step)
    starts = [(opening, first, lexicon.head_end(tokens, opening))]
    heads = vocabulary.heads("operative")
    for k in range(starts[0][2], len(tokens)):
        if tokens[k].low in heads and tokens[k].text[0].islower() and k >= starts[-1][2]:
            begin = _accept(tokens, k, starts[-1][2] - 1)
            if begin is not None:
                starts.append((k, begin, lexicon.head_end(tokens, k)))
    found = []
    for n, (head, begin, end) in enumerate(starts):
        clause = len(tokens) if n + 1 == len(starts) else _clause_end(tokens, starts[n + 1][1], end)
        found.append(Found(head, begin, end, clause))
    return found


def _clause_end(tokens: list[Token], following: int, floor: int) -> int:
    """Return the end of a clause: before the commas, "and" and connectives that lead to the next verb."""
    at = following
    while at > floor:
        step = _ends_with(tokens, at, "connective")
        if not step and tokens[at - 1].low in _SEPARATORS:
            step = 1
        if not step or at - step < floor:
            break
        at -= step
    return at
