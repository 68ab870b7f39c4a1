"""robots.txt obeyed, failing closed, against a server that will not give it or gives too much."""

from typing import Any, Final

import pytest

from newsspider.transport.robots.rules import MOST_BYTES, Rules
from tests.support.faultserver import (
    Behaviour,
    at_first,
    drips,
    floods,
    hangs,
    page,
    redirects,
    replies,
    resets,
    robots,
    sends,
)
from tests.support.probing import IMPATIENT, WWW, crawl

UNREACHABLE: Final[dict[str, Behaviour]] = {
    "500": replies(b"", 500),
    "503": replies(b"", 503),
    "429": replies(b"", 429),
    "408": replies(b"", 408),
    "304": replies(b"", 304),
    "hang": hangs,
    "drip": drips(b"HTTP/1.1 200 OK\r\n\r\n", b"# "),
    "reset": resets,
    "nothing": sends(b""),
    "cut": sends(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *"),
    "loop": redirects("/robots.txt"),
    "foreign": redirects("http://169.254.169.254/robots.txt"),
    "bomb": replies(b"\x1f\x8b\x08", headers={"Content-Encoding": "gzip"}),
}


def test_where_robots_txt_cannot_be_had_nothing_is_fetched() -> None:
    """Case 69, each on a host of its own."""
    routes = {f"{host}.sindonews.com/robots.txt": fault for host, fault in UNREACHABLE.items()}
    urls = [f"https://{host}.sindonews.com/a" for host in UNREACHABLE]
    ended = crawl(
        {**routes, "/a": page},
        *urls,
        FAILURES_IN_A_ROW_MAX=0,
        CONCURRENT_REQUESTS_PER_DOMAIN=16,
        **IMPATIENT,
    )
    assert {facts["words"] for facts in ended.results.values()} == {"robots.txt cannot be had"}
    assert ended.server.paths() == []
    assert ended.stats["robotstxt/unreachable"] == len(UNREACHABLE)


def test_a_site_without_robots_txt_of_any_host_counts_as_down() -> None:
    urls = [f"https://k{n}.sindonews.com/a" for n in range(9)]
    ended = crawl({"/robots.txt": resets, "/a": page}, *urls)
    assert ended.reason == "unreachable"
    assert ended.server.paths() == []


ALLOWED: Final[dict[str, Behaviour]] = {
    **{str(status): replies(b"", status) for status in (400, 401, 403, 404, 410, 451)},
    "html": replies(b"<!DOCTYPE html><html><body>Disallow: /</body></html>"),
    "empty": replies(b""),
    "bom": replies(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /b\r\n"),
    "cured": at_first(replies(b"", 503), then=robots),
    "moved": at_first(redirects("/robots.txt"), then=robots),
}


def test_a_robots_txt_that_says_nothing_of_it_allows_a_page() -> None:
    """Cases 68 and 71."""
    routes = {f"{host}.sindonews.com/robots.txt": answer for host, answer in ALLOWED.items()}
    urls = [f"https://{host}.sindonews.com/a" for host in ALLOWED]
    ended = crawl({**routes, "/a": page}, *urls)
    assert [url for url in urls if "error" in ended.results[url]] == []
    assert len(ended.server.paths()) == len(ALLOWED)


def test_what_is_disallowed_is_left_out_and_counted() -> None:
    """Case 70: also where a redirect leads there."""
    routes = {"/a": page, "/to": redirects("/rahasia/b")}
    ended = crawl(routes, "/a", "/rahasia/x", "/to", "https://x.sindonews.com/rahasia")
    assert ended.results["/a"]["size"]
    assert ended.results["/rahasia/x"]["words"] == "forbidden by robots.txt: Disallow: /rahasia"
    assert ended.stats["robotstxt/forbidden"] == 3
    assert ended.server.paths() == ["/a", "/to"]


@pytest.mark.parametrize(
    "settings",
    [
        {"USER_AGENT": "mybot/1.0"},
        {"USER_AGENT": "Mozilla/5.0 (compatible; MyBot; +https://mybot.example/)"},
        {"ROBOTSTXT_USER_AGENT": "mybot"},
        {"USER_AGENT": "lain/2", "ROBOTSTXT_USER_AGENT": "mybot/3.1"},
    ],
)
def test_the_agent_that_is_sent_is_the_one_that_robots_txt_is_asked_for(
    settings: dict[str, Any],
) -> None:
    rules = replies(b"User-agent: mybot\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    ended = crawl({"/robots.txt": rules, "/a": page}, "/a", **settings)
    assert ended.results["/a"]["words"] == "forbidden by robots.txt: Disallow: /"
    assert ended.server.paths() == []
    others = replies(b"User-agent: newsspider\nDisallow: /\n")
    assert crawl({"/robots.txt": others, "/a": page}, "/a", **settings).server.paths() == ["/a"]


def test_a_delay_that_cannot_be_read_is_told_in_the_log() -> None:
    delay = replies(b"User-agent: *\nCrawl-delay: sebentar\n")
    ended = crawl({"/robots.txt": delay, "/a": page}, "/a")
    assert "Crawl-delay: sebentar is no time" in ended.log


def test_of_20_mb_half_a_megabyte_is_read() -> None:
    """Case 71."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 20971520\r\n\r\nUser-agent: *\nDisallow: /early\n"
    filling = b"# padding\n" * 100_000 + b"Disallow: /late\n"
    routes = {"/robots.txt": floods(head, filling, 21), "/late": page}
    ended = crawl(routes, "/early", "/late", memory=1 << 30)
    assert ended.results["/early"]["words"] == "forbidden by robots.txt: Disallow: /early"
    assert ended.results["/late"]["size"]
    assert ended.rss < 200 << 20


def test_a_crawl_delay_is_kept_up_to_the_cap() -> None:
    """Case 71: six seconds are asked for, half a second is the cap here."""
    delay = replies(b"User-agent: *\nCrawl-delay: 6\n")
    ended = crawl(
        {"/robots.txt": delay, "/p*": page},
        *(f"/p{n}" for n in range(4)),
        CRAWL_DELAY_MAX=0.5,
        CONCURRENT_REQUESTS_PER_DOMAIN=16,
    )
    assert len(ended.server.paths()) == 4
    assert min(ended.server.gaps()) > 0.25


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"\x00" * 100, b"Disallow", b"a:b:c" * 9999])
def test_no_bytes_are_too_bad_to_be_read_as_rules(body: bytes) -> None:
    assert Rules(body).allows(f"{WWW}/a")


def test_a_rule_is_never_read_from_a_line_cut_in_two() -> None:
    cut = b"User-agent: *\n#" + b"x" * (MOST_BYTES - 27) + b"\nDisallow: /long/path\n"
    assert Rules(cut).allows(f"{WWW}/lo")


def test_the_rule_named_is_the_longest_that_matches_in_our_group() -> None:
    rules = Rules(
        b"User-agent: GPTBot\nDisallow: /a/very/long/one\n\n"
        b"User-agent: *\nAllow: /a/x\nDisallow: /a # all of it\nDisallow: /a/very\nDisallow: /*q=\n"
    )
    assert rules.refusing(f"{WWW}/a/very/long/one") == "/a/very"
    assert rules.refusing(f"{WWW}/b?q=1") == "/*q="
    assert rules.allows(f"{WWW}/a/x")


def test_wildcards_do_not_make_it_slow() -> None:
    rules = (b"Disallow: /%b%d$\n" % (b"*a" * 60, n) for n in range(99))
    assert Rules(b"User-agent: *\n" + b"".join(rules)).allows(f"{WWW}/" + "a" * 1000)
