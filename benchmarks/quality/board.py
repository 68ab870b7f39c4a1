"""The scoreboard as Markdown, and the bars of its chart. Pure."""

from dataclasses import dataclass
from statistics import mean
from typing import Any, Final

from benchmarks.quality.cases import Case
from benchmarks.quality.score import (
    EXTRA_FIELDS,
    FIELDS,
    Reading,
    forgiven,
    lines,
    paragraphs,
    same_minute,
    token_f1,
)

OURS: Final = "newsspider"


@dataclass(frozen=True, slots=True)
class Tool:
    """What one tool read: its readings by case, its pages a second."""

    name: str
    version: str
    readings: dict[str, Reading]
    rate: float

    def reads(self, key: str) -> bool:
        """Whether the tool gives this at all, on any page."""
        return any(reading.get(key) for reading in self.readings.values())


@dataclass(frozen=True, slots=True)
class DateReader:
    """What one reader of dates made of the date lines, and how many it reads a second."""

    name: str
    dates: list[str | None]
    rate: float


@dataclass(frozen=True, slots=True)
class Body:
    """How right a tool's texts are: mean token F1; shares of the cases without any text, with
    every paragraph right, and the same when dateline and initials are forgiven."""

    f1: float
    none: float
    exact: float
    exact_forgiven: float


def body(tool: Tool, cases: list[Case]) -> Body:
    """Scores of the article text over all cases, 0 to 1."""
    scores, none, exact, almost = [], 0, 0, 0
    for case in cases:
        gold, found = paragraphs(case.gold), lines(tool.readings[case.name])
        plain = forgiven(found, case.gold)
        scores.append(token_f1(gold, plain))
        none += not found
        exact += found == gold
        almost += plain == gold
    n = len(cases)
    return Body(mean(scores), none / n, exact / n, almost / n)


def right(tool: Tool, title: str, cases: list[Case]) -> float | None:
    """Share of cases where a field is right; None when the tool does not read it."""
    key, agrees = FIELDS[title]
    if not tool.reads(key):
        return None
    return mean(agrees(case.gold[key], tool.readings[case.name].get(key)) for case in cases)


def markdown(
    tools: list[Tool],
    readers: list[DateReader],
    cases: list[Case],
    gold: list[str],
    parsing: float,
) -> str:
    """The whole document; `gold` are the right dates of the date lines, `parsing` lxml's rate."""
    return "\n\n".join(
        [
            _INTRODUCTION.format(cases=len(cases)),
            "![What each tool reads, and how fast](scoreboard.svg)",
            _bodies(tools, cases),
            _fields(tools, cases),
            _better(tools, cases),
            _extra(tools, cases),
            _dates(readers, gold),
            _speed(tools, parsing),
            _METHOD.format(versions=", ".join(f"{t.name} {t.version}" for t in tools)),
        ]
    )


def panels(tools: list[Tool], cases: list[Case]) -> dict[str, Any]:
    """The bars of the chart."""
    readers = [tool for tool in tools if tool.reads("paragraphs")]
    bodies = {tool.name: body(tool, cases) for tool in readers}
    f1 = {name: score.f1 for name, score in bodies.items()}
    exact = {name: 100 * score.exact_forgiven for name, score in bodies.items()}
    rates = {tool.name: tool.rate for tool in readers}
    drawn = [
        ("Article text, token F1", "mean over the cases", f1, "{:.3f}", False),
        ("Every paragraph right", "% of the cases", exact, "{:.0f}", False),
        ("Speed", "pages a second, one core, log scale", rates, "{:.0f}", True),
    ]
    keys = ("title", "label", "values", "format", "log")
    return {"panels": [dict(zip(keys, panel, strict=True)) for panel in drawn]}


