"""Find whom a directive addresses: the noun phrase between the verb and what is asked."""

from __future__ import annotations

from helpers.resolution import lexicon
from helpers.resolution.actors import RELATIVE, is_actor
from helpers.resolution.tokens import Token, match_phrase
from helpers.resolution.vocabulary import words

_PRONOUNS = frozenset({"him", "her", "them", "it"})
_VERBS_IN_LY = frozenset({"apply", "comply", "rely", "supply", "multiply", "reply", "imply"})
_TRAILING = frozenset({"to", ",", ".", ";", ":", "and", "or", "neither", "not", "both", "either"})
# In words: how long an insert, a subject of a that-clause, an addressee without its "to" may be.
_LONGEST_INSERT = 40
_LONGEST_SUBJECT = 60
_LONGEST_BARE = 40
_MODALS = frozenset({"should", "shall", "must", "may", "can", "will", "do", "does"})


def _adverbs(tokens: list[Token], at: int) -> int:
    """Return how many tokens here are adverbs of an infinitive: "promptly and thoroughly"."""
    low = tokens[at].low
    step = lexicon.adverbs_at(tokens, at) or int(low.endswith("ly") and low not in _VERBS_IN_LY)
    joined = step and at + step + 1 < len(tokens) and tokens[at + step].low == "and"
    return step + 1 if joined and tokens[at + step + 1].low.endswith("ly") else step


