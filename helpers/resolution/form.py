"""Drafting rules of form: order, openings, numbering, punctuation, italics. One check a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from helpers.language import N_, _
from helpers.resolution import blocks, lexicon, numerals
from helpers.resolution import lines as ln
from helpers.resolution.hits import Body, Hit, bodies, head, is_security_council, last, tail
from helpers.resolution.model import Paragraph, Resolution, Span
from helpers.resolution.tokens import quoted

Check = Callable[[Resolution], Iterator[Hit]]

_MARKS = {",": N_("a comma"), ";": N_("a semicolon"), ".": N_("a full stop"), ":": N_("a colon"), "": N_("no mark")}
# "States should act": the subject of the sentence is no longer the organ.
_OTHER_SUBJECT = re.compile(r"(?:All |Member )?States (?:parties )?(?:should|shall|must|will|may|are|have|need)\b")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[)”\"]?\. (?=[A-Z][a-z]+ )")
_CONJUNCTION = re.compile(r" (?:and|or)$")
_VARIED = re.compile(r",? (?:also|further|in particular|in th(?:is|at) (?:respect|regard|connection|context))\b")
# A committee or a council as it would stand alone on the line of the enacting words.
_NAMED_BODY = re.compile(r"^(?:The )?[A-Z][\w' -]*(?:Committee|Council|Assembly|Commission|Conference)\b", re.MULTILINE)


# ---- the order of the parts ----


def enacting(resolution: Resolution) -> Iterator[Hit]:
    """The text opens with the name of the organ."""
    if resolution.enacting:
        return
    first = (resolution.preamble or resolution.operative)[0]
    before = resolution.source[: first.span.start]
    named = list(_NAMED_BODY.finditer(before))
    if named:
        start, end = named[-1].span()
        message = _("‘{words}’ is not how an organ speaks; write ‘The General Assembly,’")
        yield Hit(first.id, Span(start, end), message, {"words": before[start:end]})
    else:
        yield Hit(first.id, head(first), _("no organ is named above the first paragraph: nobody is the subject"))


def enacting_comma(resolution: Resolution) -> Iterator[Hit]:
    """Enacting words before a preamble end with a comma."""
    for formula, body in zip(resolution.formulas, bodies(resolution), strict=False):
        if body.preamble and not formula.text.rstrip().endswith(","):
            yield Hit(formula.id, formula.span, _("‘{words}’ ends without a comma"), {"words": formula.text})


def operative_part(resolution: Resolution) -> Iterator[Hit]:
    """There is an operative part."""
    for body in bodies(resolution):
        if body.preamble and not body.operative:
            final = body.preamble[-1]
            yield Hit(final.id, tail(final), _("nothing follows the preamble: there is no operative paragraph"))


def preamble(resolution: Resolution) -> Iterator[Hit]:
    """There is a preamble."""
    for body in bodies(resolution):
        if body.operative and not body.preamble and not _numbered_preamble(body):
            yield Hit(body.operative[0].id, head(body.operative[0]), _("no preamble gives the reasons"))


def placed(resolution: Resolution) -> Iterator[Hit]:
    """Every piece of text belongs to a paragraph."""
    for piece in resolution.unplaced:
        near = [p.id for p in (*resolution.preamble, *resolution.operative) if p.span.start < piece.span.start]
        words = " ".join(piece.text.split())[:50]
        message = _("‘{words}’ belongs to no paragraph: {reason}").format(words="{words}", reason=piece.reason)
        yield Hit(near[-1] if near else "EW", piece.span, message, {"words": words})


# ---- how paragraphs open ----


def preamble_opening(resolution: Resolution) -> Iterator[Hit]:
    """Preambular paragraphs open with a participle or an adjective."""
    for paragraph in resolution.preamble:
        if _describes(paragraph):
            continue
        acts = blocks.finite(paragraph.text) and lexicon.split_opening(paragraph.text)
        verb, neither = _("opens with a verb, as operative paragraphs do"), _("opens with no participle or adjective")
        yield Hit(paragraph.id, head(paragraph), verb if acts else neither)


def operative_opening(resolution: Resolution) -> Iterator[Hit]:
    """Operative paragraphs open with a verb in the present tense."""
    for body in bodies(resolution):
        skipped = _numbered_preamble(body)
        for paragraph in body.operative:
            if paragraph in skipped or _acts(paragraph):
                continue
            message = (
                _("opens with a participle; write what the organ does, as ‘Requests’")
                if ln.opens(paragraph.text)
                else _("opens with no verb of the organ; write what the organ does, as ‘Requests’")
            )
            yield Hit(paragraph.id, head(paragraph), message)


def _describes(paragraph: Paragraph) -> bool:
    if ln.opens(paragraph.text):
        return True
    return lexicon.split_opening(paragraph.text) > 0 and not blocks.finite(paragraph.text)


def _acts(paragraph: Paragraph) -> bool:
    if _OTHER_SUBJECT.match(paragraph.text) or ln.opens(paragraph.text):
        return False
    return blocks.finite(paragraph.text) or lexicon.split_opening(paragraph.text) > 0


def _numbered_preamble(body: Body) -> tuple[Paragraph, ...]:
    """Reasons that carry numbers: participles before the first verb, where no unnumbered preamble stands."""
    found: list[Paragraph] = []
    if not body.preamble:
        for paragraph in body.operative:
            if not ln.opens(paragraph.text):
                break
            found.append(paragraph)
    return tuple(found)


def adjacent_opening(resolution: Resolution) -> Iterator[Hit]:
    """Neighbouring preambular paragraphs open with different words."""
    if is_security_council(resolution):
        return
    for body in bodies(resolution):
        for before, after in pairwise(body.preamble):
            if after.opening and before.opening.lower() == after.opening.lower() and _varied(before) == _varied(after):
                message = _("‘{words}’ opens two paragraphs in a row; add ‘also’ or ‘further’, or open otherwise")
                yield Hit(after.id, head(after), message, {"words": after.opening})


def _varied(paragraph: Paragraph) -> str:
    """What sets an opening apart from the same opening before it: "Expressing concern also that"."""
    found = _VARIED.match(paragraph.text, len(paragraph.opening))
    return found[0].lower() if found else ""


# ---- numbers and labels ----


def preamble_number(resolution: Resolution) -> Iterator[Hit]:
    """The preamble carries no numbers."""
    for body in bodies(resolution):
        for paragraph in _numbered_preamble(body):
            message = _("a reason carries the number {number}; leave it out")
            yield Hit(paragraph.id, head(paragraph), message.format(number=paragraph.number))


def operative_number(resolution: Resolution) -> Iterator[Hit]:
    """Two operative paragraphs or more are numbered."""
    for body in bodies(resolution):
        if len(body.operative) > 1:
            for paragraph in body.operative:
                if paragraph.number is None:
                    yield Hit(paragraph.id, head(paragraph), _("has no number"))


def sole_number(resolution: Resolution) -> Iterator[Hit]:
    """A sole operative paragraph is not numbered."""
    for body in bodies(resolution):
        if len(body.operative) == 1 and body.operative[0].number is not None:
            paragraph = body.operative[0]
            yield Hit(paragraph.id, head(paragraph), _("is the only operative paragraph and carries a number"))


def number_sequence(resolution: Resolution) -> Iterator[Hit]:
    """Numbers run on from 1 without a gap."""
    for body in bodies(resolution):
        before: Paragraph | None = None
        for paragraph in body.operative:
            if paragraph.number is not None:
                section = before is None or before.id.split("OP")[0] != paragraph.id.split("OP")[0]
                expected = 1 if before is None else (before.number or 0) + 1
                if paragraph.number != expected and not (section and paragraph.number == 1):
                    message = _("has the number {number} where {expected} is expected")
                    shown = message.format(number=paragraph.number, expected=expected)
                    yield Hit(paragraph.id, head(paragraph), shown)
            before = paragraph


def labels(resolution: Resolution) -> Iterator[Hit]:
    """Sub-paragraphs are labelled (a), (i), a., i., in order."""
    for top in (*resolution.preamble, *resolution.operative):
        yield from _labels(top, 0)


def _labels(parent: Paragraph, depth: int) -> Iterator[Hit]:
    for place, child in enumerate(parent.children, 1):
        expected = label(place, depth)
        if child.label != expected:
            start = child.span.start
            shown = Span(start, start + len(child.label or ""))
            message = _("is labelled {label} where {expected} is expected")
            yield Hit(child.id, shown, message, {"label": child.label or "", "expected": expected})
        yield from _labels(child, depth + 1)


def label(place: int, depth: int) -> str:
    """The label of a sub-paragraph by its place and its level.

    Examples
    --------
    >>> [label(2, depth) for depth in range(4)], label(27, 0)
    (['(b)', '(ii)', 'b.', 'ii.'], '(aa)')
    """
    letters = chr(ord("a") + (place - 1) % 26) * ((place - 1) // 26 + 1)
    mark = numerals.roman(place) if depth % 2 else letters
    return f"({mark})" if depth < 2 else f"{mark}."


def lone_label(resolution: Resolution) -> Iterator[Hit]:
    """A list has two sub-paragraphs or more."""
    for paragraph in resolution.paragraphs:
        if len(paragraph.children) == 1:
            only = paragraph.children[0]
            message = _("{label} stands alone: one item is no list")
            yield Hit(only.id, head(only), message, {"label": only.label or ""})


# ---- punctuation ----


def _ends(paragraph: Paragraph, wanted: str, message: str) -> Iterator[Hit]:
    final = last(paragraph)
    end = ln.terminator(final.text)
    if end != wanted:
        yield Hit(final.id, tail(final), message.format(mark=_(_MARKS[end])))


def preamble_comma(resolution: Resolution) -> Iterator[Hit]:
    """Preambular paragraphs end with a comma."""
    for paragraph in resolution.preamble:
        yield from _ends(paragraph, ",", _("the preambular paragraph ends with {mark} instead of a comma"))


def operative_semicolon(resolution: Resolution) -> Iterator[Hit]:
    """Operative paragraphs before the last end with a semicolon."""
    for body in bodies(resolution):
        for paragraph in body.operative[:-1]:
            if paragraph not in _numbered_preamble(body):
                yield from _ends(paragraph, ";", _("the paragraph ends with {mark} instead of a semicolon"))


def final_full_stop(resolution: Resolution) -> Iterator[Hit]:
    """The last operative paragraph ends with a full stop."""
    for body in bodies(resolution):
        if body.operative:
            message = _("the last operative paragraph ends with {mark} instead of a full stop")
            yield from _ends(body.operative[-1], ".", message)


def list_colon(resolution: Resolution) -> Iterator[Hit]:
    """What introduces sub-paragraphs ends with a colon."""
    for paragraph in resolution.paragraphs:
        if paragraph.children:
            end = ln.terminator(paragraph.text)
            if end != ":":
                message = _("a list follows, and the words before it end with {mark}")
                yield Hit(paragraph.id, tail(paragraph), message.format(mark=_(_MARKS[end])))


def item_semicolon(resolution: Resolution) -> Iterator[Hit]:
    """Sub-paragraphs before the last of an operative paragraph end with a semicolon."""
    for top in resolution.operative:
        items = [paragraph for paragraph in top.walk() if paragraph.label and not paragraph.children]
        for item in items[:-1]:
            end = ln.terminator(_CONJUNCTION.sub("", item.text))
            if end != ";":
                message = _("{label} ends with {mark} instead of a semicolon")
                told = message.format(label="{label}", mark=_(_MARKS[end]))
                yield Hit(item.id, tail(item), told, {"label": item.label or ""})


def one_sentence(resolution: Resolution) -> Iterator[Hit]:
    """No sentence ends inside a paragraph."""
    for paragraph in resolution.paragraphs:
        titles = quoted(paragraph.text)
        for found in _SENTENCE_END.finditer(paragraph.text):
            if any(start <= found.start() < end for start, end in titles):
                continue
            span = Span(paragraph.offsets[found.start()], paragraph.offsets[found.end() - 2] + 1)
            yield Hit(paragraph.id, span, _("a sentence ends here, and what follows has lost its subject"))


# ---- italics ----


def italics(resolution: Resolution) -> Iterator[Hit]:
    """Openings are in italics, all of them or, in a plain text, none."""
    paragraphs = (*resolution.preamble, *resolution.operative)
    if not any(_slanted(resolution, paragraph) for paragraph in paragraphs):
        return
    one = _("the opening is not in italics, though others in the text are")
    preambular = _("none of the {count} preambular openings is in italics, though others in the text are")
    operative = _("none of the {count} operative openings is in italics, though others in the text are")
    for none, part in ((preambular, resolution.preamble), (operative, resolution.operative)):
        missing = [paragraph for paragraph in part if not _slanted(resolution, paragraph)]
        if len(missing) == len(part) > 1:
            yield Hit(missing[0].id, head(missing[0]), none.format(count=len(part)))
        else:
            yield from (Hit(paragraph.id, head(paragraph), one) for paragraph in missing)


def _slanted(resolution: Resolution, paragraph: Paragraph) -> bool:
    start = paragraph.offsets[0] if paragraph.offsets else 0
    return start > 0 and resolution.source[start - 1] == "*"