def _table(head: list[str], rows: list[list[str]]) -> str:
    ruler = [":--" if n == 0 else "--:" for n in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ruler, *rows])


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _bodies(tools: list[Tool], cases: list[Case]) -> str:
    rows = []
    for tool in tools:
        if tool.reads("paragraphs"):
            score = body(tool, cases)
            shares = map(_share, (score.none, score.exact, score.exact_forgiven))
            rows.append([tool.name, f"{score.f1:.4f}", *shares])
    head = ["tool", "token F1", "no text, %", "every paragraph right, %", "… forgiven, %"]
    return f"## The article text\n\n{_table(head, rows)}\n\n{_FORGIVEN}"


def _fields(tools: list[Tool], cases: list[Case]) -> str:
    rows = [
        [f"`{title}`", *(_share(right(tool, title, cases)) for tool in tools)] for title in FIELDS
    ]
    table = _table(["field", *(tool.name for tool in tools)], rows)
    return f"## Field by field, % of the cases right\n\n{table}\n\n{_DASH}"


def _better(tools: list[Tool], cases: list[Case]) -> str:
    ours, *peers = tools
    found = []
    for title in FIELDS:
        best = right(ours, title, cases) or 0.0
        ahead = {t.name: s for t in peers if (s := right(t, title, cases) or 0.0) > best}
        found += [f"`{title}`: {n} {_share(s)} to {_share(best)}" for n, s in ahead.items()]
    said = "\n".join(f"- {line}" for line in found) or "In no field of this table."
    return f"## Where a peer is better\n\n{said}"


def _extra(tools: list[Tool], cases: list[Case]) -> str:
    readings = tools[0].readings
    rows = [
        [f"`{key}`", _share(mean(readings[c.name].get(key) == c.gold[key] for c in cases))]
        for key in EXTRA_FIELDS
    ]
    table = _table(["field", OURS], rows)
    return f"## What no peer reads, % of the cases exactly right\n\n{table}"


def _dates(readers: list[DateReader], gold: list[str]) -> str:
    rows = []
    for reader in readers:
        share = mean(map(same_minute, gold, reader.dates))
        rows.append([reader.name, _share(share), f"{reader.rate:,.0f}"])
    table = _table(["reader", "right, %", "lines a second"], rows)
    return f"## The printed date lines ({len(gold)} distinct)\n\n{table}"


def _speed(tools: list[Tool], parsing: float) -> str:
    ours = tools[0].rate
    rates = {tool.name: tool.rate for tool in tools} | {"(lxml, parsing alone)": parsing}
    rows = [[name, f"{rate:,.0f}", f"{ours / rate:,.1f}"] for name, rate in rates.items()]
    table = _table(["tool", "pages a second", "newsspider beside it"], rows)
    return f"## Speed\n\n{table}"


_INTRODUCTION: Final = """\
# Scoreboard

What newsspider and the tools people use otherwise read off the same {cases} saved pages, next to
what a careful reader writes down. `make scoreboard` builds this page anew."""
_FORGIVEN: Final = """\
Token F1 counts words, each as often as it occurs, and is the mean over the cases. *Forgiven* takes
the dateline ("JAKARTA - ") and the closing initials out of a text that left them in: the record
keeps both apart, and no peer has a place for them. F1 is of the forgiven text. The site parts its
paragraphs with `<br>` in one flat `<div>`, where tools that look for `<p>` find no text at all."""
_DASH: Final = """\
A dash: the tool does not give the field. Names and keywords may come in any order and case, a
picture in any width."""
_METHOD: Final = """\
Real pages of other houses, beside the same peers:
[scoreboard-real-pages.md](scoreboard-real-pages.md).

## How it was measured

- The gold records are the `expected.json` of the cases in `fixtures/sindonews/`, which newsspider's
  own tests hold it to: it is at home here, the peers are guests. They know thousands of sites,
  newsspider knows one.
- Each tool is called as its users call it, with the decoded page and its address, and the language
  where it takes one. Metadata is read off page 1, the text off the whole-text rendering where the
  case has one, else off all its pages, joined.
- A date without a zone is taken to mean the right zone. A tool that raises has read nothing.
- Speed is first pages a second of processor time, parsing included, the better of two passes over
  all cases, all tools one after another in the same run on the same machine. Compare the ratios.
- Versions: {versions}.
"""
