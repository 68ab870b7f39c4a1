"""Pages that are no article, of `refused.toml`: each with the reason a reader would give."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from newsspider.store.pages.fixtures import Saved
from simulator.pages import render_plain

_TABLE: Final = Path(__file__).parent / "refused.toml"


def folders() -> Iterator[tuple[str, list[Saved], datetime, str, dict[str, Any] | None]]:
    """Name, answers, moment, what it proves and what is expected, of every such page."""
    for name, facts in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items():
        headers = {"Content-Type": facts.get("content_type", "text/html; charset=UTF-8")}
        body = render_plain(facts["template"], **facts.get("facts", {}))
        answer = Saved(
            url=facts["url"],
            body=body.encode(facts.get("encoding", "utf-8")),
            status=facts.get("status", 200),
            headers=headers,
        )
        fetched_at = datetime.fromisoformat(facts.get("fetched_at", "2026-07-27T02:00:00+00:00"))
        yield name, [answer], fetched_at, facts["proves"], {"not_an_article": facts["reason"]}
