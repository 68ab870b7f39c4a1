"""What a robots.txt says to us (RFC 9309), and which of its lines said it. Pure."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from propcache.api import cached_property
from protego import Protego

from newsspider.transport.plain_text import encoding_of
from newsspider.transport.robots.meaningful_lines import ANYONE, OURS, Agents, Delay, lines

AGENT: Final = "newsspider"
"""The product token that a robots.txt addresses us by."""

MOST_BYTES: Final = 512 * 1024
"""Bytes that are read; RFC 9309 section 2.5 asks for 500 KiB at least."""

_MOST_RULES: Final = 1000

_SPELT: Final = {OURS: AGENT, ANYONE: ANYONE, "": "another"}  # whom a line names, as Protego reads

_RULE: Final = re.compile(r"^(dis)?allow[ \t]*:[ \t]*(.*?)[ \t]*$", re.I | re.M)


class Rules:
    """The rules of one robots.txt for the crawler of these names (lower case). Whatever the bytes,
    reading them does not fail.

    Only a rule ends a run of User-agent lines (RFC 9309 section 2.2.4). `unread_delays` holds what
    stands behind a Crawl-delay for us and is no time.

    >>> rules = Rules(b"User-agent: *\\nDisallow: /search\\nCrawl-delay: 5")
    >>> rules.allows("https://kabar.example/search?q=x"), rules.crawl_delay
    (False, 5.0)
    >>> rules.refusing("https://kabar.example/search?q=x")
    '/search'
    >>> Rules(b"User-agent: newsspider/0.1\\nDisallow: /").allows("https://kabar.example/")
    False
    """

    def __init__(self, body: bytes, names: Collection[str] = frozenset({AGENT})) -> None:
        self.unread_delays: list[str] = []
        self._delays: dict[str, float] = {}
        text = _whole_lines(body).decode(encoding_of(body), errors="ignore")
        self._text = "\n".join(self._read(text, names))
        self._parsed = Protego.parse(self._text)

    def _read(self, text: str, names: Collection[str]) -> Iterator[str]:
        """Yield the lines for Protego: agents are `AGENT`, `*` or somebody else, the rest are
        rules.
        """
        self._met: set[str] = set()
        group: set[str] = set()
        ended = False
        for line in lines(text, names):
            if isinstance(line, Agents):
                group = set(line.named) if ended else group | line.named
                self._met |= line.named
                ended = False
                yield from (f"User-agent: {_SPELT[name]}" for name in line.named or {""})
            elif isinstance(line, Delay):
                self._take_delay(line, group)
            else:
                ended = True
                yield line

    def _take_delay(self, line: Delay, group: set[str]) -> None:
        if line.seconds is None:
            self.unread_delays += [line.text] if group else []
            return
        for name in group:
            self._delays[name] = max(line.seconds, self._delays.get(name, 0.0))

    def allows(self, url: str) -> bool:
        """Return whether we may fetch `url`."""
        return self._parsed.can_fetch(url, AGENT)

    @property
    def crawl_delay(self) -> float:
        """Return the seconds asked for between two requests, 0.0 when none are."""
        return self._delays.get(OURS if OURS in self._met else ANYONE, 0.0)

    def refusing(self, url: str) -> str | None:
        """Return the path of the Disallow line that keeps us from `url`, which is not allowed.

        Of those that match it is the longest (RFC 9309 section 2.2.2). None where there are too
        many to look.
        """
        if len(self._disallowed) > _MOST_RULES:
            return None
        for path in self._disallowed:
            if not _alone(path).can_fetch(url, AGENT) and not self._only(path).can_fetch(
                url, AGENT
            ):
                return path
        return None

    @cached_property
    def _disallowed(self) -> list[str]:
        paths = {path for dis, path in _RULE.findall(self._text) if dis and path}
        return sorted(paths, key=lambda path: (-len(path), path))

    def _only(self, path: str) -> Protego:
        """Return the same groups with no rule but this one, to see whether it stands in ours."""

        def kept(rule: re.Match[str]) -> str:
            return rule[0] if rule[1] and rule[2] == path else ""

        return Protego.parse(_RULE.sub(kept, self._text))


@lru_cache(maxsize=1024)
def _alone(path: str) -> Protego:
    return Protego.parse(f"User-agent: *\nDisallow: {path}")


def _whole_lines(body: bytes) -> bytes:
    """Return as much of `body` as is read, to the end of a line: half a path refuses too much."""
    if len(body) <= MOST_BYTES:
        return body
    head = body[:MOST_BYTES]
    return head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1]
