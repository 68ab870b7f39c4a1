"""The page as HTML: templates, style, scripts and numbers in one file that asks for nothing else.

Charts are drawn by Apache ECharts: it has calendars, heat maps and stacked series, draws SVG, which
prints and scales, needs no `eval`, so that the page can forbid it, and may be passed on
(Apache-2.0). Text of pages is escaped wherever it stands: by Jinja2 in the tables, as JSON for the
charts, which set it as text.
"""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsspider.report.diff import Change, changes, shortened
from newsspider.report.page.article_sums import ranked
from newsspider.report.page.chart_numbers import charts
from newsspider.report.page.language import Language
from newsspider.report.page.report_facts import ReportFacts
from newsspider.report.page.words import WORDS, number, phrase

_ROOM: Final = "newsspider.report.page"
_MOST: Final = 300
"""Rows of a table; what is more is counted."""

_CHARTS: Final = ("assets/echarts/echarts.min.js", "assets/charts.js")
_PAGE: Final = "assets/page.js"
_OUTLINE: Final = "assets/map/indonesia.json"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_ROOM),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"t": phrase, "most": _MOST, "ranked": ranked}
    environment.filters |= {"number": number, "percent": percent, "link": _link}
    return environment


@cache
def _asset(path: str) -> str:
    return files(_ROOM).joinpath(path).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class History:
    """All stored records of an article, oldest first; `missing_since` (UTC) where the site has it
    no more, and what it answered."""

    records: list[dict[str, Any]]
    missing_since: str | None
    missing_reason: str | None

    @property
    def changes(self) -> list[tuple[dict[str, Any], list[Change]]]:
        """Each record after the first, with what it changed; long unchanged runs are cut."""
        return [
            (record, [Change(each.field, list(shortened(each.pieces))) for each in changed])
            for record, changed in changes(self.records)
        ]


def render_report(facts: ReportFacts, language: Language = "en") -> str:
    """Return the report as HTML; `language` is the one it opens in, the other is a button away."""
    said = {key: text for key, text in WORDS.items() if key.partition(".")[0] not in _UNCHARTED}
    return _page(
        "report.html.j2",
        (*_CHARTS, _PAGE),
        language,
        facts=facts,
        data={"charts": charts(facts), "words": said, "outline": json.loads(_asset(_OUTLINE))},
    )


_UNCHARTED: Final = {"history", "tile", "head", "content", "duplicates", "headlines", "gone"}


def render_history(history: History, language: Language = "en") -> str:
    """Return the revisions of one article as HTML, the newest first."""
    return _page("history.html.j2", (_PAGE,), language, history=history, data=None)


def _page(name: str, scripts: Iterable[str], language: Language, **told: Any) -> str:
    code = [_asset(path) for path in scripts]
    return _environment().get_template(name).render(
        language=language,
        style=Markup(_asset("assets/page.css")),
        scripts=[Markup(script) for script in code],
        allowed=" ".join(map(_digest, code)),
        **told,
    )  # fmt: skip


def _digest(script: str) -> str:
    """Return how a Content-Security-Policy names the one script that may run."""
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode('ascii')}'"


def percent(share: float | None) -> str:
    """Return a share in per cent; a dash where there is none to tell. What is not the whole is
    never rounded up to it.

    >>> percent(1.0), percent(0.9999), percent(0.123), percent(None)
    ('100 %', '99 %', '12 %', '–')
    """
    if share is None:
        return "–"
    return f"{min(round(share * 100), 99) if share < 1 else 100} %"


def _link(url: str) -> str:
    """Return an address that may be linked, `#` in place of any other than the web's."""
    return url if url.startswith(("https://", "http://")) else "#"
