"""Hostile text in the log, and who we say we are."""

import logging
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.settings import Settings

from newsspider.transport.robots.user_agent import ContactAddon
from newsspider.transport.safe_logging import OneLineRecord, one_line, visible
from tests.support.faultserver import redirects, replies
from tests.support.probing import crawl

FORGED = "2026-01-01 00:00:00 [newsspider] CRITICAL: forged"


def printed(name: str, message: str, *args: object, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = OneLineRecord(name, logging.ERROR, "x.py", 1, message, args, info)
    return logging.Formatter("%(asctime)s [%(name)s] %(levelname)s: %(message)s").format(record)


@given(st.text())
def test_any_text_takes_one_line_and_no_control_of_the_terminal(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not any(
        unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") for character in line
    )


@given(st.text())
def test_text_without_control_characters_is_left_as_it_is(text: str) -> None:
    if not any(unicodedata.category(character)[0] in "CZ" for character in text):
        assert visible(text) == text


@given(st.text())
def test_no_argument_begins_a_line_of_the_log(text: str) -> None:
    for name in ("newsspider", "scrapy.statscollectors"):
        _, *further = printed(name, "Got %s", f"{text}\n{FORGED}").split("\n")
        assert all(line.startswith("    ") for line in further)


def test_no_exception_begins_a_line_of_the_log() -> None:
    try:
        raise ValueError(f"\x1b[2J\r\n{FORGED}")
    except ValueError as error:
        text = printed("newsspider", "Failed", error=error)
    assert "\n" + FORGED not in text
    assert "\x1b" not in text
    assert "Traceback (most recent call last)" in text


def test_hostile_headers_and_addresses_do_not_forge_lines() -> None:
    """Case 90, in a crawl."""
    hostile = f"https://evil.id/\x1b[31m%0d%0a{FORGED}\u202e"
    ended = crawl(
        {"/a": redirects(hostile), "/b": replies(b"", 429, {"Retry-After": "\x1b[2J"})},
        "/a",
        "/b",
        FAILURES_IN_A_ROW_MAX=1,
    )
    assert "\x1b" not in ended.log
    assert "\u202e" not in ended.log
    assert not re.search(r"^2026-01-01", ended.log, re.M)


def test_the_environment_is_not_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRAPED_TOKEN", "rahasia-8c1f")
    ended = crawl({}, "/a", LOG_LEVEL="DEBUG")
    assert "rahasia-8c1f" not in ended.log
    assert "CONTACT is not set" not in ended.log  # not asked for where nobody else is reached


@pytest.mark.parametrize(
    ("given_by", "agent"),
    [
        ({}, "newsspider/1"),
        ({"CONTACT": "redaksi@example.org"}, "newsspider/1 (+redaksi@example.org)"),
        (
            {"CONTACT": "https://example.org/x\r\nX-Bad: 1"},
            "newsspider/1 (+https://example.org/x X-Bad: 1)",
        ),
    ],
)
def test_the_user_agent_says_how_to_reach_us(given_by: dict[str, str], agent: str) -> None:
    settings = Settings({"USER_AGENT": "newsspider/1", "REPLAY_DIR": "x", "CONNECT_TO": None})
    settings.update({"CONTACT": None, **given_by})
    ContactAddon().update_settings(settings)
    assert settings["USER_AGENT"] == agent


def test_a_user_agent_of_the_command_line_is_left_alone() -> None:
    settings = Settings({"CONTACT": "redaksi@example.org"})
    settings.set("USER_AGENT", "mine", "cmdline")
    ContactAddon().update_settings(settings)
    assert settings["USER_AGENT"] == "mine"


def test_a_missing_contact_is_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(
        {"USER_AGENT": "x", "CONTACT": None, "REPLAY_DIR": None, "CONNECT_TO": None}
    )
    ContactAddon().update_settings(settings)
    assert "CONTACT is not set" in caplog.text
