"""What a robots.txt says to us, however it is written."""

import pytest

from newsspider.transport.robots.rules import Rules

PAGE = "https://ekbis.sindonews.com/read/1731655/34/pabrik-sepatu-1784805500"
FORBIDS_US = (
    "User-agent: newsspider/0.1.0 (+redaksi@contoh.id)\nDisallow: /",
    "User-agent: newsspider 0.1\nDisallow: /",
    "User-agent: NewsSpider;\nDisallow: /",
    "User-agent: 'newsspider'\nDisallow: /",
    "User-agent: Mozilla/5.0 (compatible; newsspider/0.1)\nDisallow: /",
    "User-agent: bingbot, newsspider\nDisallow: /",
    "User-agent: news*\nDisallow: /",
    "User-agent: newsspider-0.1\nDisallow: /",
    "User-agent: newsspider_v2\nDisallow: /",
    "User-agent: newsspider0.1.0\nDisallow: /",
    "User-agent: \u200bnewsspider\u200b\n\u200bDisallow: /",
    "\ufeff\ufeffUser-agent: newsspider\nDisallow: /",
    "User agent newsspider\nDisallow /",
    "USER-AGENT:newsspider# kami\nDISALLOW:/",
    "\ufeffUser-agent: newsspider\r\rDisallow: /\r",
    "User-agent: newsspider\nUser-agent: bingbot\n\n\nDisallow: /",
    "User-agent: newsspider\nDisallow: /a\n\nUser-agent: bingbot\nDisallow: /b\n\n"
    "User-agent: newsspider/0.2\nDisallow: /",
)
OTHER_LINES = (
    "Content-Signal: ai-train=no",
    "Content-usage: train-ai=n",
    "Crawl-delay: 3",
    "Request-rate: 1/10",
    "Noindex: /x",
    "Host: www.sindonews.com",
    "Clean-param: ref /read/",
    "Sitemap: https://www.sindonews.com/sitemap.xml",
    "tidak ada artinya",
    "",
)
NAMES_OTHERS = (
    "newsspider-2x",
    "news",
    "spider",
    "newsspider-images",
    "my-newsspider",
    "newsspiderx",
    "pider",
)


@pytest.mark.parametrize("text", FORBIDS_US)
def test_a_group_that_names_us_is_ours_however_it_writes_us(text: str) -> None:
    assert not Rules(text.encode()).allows(PAGE)


@pytest.mark.parametrize("name", NAMES_OTHERS)
def test_a_group_of_another_name_is_not_ours(name: str) -> None:
    rules = Rules(f"User-agent: {name}\nDisallow: /\nUser-agent: *\nAllow: /".encode())
    assert rules.allows(PAGE)
    closed = Rules(f"User-agent: {name}\nAllow: /\nUser-agent: *\nDisallow: /".encode())
    assert not closed.allows(PAGE)


@pytest.mark.parametrize("line", OTHER_LINES)
def test_a_line_that_is_no_rule_ends_no_run_of_agents(line: str) -> None:
    """RFC 9309 section 2.2.4; the same line after a rule joins no groups either."""
    joined = f"User-agent: newsspider\n{line}\nUser-agent: *\nDisallow: /"
    assert not Rules(joined.encode()).allows(PAGE)
    apart = f"User-agent: newsspider\nDisallow: /x\n{line}\nUser-agent: *\nDisallow: /"
    assert Rules(apart.encode()).allows(PAGE)


def test_an_empty_rule_ends_a_run_of_agents() -> None:
    assert Rules(b"User-agent: newsspider\nDisallow:\nUser-agent: *\nDisallow: /").allows(PAGE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_no_rule(encoding: str, end: str) -> None:
    text = end.join(("User-agent: newsspider", "Crawl-delay: 2", "Disallow: /read/", ""))
    rules = Rules(text.encode(encoding))
    assert not rules.allows(PAGE)
    assert rules.crawl_delay == 2.0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10", 10.0),
        ("10s", 10.0),
        ("1,5", 1.5),
        ("1.5 sec", 1.5),
        (".5", 0.5),
        ("500ms", 0.5),
        ("250 milliseconds", 0.25),
        ("2 detik", 2.0),
        ("1 min", 60.0),
        ("2 menit", 120.0),
        ("0", 0.0),
        ("5 # sopan", 5.0),
        ('"7"', 7.0),
        ("+5", 5.0),
        (": 5", 5.0),
        ("1/10", 10.0),
        ("2 / 1", 0.5),
    ],
)
def test_a_delay_may_bear_a_unit_or_a_comma(text: str, seconds: float) -> None:
    rules = Rules(f"User-agent: *\nCrawl-delay: {text}\nDisallow: /x".encode())
    assert rules.crawl_delay == pytest.approx(seconds)
    assert rules.unread_delays == []


@pytest.mark.parametrize("text", ["1/10", "1/10s", "6/1m", "1/10 0900-1700"])
def test_a_rate_of_requests_is_a_delay(text: str) -> None:
    rules = Rules(f"User-agent: *\nRequest-rate: {text}\nDisallow: /x".encode())
    assert (rules.crawl_delay, rules.unread_delays) == (10.0, [])


def test_of_a_delay_and_a_rate_the_longer_holds() -> None:
    assert Rules(b"User-agent: *\nCrawl-delay: 3\nRequest-rate: 1/9").crawl_delay == 9.0


@pytest.mark.parametrize("text", ["-5", "nan", "inf", "sebentar"])
def test_a_delay_that_is_no_time_is_told(text: str) -> None:
    rules = Rules(f"User-agent: *\nCrawl-delay: {text}\nDisallow: /x".encode())
    assert (rules.crawl_delay, rules.unread_delays) == (0.0, [text])


def test_a_delay_is_that_of_our_own_group() -> None:
    text = b"User-agent: *\nCrawl-delay: 9\nAllow: /\nUser-agent: newsspider\nCrawl-delay: 2\n"
    assert Rules(text).crawl_delay == 2.0
    assert Rules(text, {"mybot"}).crawl_delay == 9.0
    assert Rules(b"User-agent: bingbot\nCrawl-delay: 9\nUser-agent: *\nAllow: /").crawl_delay == 0
