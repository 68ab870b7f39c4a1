"""What a reading of a changed page is worth: right, warned, refused or silently wrong."""

from dataclasses import dataclass
from typing import Any, Final

from benchmarks.quality.score import same_minute, token_f1
from newsspider.extract import NotAnArticle, Page, extract
from newsspider.items import to_record
from tests.changes.kinds import Kind, Whereabouts
from tests.changes.subject import Facts
from tests.changes.tree import letters

ENOUGH: Final = 0.98  # F1 in words of a body that is right
RELEVANT: Final = {
    "body": ("body_", "layout_"),
    "headline": ("headline_", "layout_"),
    "date": ("date_", "time_", "address_", "tz_", "weekday_", "layout_"),
}
"""Beginnings of the warning codes that speak for a part of the record."""
_OF_LETTERS: Final = "encoding_"  # of all that is text


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one changed page was read.

    `wrong` are the parts of the record that are wrong, `silent` those of them without a relevant
    warning, `untrue` the warnings that neither the change nor the unchanged page justifies.
    """

    kind: str
    group: str
    case: str
    readable: bool
    refused: str = ""
    wrong: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    f1: float = 0.0

    @property
    def outcome(self) -> str:
        """One word: `right`, `warned`, `refused` or `silent`."""
        if self.refused:
            return "refused"
        if self.silent:
            return "silent"
        return "warned" if self.wrong else "right"

    @property
    def alarm(self) -> str:
        """What was needless: `refused`, `warned` or nothing."""
        if not self.readable:
            return ""
        if self.refused:
            return "refused"
        return "warned" if self.untrue else ""


def read(page: Page) -> dict[str, Any] | NotAnArticle:
    """Return the record of a page, or why there is none."""
    try:
        return to_record(extract(page))
    except NotAnArticle as refusal:
        return refusal


def judge(kind: Kind, facts: Facts, body: bytes, known: frozenset[str], page: Page) -> Judgement:
    """Return the judgement on the reading of a changed page.

    `known` are the warnings of the unchanged page; `page` gives moment and address.
    """
    found = read(Page.from_bytes(facts.url, body, page.fetched_at))
    readable = kind.text.readable
    if isinstance(found, NotAnArticle):
        return Judgement(kind.name, kind.group, facts.name, readable, refused=found.reason)
    f1 = token_f1(list(facts.paragraphs), found["article_body"].split("\n\n"))
    faults = {
        "body": f1 < ENOUGH or kind.text in (Whereabouts.GONE, Whereabouts.CUT),
        "headline": letters(found["headline"]) != letters(facts.headline),
        "date": not same_minute(facts.record["date_published"], found["date_published"]),
    }
    warnings = tuple(found["warnings"])
    wrong = tuple(part for part, is_wrong in faults.items() if is_wrong)
    silent = tuple(
        part for part in wrong if not any(w.startswith(_speaking_for(part)) for w in warnings)
    )
    return Judgement(
        kind=kind.name,
        group=kind.group,
        case=facts.name,
        readable=readable,
        wrong=wrong,
        silent=silent,
        untrue=_untrue(warnings, known, kind.says, wrong),
        warnings=warnings,
        f1=f1,
    )


def _speaking_for(part: str) -> tuple[str, ...]:
    return RELEVANT[part] if part == "date" else (*RELEVANT[part], _OF_LETTERS)


def _untrue(
    warnings: tuple[str, ...], known: frozenset[str], says: tuple[str, ...], wrong: tuple[str, ...]
) -> tuple[str, ...]:
    """The warnings about parts that are right, on grounds that nobody can see."""
    about = {part: RELEVANT[part] for part in RELEVANT if part not in wrong}
    return tuple(
        code
        for code in warnings
        if code not in known
        and not code.startswith(says or ("\0",))
        and any(code.startswith(codes) for codes in about.values())
        and not any(code.startswith(RELEVANT[part]) for part in wrong)
    )
