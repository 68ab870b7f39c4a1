"""The report in a real browser: over a simulated archive with hostile text in it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, Final

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from newsspider.report.page.map_places import places
from newsspider.store.state.database import State
from simulator.world import World
from tests.support import commands
from tests.support.chromium import Opened, chromium, open_file
from tests.support.simulated_archive import record, write_archive

WORLD: Final = World(
    until=date(2026, 7, 24), articles=120, days=40, edited=0.2, removed=0.1, repeated=0.1
)
HOSTILE: Final = '</script><script>window.hacked = 1</script><img src=x onerror="hacked = 2">'
_ARTICLES: Final = (
    "(SELECT *, make_timestamp((epoch(date_published::TIMESTAMPTZ) * 1000000)::BIGINT)"
    " + INTERVAL 7 HOUR AS wib FROM read_json('{}/sindonews-????-??-??.jsonl')"
    " QUALIFY row_number() OVER (PARTITION BY id ORDER BY revision DESC) = 1)"
)


def hostile() -> tuple[dict[str, Any], ...]:
    """Two revisions of an article whose site means harm."""
    one = record(WORLD, WORLD.piece(7), WORLD.evening)
    named = dict.fromkeys(("headline", "dateline"), HOSTILE) | {
        "id": "sindonews:pena:1",
        "keywords": [HOSTILE, "\u202egnp.exe"],
        "authors": [HOSTILE],
        "section": "<b>x</b>",
        "citations": [{"name": "{{ 7 * 7 }}", "date": None}],
        "warnings": ["tz_assumed"],
    }
    later = {"headline": f"{HOSTILE} dua", "content_hash": "1" * 64}
    return one | named, one | named | later


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder, WORLD, hostile())
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def report(archive: Path, *options: str) -> Path:
    target = archive.parent / f"{'-'.join(('report', *options))}.html"
    target = target.with_name(target.name.replace("/", "-"))
    done = commands.scrapy(
        "report", "sindonews", "--out", str(target), "-s", f"OUTPUT_DIR={archive}", *options
    )
    assert done.returncode == 0, done.stderr
    assert f"{target}: 121 articles" in done.stdout
    return target


@pytest.fixture(scope="module")
def desk(archive: Path, browser: Browser) -> Opened:
    return open_file(browser, report(archive), 1440, "light")


@pytest.fixture(scope="module")
def phone(archive: Path, browser: Browser) -> Opened:
    return open_file(browser, report(archive, "--language", "id"), 360, "dark")


@pytest.fixture(params=["desk", "phone"])
def opened(request: pytest.FixtureRequest) -> Opened:
    found: Opened = request.getfixturevalue(request.param)
    return found


def test_nothing_is_asked_for_and_nothing_goes_wrong(opened: Opened) -> None:
    assert [url.partition(":")[0] for url in opened.requests] == ["file"]
    assert opened.complaints == []


def test_it_fits_the_window_and_every_chart_is_drawn(opened: Opened) -> None:
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")
    drawn = opened.run(
        "[...document.querySelectorAll('[data-chart]')].map(chart =>"
        " [chart.dataset.chart, chart.querySelectorAll('svg path').length])"
    )
    assert len(drawn) == 11
    assert [name for name, shapes in drawn if shapes < 2] == []


def test_it_speaks_one_language_at_a_time(desk: Opened, phone: Opened) -> None:
    assert desk.text(".part > h2")[:2] == ["Articles", "Times"]
    assert phone.text(".part > h2")[:2] == ["Artikel", "Waktu"]
    assert "Mon" in desk.text("[data-chart=hours]")[0]
    assert "Sen" in phone.text("[data-chart=hours]")[0]
    phone.page.click("button[data-language=en]")
    assert phone.text(".part > h2")[:2] == ["Articles", "Times"]
    phone.page.click("button[data-language=id]")
    assert phone.text("#sections-title") == ["Kanal"]


def test_it_is_accessible(opened: Opened) -> None:
    opened.page.locator("[data-numbers=calendar] summary").click()
    opened.page.locator("[data-numbers=calendar] tbody tr").first.wait_for()
    found = Axe().run(opened.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    opened.page.locator("[data-numbers=calendar] summary").click()


def counted(archive: Path, what: str) -> dict[Any, int]:
    """How many articles DuckDB counts for each value of an expression, over the same lines."""
    query = f"SELECT *, count(*) FROM (SELECT {what} FROM {_ARTICLES.format(archive)}) GROUP BY ALL"
    return {key: count for *key, count in duckdb.sql(query).fetchall() for key in [tuple(key)]}


def drawn(opened: Opened, chart: str) -> list[Any]:
    """What the series of a chart were given, `[name, data]` each."""
    found: list[Any] = opened.run(
        "name => echarts.getInstanceByDom(document.querySelector(`[data-chart=${name}]`))"
        ".getOption().series.map(series => [series.name, series.data])",
        chart,
    )
    return found


def test_the_days_are_those_that_duckdb_counts(opened: Opened, archive: Path) -> None:
    shown = {(day,): count for _, data in drawn(opened, "calendar") for day, count in data}
    assert shown == counted(archive, "strftime(wib, '%Y-%m-%d')")


def test_the_sections_are_those_that_duckdb_counts(desk: Opened, archive: Path) -> None:
    by_section = counted(archive, "section")
    largest = sorted(by_section.items(), key=lambda item: (-item[1], item[0]))
    shown = {(name,): sum(data) for name, data in drawn(desk, "series")}
    others = shown.pop(("other sections",))
    assert shown == dict(largest[:9])
    assert others == sum(count for _, count in largest[9:])
    starts = desk.run("data.charts.series.starts")
    by_day = counted(archive, "strftime(wib, '%Y-%m-%d'), section")
    for name, data in drawn(desk, "series")[:9]:
        assert data == [by_day.get((start, name), 0) for start in starts]


def test_the_hours_are_those_that_duckdb_counts(opened: Opened, archive: Path) -> None:
    ((_, data),) = drawn(opened, "hours")
    shown = {(day, hour): count for hour, day, count in data if count}
    assert shown == counted(archive, "isodow(wib) - 1, hour(wib)")


def test_the_fields_and_warnings_are_those_that_duckdb_counts(desk: Opened, archive: Path) -> None:
    (layout,) = desk.run("data.charts.fields")
    months = "strftime(wib, '%Y-%m')"
    for field in ("editor", "image"):
        stated = counted(archive, f"{months}, {field} IS NOT NULL")
        for (month, _), shown in zip(layout["steps"], layout["fields"][field], strict=True):
            assert shown == stated.get((month, True), 0)
    stated = counted(archive, f"{months}, len(read_also) > 0")
    assert sum(layout["fields"]["read_also"]) == sum(n for (_, has), n in stated.items() if has)
    ((_, data),) = drawn(desk, "warnings")
    names = desk.run("data.charts.warnings.map(([code]) => code)")
    codes = counted(archive, "unnest(warnings)")
    assert dict(zip(names, data, strict=True)) == {code: n for (code,), n in codes.items()}


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("keywords", "unnest(list_distinct(keywords))"),
        ("authors", "unnest(authors)"),
        ("datelines", "dateline"),
        ("agencies", "unnest(list_distinct(list_transform(citations, lambda c: c.name)))"),
    ],
)
def test_the_rankings_are_those_that_duckdb_counts(
    desk: Opened, archive: Path, table: str, names: str
) -> None:
    found = {name: n for (name,), n in counted(archive, names).items() if name}
    cells = desk.run(
        "name => [...document.querySelectorAll(`[aria-labelledby=${name}-title] tbody tr`)]"
        ".map(row => [row.cells[0].textContent, Number(row.cells[1].dataset.sort)])",
        table,
    )
    assert cells == [[*item] for item in sorted(found.items(), key=lambda i: (-i[1], i[0]))][:300]


def test_the_map_shows_the_datelines_that_duckdb_counts(opened: Opened, archive: Path) -> None:
    ((_, data),) = drawn(opened, "places")
    names = opened.run("data.charts.places.map(([name]) => name)")
    shown = {name: articles for name, (_, _, articles) in zip(names, data, strict=True)}
    found = {name: n for (name,), n in counted(archive, "dateline").items() if name}
    known = {place.name.upper() for place in places(found)}
    assert shown == {name.title(): n for name, n in found.items() if name in known}
    assert len(known) > 10
    assert HOSTILE in set(found) - known


def test_the_ledger_is_that_of_the_state(desk: Opened, archive: Path) -> None:
    state = State.read(archive / "state" / "sindonews.sqlite3")
    (missing,) = state.row("SELECT count(*) FROM listed WHERE outcome IS NULL") or [0]
    (listed,) = state.row("SELECT count(DISTINCT day) FROM listed") or [0]
    state.close()
    assert missing > 0
    named = desk.run(
        "[...document.querySelectorAll('[aria-labelledby=holes-title] tbody tr')]"
        ".reduce((sum, row) => sum + Number(row.cells[3].dataset.sort), 0)"
    )
    assert named == missing
    states = Counter(state for _, data in drawn(desk, "completeness") for _, state in data)
    assert states.total() == listed
    assert states[0] > states[1] > 0


def test_hostile_text_stays_text(opened: Opened) -> None:
    assert opened.run("window.hacked") is None
    assert opened.run("document.querySelectorAll('main img, main b:not(.tip b)').length") == 0
    change = opened.page.locator("tr.change", has_text="hacked").first
    assert change.locator("td").nth(0).inner_text() == HOSTILE
    assert change.locator("ins").all_inner_texts() == [" dua"]
    assert "{{ 7 * 7 }}" in opened.text("[aria-labelledby=agencies-title] tbody")[0]


def test_a_tooltip_shows_hostile_text_as_text(desk: Opened) -> None:
    desk.run(
        "echarts.getInstanceByDom(document.querySelector('[data-chart=series]'))"
        ".dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 39})"
    )
    assert "2026-07-24" in desk.text(".tip strong")
    assert desk.run("window.hacked") is None


def test_a_table_sorts_and_filters_by_keyboard(desk: Opened) -> None:
    listing = desk.page.locator(".listing:has(#sections-title)")
    heading = listing.locator("th", has_text="Section")
    heading.locator("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    names = listing.locator("tbody td:first-child").all_inner_texts()
    assert names == sorted(names, key=lambda name: name.strip("<"))
    listing.locator("th", has_text="Articles").locator("button").press("Enter")
    counts = [int(text) for text in listing.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    listing.locator("input").fill("eko")
    shown = listing.locator("tbody tr:visible td:first-child").all_inner_texts()
    assert shown == [name for name in names if "eko" in name]
    listing.locator("input").fill("")


def test_the_numbers_of_a_chart_open_as_a_table(desk: Opened, archive: Path) -> None:
    details = desk.page.locator("[data-numbers=calendar]")
    details.locator("summary").press("Enter")
    details.locator("tbody tr").first.wait_for()  # filled when the browser tells of the opening
    rows = details.locator("tbody tr").all_inner_texts()
    days = counted(archive, "strftime(wib, '%Y-%m-%d')")
    assert [row.split("\t") for row in rows] == [
        [day, str(n)] for (day,), n in sorted(days.items())
    ]
    details.locator("summary").press("Enter")


def test_appearance_follows_the_system_and_the_button(desk: Opened, phone: Opened) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = desk.run(paper), phone.run(paper)
    assert light != dark
    desk.page.click("button[data-theme=dark]")
    assert desk.run(paper) == dark
    desk.page.click("button[data-theme=auto]")
    assert desk.run(paper) == light


def test_print_leaves_out_what_is_for_the_screen(phone: Opened) -> None:
    phone.page.emulate_media(media="print")
    assert phone.page.locator(".tools:visible, .contents:visible, .numbers:visible").count() == 0
    assert phone.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    phone.page.emulate_media(media="screen")


def test_the_page_forbids_every_request_and_every_foreign_script(archive: Path) -> None:
    page = report(archive).read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert unescape(policy[1]).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy[1]
    without_scripts = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"<(?:link|img|iframe|script src)\b", without_scripts) == []


def test_the_history_of_an_article_is_a_page(archive: Path, browser: Browser) -> None:
    target = archive.parent / "history.html"
    where = ("-s", f"OUTPUT_DIR={archive}")
    done = commands.scrapy("history", "1", "--html", "--out", str(target), *where)
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    opened = open_file(browser, target, 360, "dark")
    assert [url.partition(":")[0] for url in opened.requests] == ["file"]
    assert opened.complaints == []
    assert opened.text("h2") == ["Revision 2", "Revision 1"]
    assert opened.text("h1") == [f"{HOSTILE} dua"]
    assert opened.page.locator("dd ins").all_inner_texts() == [" dua"]
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(opened.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