def _infinitive(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the "to" at this index opens what is asked ("to submit"), not a place or a thing."""
    k = at + 1
    if k < end and tokens[k].low == "not":
        k += 1
    while k < end and (step := _adverbs(tokens, k)):
        k += step
    if k >= end:
        return False
    word = tokens[k]
    low = word.low
    if low in {",", "("}:  # "to, inter alia, submit", "to (a) submit"
        return True
    if not low[0].isalpha() or word.text[0].isupper() or low in words("not infinitive"):
        return False
    if low in words("base verb in -s") or low in words("base verb like a noun"):
        return True
    return not low.endswith(("ing", "ed", "tion", "ment", "ity", "ance", "s"))


def _governing_to(tokens: list[Token], start: int, end: int) -> int | None:
    """Return the index of the "to" that opens what is asked.

    "States wishing to join to report": the first "to" belongs to "wishing". Where every "to" seems to belong
    to the word before it, the first is taken.
    """
    refused = words("not governing")
    fallback = None
    for k in range(start + 1, end):
        if tokens[k].low == "to" and _infinitive(tokens, k, end):
            if tokens[k - 1].low not in refused:
                return k
            fallback = k if fallback is None else fallback
    return fallback


def _starts(tokens: list[Token], at: int, role: str, end: int) -> int:
    step = match_phrase(tokens, at, role)
    return step if at + step <= end else 0


def _commas(tokens: list[Token], start: int, end: int) -> list[int]:
    """Return the indices of commas outside parentheses."""
    depth, commas = 0, []
    for k in range(start, end):
        if tokens[k].low == "(":
            depth += 1
        elif tokens[k].low == ")":
            depth = max(0, depth - 1)
        elif tokens[k].low == "," and depth == 0:
            commas.append(k)
    return commas


def _trim(tokens: list[Token], start: int, end: int) -> int:
    """Return where the addressee ends: before the first adverbial that names nobody."""
    commas = _commas(tokens, start, end)
    bounds = [*commas, end]
    keep = _inner_cut(tokens, start, bounds[0])
    if keep < bounds[0]:
        return keep
    relative = any(tokens[k].low in RELATIVE for k in range(start, bounds[0]))
    for n, comma in enumerate(commas):
        left, right = comma + 1, bounds[n + 1]
        if left >= right:
            break
        if relative and tokens[right - 1].low not in {"and"} and n + 1 < len(commas) and _clause_like(tokens, left):
            keep = right
            continue
        inter = _starts(tokens, left, "interpolation", right)
        if inter and left + inter == right:
            if n + 1 < len(commas) and _names(tokens, bounds[n + 1] + 1, bounds[n + 2]):
                continue
            break
        if not _names(tokens, left, right):
            break
        keep = _inner_cut(tokens, left, right)
        if keep < right:
            break
        relative = relative or any(tokens[k].low in RELATIVE for k in range(left, right))
    return keep


def _clause_like(tokens: list[Token], at: int) -> bool:
    """Whether a piece goes on with a relative clause: "that have not signed, ratified or acceded"."""
    return tokens[at].low.endswith("ed") or (tokens[at].low in {"or", "and"} and tokens[at + 1].low.endswith("ed"))


def _names(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a piece between commas names an addressee rather than a manner, a time or a ground."""
    if at < end and _starts(tokens, at, "adverbial", end) > _starts(tokens, at, "naming", end):
        return False
    k = at + 1 if at < end and tokens[at].low in {"and", "or"} else at
    if k >= end or _starts(tokens, k, "adverbial", end) > _starts(tokens, k, "naming", end):
        return False
    low = tokens[k].low
    if low.endswith("ing"):
        return low in words("naming word in -ing")
    return not low.endswith("ly") or low in words("naming word in -ly")


def _inner_cut(tokens: list[Token], start: int, end: int) -> int:
    """Cut an adverbial that no comma sets off: "the Board in consultation with States"."""
    for k in range(start + 1, end):
        if match_phrase(tokens, k, "inner adverbial"):
            return k
    return end


def _that_clause(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the subject of "demands that X do Y" if it is an actor and Y is something X does."""
    at = start
    stop = min(end, start + _LONGEST_SUBJECT)
    actors = words("actor")
    if at < end and tokens[at].low in _PRONOUNS | {"he", "she", "they"}:
        return at, at + 1
    for k in range(at + 1, stop):
        low = tokens[k].low
        seen = any(tokens[j].text in actors or tokens[j].text[0].isupper() for j in range(at, k))
        if low in {"is", "are", "being"} or (low == "be" and _passive(tokens, k, end)):
            return None
        if not seen:
            continue
        inserted = tokens[k - 1].low == "," and low in words("asked verb")
        verb = low in _MODALS or inserted or _bare_verb(tokens, k)
        if verb and tokens[k].text[0].islower():
            if low in _MODALS and k + 1 < end and tokens[k + 1].low == "be" and _passive(tokens, k + 1, end):
                return None
            if not is_actor(tokens, at, k):
                return None
            return at, _trim(tokens, at, k)
    return None


def _passive(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "be" opens a passive ("be reviewed") rather than "be inclusive"."""
    k = at + 1
    while k < end and (step := _adverbs(tokens, k)):
        k += step
    return k < end and tokens[k].low.endswith(("ed", "en", "wn", "ught", "un", "ept", "eld", "ade", "ut"))


def _bare_verb(tokens: list[Token], k: int) -> bool:
    """Whether a word after an actor opens what the actor is to do ("Member States engage with")."""
    before, word = tokens[k - 1], tokens[k]
    if before.text not in words("actor") and not before.text[0].isupper():
        return k > 1 and _adverbs(tokens, k - 1) > 0 and not word.low.endswith(("ed", "ing"))
    if word.low in words("noun phrase break") | RELATIVE | {"and", "or", "as", "to"}:
        return False
    if _adverbs(tokens, k) or word.low in words("actor"):
        return False
    return word.low.isalpha() and not word.low.endswith(("ing", "ed", "s"))


def find(tokens: list[Token], verb: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the token range of the addressee of a directive.

    Parameters
    ----------
    tokens : list of Token
        The paragraph, quoted titles left out.
    verb : str
        The verb phrase, in any case.
    start, end : int
        From the end of the verb to the end of its clause.

    Returns
    -------
    tuple of int, or None
        None where nobody is named or a thing is the object ("Invites contributions").

    Examples
    --------
    >>> from helpers.resolution.tokens import tokenize
    >>> tokens = tokenize("Urges States, as appropriate, to report")
    >>> find(tokens, "Urges", 1, len(tokens))
    (1, 2)
    """
    at = _skip_insert(tokens, start, end)
    if at >= end:
        return None
    stem, low = verb.lower(), tokens[at].low
    if stem.endswith(("recommends", "suggests", "proposes")):
        return _recommended(tokens, at, end)
    if low == "that":
        return _that_clause(tokens, _skip_adverbial(tokens, at + 1, end), end)
    if low == "of":
        return None  # "reiterates the call of the Secretary-General"
    if low in {"to", "on", "upon"}:
        speech = any(noun in stem for noun in ("appeal", "call", "request", "invitation"))
        if not speech or _infinitive(tokens, at, end):
            return None
        at += 1
    elif low == "for":
        return None
    if at < end and tokens[at].low in _PRONOUNS:
        return at, at + 1
    return _noun_phrase(tokens, at, end, needs_infinitive=stem.endswith(" for"))


def _recommended(tokens: list[Token], at: int, end: int) -> tuple[int, int] | None:
    """Return whom "recommends" addresses: "that States act", "to States that"; a plain object is a thing."""
    if tokens[at].low == "that":
        return _that_clause(tokens, at + 1, end)
    if tokens[at].low != "to":
        return None
    that = next((k for k in range(at + 1, end) if tokens[k].low in {"that", ","}), end)
    return _noun_phrase(tokens, at + 1, that, needs_infinitive=False) if that < end else None


def _noun_phrase(tokens: list[Token], at: int, end: int, needs_infinitive: bool) -> tuple[int, int] | None:
    to = _governing_to(tokens, at, end)
    if to is None and needs_infinitive:
        return None  # "calls for an end to such acts"
    stop = to if to is not None else end
    while stop > at and tokens[stop - 1].low in _TRAILING:
        stop -= 1
    if stop <= at or not is_actor(tokens, at, stop, strict=needs_infinitive):
        return None
    cut = _trim(tokens, at, stop)
    while cut > at and tokens[cut - 1].low in _TRAILING:
        cut -= 1
    if to is None and cut - at > _LONGEST_BARE:
        return None
    return (at, cut) if cut > at else None


def _skip_insert(tokens: list[Token], start: int, end: int) -> int:
    """Return where the object begins: after "in this regard", ", within its mandate," and the like."""
    at = start
    while at < end:
        step = _starts(tokens, at, "connective", end) or _starts(tokens, at, "interpolation", end)
        step = step or int(tokens[at].low == ",")
        if not step:
            break
        at += step
    return _skip_adverbial(tokens, at, end)


def _skip_adverbial(tokens: list[Token], at: int, end: int) -> int:
    """Return the index after an adverbial that a comma closes; ``at`` itself if there is none."""
    if at < end and tokens[at].low == ",":
        at += 1
    if at < end and tokens[at].low in words("insert"):
        commas = _commas(tokens, at, min(end, at + _LONGEST_INSERT))
        if commas:
            return commas[0] + 1
    return at
