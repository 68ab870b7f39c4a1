"""What outlives a crawl: pauses, copies of robots.txt, validators, the day's budget."""

from pathlib import Path

from tests.support.faultserver import PAGE, Hit, Wire, page, replies
from tests.support.probing import crawl

LISTING = {"url": "https://www.sindonews.com/list", "meta": {"conditional": True}}


def test_a_pause_asked_for_is_heeded_by_the_next_run(tmp_path: Path) -> None:
    """Case 59: the second run asks nothing, until the pause is over."""
    busy = replies(b"", 429, {"Retry-After": "3600"})
    assert crawl({"/a": busy}, "/a", output=tmp_path).reason == "throttled"
    during = crawl({"/a": page}, "/a", output=tmp_path)
    assert (during.reason, during.server.hits) == ("throttled", [])
    after = crawl({"/a": page}, "/a", output=tmp_path, ahead=2)
    assert after.results["/a"]["size"] == len(PAGE)


def test_a_short_pause_outlives_the_run_that_was_asked_for_it(tmp_path: Path) -> None:
    busy = replies(b"", 429, {"Retry-After": "100"})
    crawl({"/a": busy}, "/a", output=tmp_path, CLOSESPIDER_TIMEOUT=1)
    during = crawl({"/a": page}, "/a", output=tmp_path, CLOSESPIDER_TIMEOUT=1)
    assert (during.reason, during.server.hits) == ("closespider_timeout", [])


def test_the_last_good_robots_txt_holds_for_a_day(tmp_path: Path) -> None:
    """Case 69."""
    down = {"/robots.txt": replies(b"", 503), "/*": page}
    urls = ("/a", "/rahasia/b")
    assert "size" in crawl({"/*": page}, *urls, output=tmp_path).results["/a"]
    held = crawl(down, *urls, output=tmp_path)
    assert "size" in held.results["/a"]
    assert held.results["/rahasia/b"]["words"].startswith("forbidden")
    too_old = crawl(down, *urls, output=tmp_path, ahead=25)
    assert too_old.server.paths() == []
    assert too_old.results["/a"]["words"] == "robots.txt cannot be had"


def test_what_a_clock_of_later_years_left_behind_holds_nobody_up(tmp_path: Path) -> None:
    """Case 16: the pause that was asked for then is not kept until then, nor is robots.txt."""
    busy = replies(b"", 429, {"Retry-After": "3600"})
    wrong = crawl({"/a": busy}, "/a", output=tmp_path, ahead=17_520)
    assert wrong.reason == "throttled"
    right = crawl({"/a": page}, "/a", output=tmp_path)
    assert right.results["/a"]["size"] == len(PAGE)
    down = {"/robots.txt": replies(b"", 503), "/*": page}
    other = tmp_path / "other"
    crawl({"/*": page}, "/a", output=other, ahead=17_520)
    assert crawl(down, "/a", output=other).server.paths() == []


def test_a_listing_that_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    """Case 64."""
    tagged = {"ETag": '"v1"', "Last-Modified": "Tue, 11 Jan 2022 03:52:00 GMT"}

    async def listing(wire: Wire, hit: Hit) -> None:
        if hit.headers.get("if-none-match") == '"v1"' and "if-modified-since" in hit.headers:
            await wire.reply(b"", 304)
        else:
            await wire.reply(headers=tagged)

    routes = {"/list": listing, "/a": listing}
    first = crawl(routes, LISTING, "/a", output=tmp_path)
    assert first.results["/list"]["size"] == first.results["/a"]["size"] == len(PAGE)
    second = crawl(routes, LISTING, "/a", output=tmp_path)
    assert second.results["/list"]["error"] == "Unchanged"
    assert second.results["/a"]["size"] == len(PAGE)
    assert second.stats["conditional/unchanged"] == 1


def test_after_a_run_that_was_cut_short_a_listing_comes_again(tmp_path: Path) -> None:
    """Its articles may not all have been dealt with."""
    listing = replies(headers={"ETag": '"v1"'})
    routes = {"/list": listing, "/*": page}
    cut = crawl(routes, LISTING, "/a", "/b", output=tmp_path, BUDGET_RUN_REQUESTS=3)
    assert cut.reason == "budget"
    again = crawl(routes, LISTING, output=tmp_path)
    assert "if-none-match" not in again.server.hits[-1].headers


def test_the_budget_of_a_day_is_that_of_all_its_runs(tmp_path: Path) -> None:
    first = crawl({"/*": page}, "/a", "/b", output=tmp_path, BUDGET_DAY_REQUESTS=4)
    second = crawl({"/*": page}, "/c", "/d", output=tmp_path, BUDGET_DAY_REQUESTS=4)
    assert (first.reason, second.reason) == ("finished", "budget")
    assert len(first.server.hits) + len(second.server.hits) == 4
