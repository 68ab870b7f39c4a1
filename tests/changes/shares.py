"""The shares of a run: by group, the worst kinds, and the page `docs/trust.md`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tests.changes.judging import Judgement
from tests.changes.kinds import GROUPS, kinds
from tests.changes.wording import table

OUTCOMES: Final = ("right", "warned", "refused", "silent")
_HEAD: Final = (
    "group", "kinds", "pages", "right", "wrong, warned", "refused", "silently wrong",
    "readable but refused", "readable but warned",
)  # fmt: skip
_SHOWN: Final = 25


class Shares:
    """Shares of some judgements."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.pages = len(judgements)
        self.kinds = len({judgement.kind for judgement in judgements})
        self._outcomes = Counter(judgement.outcome for judgement in judgements)
        self._alarms = Counter(judgement.alarm for judgement in judgements if judgement.readable)
        self.readable = self._alarms.total()
        whole = [judgement.f1 for judgement in judgements if judgement.readable]
        self.f1 = sum(whole) / len(whole) if whole else 0.0

    def share(self, outcome: str) -> float:
        """Return the share of an outcome ("right", "warned", "refused", "silent"), 0 to 1."""
        return self._outcomes[outcome] / self.pages if self.pages else 0.0

    def needless(self, alarm: str) -> float:
        """Return the share of readable pages needlessly "refused" or "warned" of, 0 to 1."""
        return self._alarms[alarm] / self.readable if self.readable else 0.0

    def row(self, title: str) -> list[str]:
        """Return the row of the table."""
        shares = [f"{self.share(outcome):.1%}" for outcome in OUTCOMES]
        alarms = [f"{self.needless(alarm):.1%}" for alarm in ("refused", "warned")]
        return [title, str(self.kinds), f"{self.pages:,}", *shares, *alarms]


def of_group(judgements: Iterable[Judgement], group: str) -> Shares:
    """Return the shares of a group."""
    return Shares([judgement for judgement in judgements if judgement.group == group])


def by_group(judgements: Sequence[Judgement]) -> str:
    """Return the table by group, in Markdown."""
    present = {judgement.group for judgement in judgements}
    rows = [of_group(judgements, group).row(GROUPS[group]) for group in GROUPS if group in present]
    return _table(_HEAD, [*rows, Shares(judgements).row("**all**")])


def worst(judgements: Sequence[Judgement], limit: int = _SHOWN) -> str:
    """Return the kinds with most pages silently wrong or needlessly refused, in Markdown."""
    by_kind = {
        name: Shares([judgement for judgement in judgements if judgement.kind == name])
        for name in {judgement.kind for judgement in judgements}
    }

    def fault(name: str) -> float:
        shares = by_kind[name]
        return shares.share("silent") + shares.needless("refused") + shares.needless("warned")

    names = sorted(by_kind, key=lambda name: (-fault(name), name))[:limit]
    rows = [
        [kinds()[name].group, name, *by_kind[name].row("")[3:]] for name in names if fault(name)
    ]
    return _table(("group", "kind", *_HEAD[3:]), rows)


def described() -> str:
    """Return all kinds with what real sites do, group by group, in Markdown."""
    parts = []
    for group, title in GROUPS.items():
        rows = [
            [f"`{kind.name}`", kind.why, kind.text.value]
            for kind in kinds().values()
            if kind.group == group
        ]
        parts.append(f"### {title.capitalize()}\n\n" + _table(("kind", "what", "the text"), rows))
    return "\n".join(parts)


def page(judgements: Sequence[Judgement], options: str, peers: str) -> str:
    """Return `docs/trust.md`, made by the command with these options."""
    return f"""# What the reader does with pages that changed

Made by `python -m tests.changes {options}`; do not edit.

Saved articles are changed in each of the ways listed below, and read again without their further
pages; half of them were made as long as news usually is. *Right* is a record whose body (F1 in
words at least 0.98), headline (letters) and date (minute) are those of the unchanged page. *Wrong,
warned* differs, and a warning says so for each part that does. *Silently wrong* is the fault that
must not happen. A page is *readable* when the whole text is where a reader sees it, or in data of a
known form (`__NEXT_DATA__`, `__NUXT__`, JSON-LD, `<noscript>`, `<template>`).

{by_group(judgements)}

The reader was mended for the kinds of each set after the set had been written and measured, so that
the table above says what it does with kinds that are known. What it does with the next change is
told best by what it did with each set as it came:

{_as_they_came()}
What no page alone tells stays silent: paragraphs or whole sentences lost from the middle of a text
that goes on, its opening, a clock that is some hours late in all that a page says, another
article's text about the same matter or signed as this one, paragraphs of another among its own, and
a line of others that neither speaks to readers, nor for the house, nor has a label.

{peers}
## Kinds with most faults

{worst(judgements)}
## All kinds

{described()}"""


def _as_they_came() -> str:
    """How wrong the reader was on each set of kinds when it came, which estimates the unseen."""
    came = [
        (each["name"], str(each["kinds"]), f"{each['silent']:.1%}")
        for each in table("as_they_came")["sets"]
    ]
    return _table(("set", "kinds", "silently wrong as it came"), came)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
