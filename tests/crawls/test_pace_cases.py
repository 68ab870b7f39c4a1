"""The site's wishes and its limits: pauses, failures in a row, budgets, and the way they end."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.transport.pace.rate_limiter import RateLimiter
from newsspider.transport.pace.retry_after import seconds
from tests.support.faultserver import Behaviour, Hit, Wire, at_first, hangs, page, replies, resets
from tests.support.probing import IMPATIENT, crawl

NOON = datetime(2022, 1, 11, 12, 0, tzinfo=UTC)


def busy(status: int = 429, retry_after: str | None = None) -> Behaviour:
    return replies(b"", status, {"Retry-After": retry_after or ""})


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        (b"1", 1),
        (b" 120 ", 120),
        (b"99999999999999999999", 1e20),
        (b"Tue, 11 Jan 2022 12:00:30 GMT", 30),
        (b"Tuesday, 11-Jan-22 12:00:30 GMT", 30),
        (b"Tue Jan 11 12:00:30 2022", 30),
        (b"Tue, 11 Jan 2022 19:00:30 +0700", 30),
        (b"Tue, 11 Jan 2022 11:59:59 GMT", None),
        (b"Tue, 11 Jan 99999 12:00:30 GMT", None),
        *((junk, None) for junk in (b"0", b"-5", b"1.5", b"soon", b"", b"\xff", b"1e3", None)),
        ("١".encode(), None),
    ],
)
def test_retry_after_is_read_in_both_forms(header: bytes | None, wait: float | None) -> None:
    assert seconds(header, NOON) == wait


@given(st.binary(max_size=200))
def test_retry_after_is_nothing_or_a_wait(header: bytes) -> None:
    wait = seconds(header, NOON)
    assert wait is None or wait > 0


@given(st.text(max_size=40))
def test_any_text_of_a_date_is_nothing_or_a_wait(text: str) -> None:
    wait = seconds(f"Tue, {text} 2022 12:00:30 GMT".encode(errors="replace"), NOON)
    assert wait is None or wait > 0


@given(st.lists(st.tuples(st.floats(0, 5), st.sampled_from(["leave", 200, 500, 503, 429, None]))))
def test_a_failing_site_is_never_asked_twice_within_the_delay(
    steps: list[tuple[float, object]],
) -> None:
    gate, now, left = RateLimiter(failing_delay=1.0), 0.0, float("-inf")
    for passed, step in steps:
        now += passed
        if step == "leave":
            failing = gate.failures
            if gate.leave(now) == 0.0:
                assert not failing or now - left >= 1.0 - 1e-9  # sums of floats
                left = now
        elif step == 200:
            gate.succeeded(left)
        else:
            gate.failed(left=left, now=now, status=step if isinstance(step, int) else None)


def test_after_a_pause_requests_leave_one_by_one() -> None:
    gate = RateLimiter(failing_delay=1.0)
    gate.pause(10.0)
    assert (gate.leave(9.0), gate.leave(10.0)) == (1.0, 0.0)
    gate.succeeded(left=10.0)
    assert (gate.leave(10.25), gate.leave(11.0), gate.leave(11.5)) == (0.75, 0.0, 0.0)


def test_requests_under_way_together_fail_as_one() -> None:
    gate = RateLimiter()
    for _ in range(16):
        gate.failed(left=0.0, now=1.0, status=503)
    assert gate.failures == 1


def test_an_old_success_does_not_hide_a_new_failure() -> None:
    gate = RateLimiter()
    gate.failed(left=5.0, now=6.0)
    gate.succeeded(left=4.0)
    assert gate.failures == 1


@pytest.mark.parametrize(("status", "form"), [(429, "seconds"), (503, "date")])
def test_a_pause_asked_for_is_a_pause_of_the_whole_site(status: int, form: str) -> None:
    """Case 59: nothing leaves during it, for no host, though sixteen might be under way."""

    async def asks(wire: Wire, hit: Hit) -> None:
        until = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
        await wire.reply(b"", status, {"Retry-After": "2" if form == "seconds" else until})

    urls = [f"https://k{n}.sindonews.com/{n}" for n in range(4)]
    busy_once = at_first(asks)
    routes: dict[str, Behaviour] = {"/robots.txt": replies(b"", 404), "/0": busy_once, "/*": page}
    ended = crawl(routes, "https://k0.sindonews.com/0", *urls[1:])
    assert all(facts["size"] for facts in ended.results.values())
    asked = next(hit.at for hit in ended.server.hits if hit.path == "/0")
    after = [hit.at - asked for hit in ended.server.hits if hit.at > asked]
    assert min(after) > 1.5
    assert ended.stats[f"pace/retry_after/{status}"] == 1


@pytest.mark.parametrize("retry_after", ["99999999999", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_pause_too_long_to_wait_for_ends_the_crawl(retry_after: str) -> None:
    """Case 59."""
    ended = crawl({"/*": busy(429, retry_after)}, *(f"/{n}" for n in range(20)))
    assert ended.reason == "throttled"
    assert len(ended.server.paths()) == 1


@pytest.mark.parametrize("retry_after", [None, "Tue, 11 Jan 2022 12:00:00 GMT"])
def test_a_429_without_a_time_is_answered_by_ever_longer_pauses(retry_after: str | None) -> None:
    """Case 59."""
    ended = crawl(
        {"/*": busy(429, retry_after)},
        *(f"/{n}" for n in range(9)),
        FAILING_DELAY=0.1,
        FAILURES_IN_A_ROW_MAX=5,
    )
    assert ended.reason == "throttled"
    gaps = ended.server.gaps()[1:]
    assert all(gap > wait / 2 for gap, wait in zip(gaps, (0.1, 0.2, 0.4, 0.4), strict=True))


def test_a_storm_of_503_is_met_by_a_slow_few_and_then_by_none() -> None:
    """Case 60."""
    ended = crawl(
        {"/*": busy(503)},
        *(f"/{n}" for n in range(40)),
        FAILING_DELAY=0.3,
        FAILURES_IN_A_ROW_MAX=4,
        CONCURRENT_REQUESTS=4,
    )
    assert ended.reason == "unreachable"
    assert len(ended.server.paths()) <= 4 + 2  # what had left Scrapy's queue, one of it again
    assert min(ended.server.gaps()[1:]) > 0.15


def test_of_many_connections_what_is_under_way_in_a_storm_is_all_that_goes_out() -> None:
    """Case 60."""
    ended = crawl(
        {"/*": busy(503)},
        *(f"/{n}" for n in range(60)),
        FAILURES_IN_A_ROW_MAX=4,
        CONCURRENT_REQUESTS_PER_DOMAIN=16,
    )
    assert ended.reason == "unreachable"
    # What was under way may be tried again, twice, before any other; of 180 tries in all.
    assert len(ended.server.paths()) <= 16 * 3 + 4


@pytest.mark.parametrize("fault", [resets, hangs, replies(b"", 500)], ids=["reset", "hang", "500"])
def test_a_site_that_goes_down_ends_the_crawl(fault: Behaviour) -> None:
    """Cases 43 and 44: mid-run, with what came before it safe."""
    routes = {f"/good{n}": page for n in range(3)}
    ended = crawl(
        {**routes, "/*": fault},
        *routes,
        *(f"/{n}" for n in range(20)),
        FAILURES_IN_A_ROW_MAX=4,
        CONCURRENT_REQUESTS=4,
        **IMPATIENT,
    )
    assert ended.reason == "unreachable"
    assert all(ended.results[path]["size"] for path in routes)


def test_a_site_that_answers_at_the_second_asking_is_not_down() -> None:
    once = {f"/{n}": at_first(replies(b"", 503)) for n in range(24)}
    ended = crawl(once, *once, FAILURES_IN_A_ROW_MAX=4, FAILING_DELAY=0.01)
    assert ended.reason == "finished"
    assert all(ended.results[path]["size"] for path in once)


@pytest.mark.parametrize("settings", [{"RETRY_ENABLED": False}, {"RETRY_TIMES": 0}, {}])
def test_a_site_whose_failures_are_not_tried_again_is_given_up(settings: dict[str, Any]) -> None:
    down = replies(b"", 503 if settings else 521)
    urls = [f"/{n}" for n in range(20)]
    ended = crawl({"/*": down}, *urls, FAILURES_IN_A_ROW_MAX=4, FAILING_DELAY=0.01, **settings)
    assert (ended.reason, len(ended.server.paths())) == ("unreachable", 4)


def test_a_few_dead_pages_at_the_end_are_not_a_site_that_is_down() -> None:
    dead = {f"/dead{n}": replies(b"", 500) for n in range(4)}
    good = {f"/good{n}": page for n in range(4)}
    mixed = [path for pair in zip(dead, good, strict=True) for path in pair]
    ended = crawl({**dead, **good}, *mixed, FAILURES_IN_A_ROW_MAX=3)
    assert ended.reason == "finished"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"BUDGET_RUN_REQUESTS": 5}, "5 requests a run"),
        ({"BUDGET_RUN_BYTES": 200}, "200 bytes a run"),
        ({"BUDGET_RUN_MINUTES": 0.01, "DOWNLOAD_DELAY": 0.2}, "0.01 minutes a run"),
        ({"BUDGET_DAY_REQUESTS": 5}, "5 requests a day"),
    ],
)
def test_a_budget_used_up_ends_the_crawl(settings: dict[str, Any], words: str) -> None:
    ended = crawl({"/*": page}, *(f"/{n}" for n in range(30)), **settings)
    assert ended.reason == "budget"
    assert ended.stats["pace/budget_exhausted"] == words
    assert len(ended.server.hits) < 12


def test_a_crawl_that_is_stopped_does_not_wait_for_a_pause_to_end() -> None:
    """Cases 4 and 6: the pause is of two minutes, the stop comes after a second."""
    ended = crawl({"/*": busy(429, "120")}, "/0", "/1", CLOSESPIDER_TIMEOUT=1)
    assert ended.reason == "closespider_timeout"
    assert ended.seconds < 100
    assert ended.stats["pace/not_requested"]
