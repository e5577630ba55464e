"""Read a draft against the rules of ``data/language/drafting_rules.csv``: where does one not hold?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

from helpers.errors import CourseError
from helpers.language import N_, _
from helpers.resolution import calls, form, wording
from helpers.resolution.form import Check
from helpers.resolution.model import Resolution, Span
from helpers.resources import columns

Level = Literal["error", "warning", "advice"]
#: The levels, the gravest first: what breaks the form, what the United Nations would edit, what is good to know.
LEVELS: tuple[Level, ...] = get_args(Level)
_LEVEL_NAMES: dict[Level, str] = {"error": N_("error"), "warning": N_("warning"), "advice": N_("advice")}

_CHECKS: dict[str, Check] = {
    "enacting-words": form.enacting,
    "enacting-comma": form.enacting_comma,
    "operative-part": form.operative_part,
    "preamble-part": form.preamble,
    "in-place": form.placed,
    "preamble-opening": form.preamble_opening,
    "operative-opening": form.operative_opening,
    "adjacent-openings": form.adjacent_opening,
    "preamble-number": form.preamble_number,
    "operative-number": form.operative_number,
    "sole-number": form.sole_number,
    "number-sequence": form.number_sequence,
    "sub-labels": form.labels,
    "lone-label": form.lone_label,
    "preamble-comma": form.preamble_comma,
    "operative-semicolon": form.operative_semicolon,
    "final-full-stop": form.final_full_stop,
    "list-colon": form.list_colon,
    "item-semicolon": form.item_semicolon,
    "one-sentence": form.one_sentence,
    "italic-openings": form.italics,
    "note-called": calls.note_called,
    "mark-noted": calls.mark_noted,
    "mark-order": calls.mark_order,
    "mark-after-punctuation": calls.mark_place,
    "note-full-stop": calls.note_full_stop,
    "present-resolution": wording.present_resolution,
    "full-names": wording.full_names,
    "capitals": wording.capitals,
    "paragraphs-not-clauses": wording.paragraph_word,
    "day-form": wording.date_form,
    "number-not-symbol": wording.resolution_symbol,
    "resolution-day": wording.resolution_date,
    "nothing-open": wording.brackets,
    "third-person": wording.first_person,
    "spelling": wording.spelling,
    "no-commands": wording.commands,
    "no-formulas": wording.formulas,
    "addressee": wording.addressee,
    "report-when": wording.report_when,
    "counted-openings": wording.phrase,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One drafting rule: what to do, why, where it comes from, and an example of each kind.

    ``where`` says what the examples are a part of: ``preamble``, ``operative`` or ``whole``;
    ``model_un`` how the habit of Model UN compares, where that is known.
    """

    id: str
    level: Level
    where: str
    rule: str
    reason: str
    source: str
    bad: str
    good: str
    model_un: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule does not hold: the element, the range of the source, and what is wrong there.

    ``wording`` and ``english`` are as in :class:`helpers.resolution.hits.Hit`; a page marks the English in it.
    """

    rule: Rule
    element: str
    span: Span
    wording: str
    english: Mapping[str, str] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is wrong, as one plain sentence."""
        return self.wording.format(**self.english)


@cache
def rules() -> dict[str, Rule]:
    """Give every drafting rule by its id, in the order of the table.

    Examples
    --------
    >>> rules()["preamble-comma"].rule
    'End a preambular paragraph with a comma.'
    """
    texts = ("id", "where", "rule", "reason", "source", "bad", "good", "model_un")
    levels: dict[str, Level] = {level: level for level in LEVELS}
    return {
        row["id"]: Rule(level=levels[row["level"]], **{name: row[name] for name in texts})
        for row in columns("language/drafting_rules.csv", "level", *texts)
    }


def lint(resolution: Resolution, only: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Give every place where a drafting rule does not hold, in the order of the text.

    Parameters
    ----------
    resolution : Resolution
        A draft or an adopted text, as :func:`helpers.resolution.parse` reads it.
    only : collection of str, optional
        The ids of the rules to apply; all of them if none are given.

    Returns
    -------
    tuple of Finding
        ``source[slice(*finding.span)]`` shows the words in question.

    Raises
    ------
    CourseError
        If there is no rule of that name.

    Examples
    --------
    >>> from helpers.resolution import load, parse
    >>> [(finding.rule.id, finding.element) for finding in lint(load("A/RES/53/137"))]
    [('italic-openings', 'PP1'), ('note-called', 'FN2')]
    >>> draft = parse("The General Assembly,\\n\\nRecalling its task.\\n\\nDecides to meet.")
    >>> [finding.message for finding in lint(draft)]
    ['the preambular paragraph ends with a full stop instead of a comma']
    """
    unknown = sorted(set(only or ()) - set(_CHECKS))
    if unknown:
        message = _("there is no drafting rule {name}; the rules are: {names}")
        raise CourseError(message.format(name=repr(unknown[0]), names=", ".join(_CHECKS)))
    found = [
        Finding(rules()[name], *hit)
        for name, check in _CHECKS.items()
        if only is None or name in only
        for hit in check(resolution)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, LEVELS.index(finding.rule.level))))


def said(resolution: Resolution, finding: Finding) -> str:
    """Write a finding as one line: line number, element, rule with its level, message.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> said(load("A/RES/53/137"), lint(load("A/RES/53/137"))[1])
    '30: FN2: note-called (error): note 2 is called nowhere: its mark is missing in the text'
    """
    line = resolution.source.count("\n", 0, finding.span.start) + 1
    level = _(_LEVEL_NAMES[finding.rule.level])
    return f"{line}: {finding.element}: {finding.rule.id} ({level}): {finding.message}"
