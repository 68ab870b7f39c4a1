"""Which captures make an article, and which of them say something new."""

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest
from fastwarc.warc import WarcRecordType

from newsspider.batch import extract_file
from newsspider.batch.archived_articles import ArchivedArticles, Refused
from newsspider.batch.archived_page import rereader
from newsspider.batch.extract_file import extracted
from newsspider.batch.inputs import Input
from newsspider.store.pages.fixtures import Fixture, Saved, folders
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from tests.support.project import PROJECT
from tests.support.warc_files import DATE, answer, of_case, of_cases, packed, record

CASES: Final = PROJECT / "fixtures" / "sindonews"
SPLIT: Final = (
    "2025-26-two-pages-showpage-all",
    "2025-26-live-report-four-pages",
    "2021-24-two-pages",
)
HOSTS: Final = ("sindonews.com",)

_Pack = Callable[[Iterable[bytes]], bytes]


def _read(
    records: Iterable[bytes], hosts: Sequence[str] = HOSTS, pack: _Pack = packed
) -> tuple[list[dict[str, Any]], list[Refused], ArchivedArticles]:
    file = BytesIO(pack(records))
    articles = ArchivedArticles(rereader(Input("/a.warc.gz"), file))
    found = list(extracted(file, hosts, articles))
    assert not [each for each in found if isinstance(each, Damage)]
    made = [each for each in found if isinstance(each, dict)]
    return made, [each for each in found if isinstance(each, Refused)], articles


def _together(records: Iterable[bytes]) -> bytes:
    """Return a WARC file whose records share a member, so that none can be read alone."""
    return gzip.compress(b"".join(records), mtime=0)


def _expected(case: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    return found


def _readable_cases() -> list[Path]:
    """Return a case of each article of all sites that is read, none of them twice."""
    cases = {
        _expected(case)["id"]: case
        for case in folders(PROJECT / "fixtures")
        if (case / "expected.json").exists() and "id" in _expected(case)
    }
    return list(cases.values())


def test_reads_from_an_archive_what_is_read_from_the_saved_pages() -> None:
    cases = _readable_cases()
    fixtures = [Fixture.load(case) for case in cases]
    hosts = {saved.url.split("/")[2] for fixture in fixtures for saved in fixture.answers()}
    made, refused, _ = _read(of_cases(fixtures), sorted(hosts))
    by_id = {each["id"]: each for each in made}
    assert not refused
    for case in cases:
        expected = _expected(case)
        found = by_id[expected["id"]]
        # That a line stands in many articles only the others can tell.
        found["warnings"] = sorted({*found["warnings"]} - {"body_mixed"} | _mixed(expected))
        assert found == expected, case
    assert len(made) == len(cases)


def _mixed(expected: dict[str, Any]) -> set[str]:
    return {"body_mixed"} & {*expected["warnings"]}


@pytest.mark.parametrize("pack", [packed, _together])
@pytest.mark.parametrize("name", SPLIT)
def test_joins_further_pages_however_far_they_stand_apart(
    name: str, pack: _Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract_file, "_MOST_AHEAD", 0)
    monkeypatch.setattr(extract_file, "_LEAST_AHEAD", 0)
    case = Fixture.load(CASES / name)
    first, *more = of_case(case)
    others = [Fixture.load(each) for each in folders(CASES) if each.name not in SPLIT][:24]
    made, _, _ = _read([*of_cases(others[:2]), first, *of_cases(others[2:]), *more], pack=pack)
    expected = _expected(CASES / name)
    assert [each for each in made if each["id"] == expected["id"]] == [expected]


def test_reads_no_page_again_whose_further_pages_come_soon() -> None:
    pages = list(chain.from_iterable(of_case(Fixture.load(CASES / name)) for name in SPLIT))

    def refuse(capture: Capture) -> bytes:
        raise AssertionError(capture.url)

    found = list(extracted(BytesIO(packed(pages)), HOSTS, ArchivedArticles(refuse)))
    assert len(found) == len(SPLIT)
    assert all(isinstance(each, dict) for each in found)


def test_captures_without_a_body_are_not_held_by_the_thousand() -> None:
    gone = record("https://www.sindonews.com/", answer(b"", status="HTTP/1.1 404 Not Found"))
    file = BytesIO(packed([*of_case(Fixture.load(CASES / "2025-26-lists")), *[gone] * 5_000], ""))
    next(extracted(file, HOSTS, ArchivedArticles()))
    assert file.tell() < len(file.getvalue()) / 2


def test_reads_the_whole_text_without_page_1_as_a_thrifty_crawl_does() -> None:
    case = Fixture.load(CASES / SPLIT[0])
    _, whole = of_case(case)
    (made,), refused, _ = _read([whole])
    assert made["article_body"] == _expected(CASES / SPLIT[0])["article_body"]
    assert not refused


def test_says_of_page_1_alone_that_the_rest_is_missing() -> None:
    (made,), _, _ = _read(of_case(Fixture.load(CASES / SPLIT[0]))[:1])
    assert "body_incomplete" in made["warnings"]


def test_refuses_further_pages_without_a_first() -> None:
    pages = of_case(Fixture.load(CASES / SPLIT[1]))[1:]
    made, refused, _ = _read(pages)
    assert (made, [each.reason for each in refused]) == ([], ["no_first_page"])


def _saved(name: str = "2025-26-lists") -> Saved:
    return next(Fixture.load(CASES / name).answers())


def test_makes_a_record_of_each_state_of_an_article() -> None:
    saved = _saved()
    headline = _expected(CASES / "2025-26-lists")["headline"]
    edited = saved.body.replace(headline.encode(), b"Judul Baru " + headline.encode())
    bodies = [saved.body, saved.body, edited, edited]
    dates = [DATE + timedelta(days=days) for days in range(4)]
    records = [
        record(saved.url, answer(body), date=date) for body, date in zip(bodies, dates, strict=True)
    ]
    made, refused, articles = _read(records)
    assert [(each["revision"], each["fetched_at"][:10]) for each in made] == [
        (1, "2026-07-24"),
        (2, "2026-07-26"),
    ]
    assert made[1]["headline"] == f"Judul Baru {headline}"
    assert (articles.counts["unchanged"], refused) == (2, [])


def test_takes_the_date_that_a_listing_said() -> None:
    saved = _saved("2025-26-date-in-the-address-only")
    said = {"url": saved.url, "date_published": "2026-07-24T09:15:00+07:00"}
    page = record(saved.url, answer(saved.body), more={"WARC-Record-ID": "<urn:uuid:1>"})
    metadata = record(
        saved.url,
        f"newsspider-listed: {json.dumps(said)}\r\n".encode(),
        kind=WarcRecordType.metadata,
        more={"WARC-Concurrent-To": "<urn:uuid:1>"},
    )
    (plain,), (listed,) = _read([page])[0], _read([page, metadata])[0]
    assert plain["date_published_source"] == "url"
    assert listed["date_published_source"] == "listing"
    assert listed["date_published"] == said["date_published"]


def test_finds_the_page_to_which_a_revisit_refers() -> None:
    first, whole = Fixture.load(CASES / SPLIT[0]).answers()
    headline = _expected(CASES / SPLIT[0])["headline"].encode()
    later = DATE + timedelta(days=1)
    refers = {
        "WARC-Refers-To-Target-URI": whole.url,
        "WARC-Refers-To-Date": DATE.isoformat(),
    }
    made, _, articles = _read(
        [
            record(first.url, answer(first.body)),
            record(whole.url, answer(whole.body)),
            record(
                first.url, answer(first.body.replace(headline, b"Baru: " + headline)), date=later
            ),
            record(whole.url, answer(b""), kind=WarcRecordType.revisit, more=refers, date=later),
        ]
    )
    assert [each["revision"] for each in made] == [1, 2]
    assert made[0]["article_body"] == made[1]["article_body"]
    assert articles.counts["revisits"] == 0


def test_counts_what_is_no_article_and_what_is_not_whole() -> None:
    saved = _saved()
    records = [
        record("https://www.sindonews.com/robots.txt", answer(b"")),
        record(saved.url, answer(saved.body, status="HTTP/1.1 503 Busy")),
        record(saved.url, answer(saved.body[:900]), more={"WARC-Truncated": "disconnect"}),
        record(saved.url, answer(b"\x1f\x8b\x08", "Content-Encoding: gzip")),
        record(saved.url, answer(b"<p>"), kind=WarcRecordType.revisit),
        record(saved.url, answer(b"<p>Tidak ada.</p>")),
    ]
    made, refused, articles = _read(records)
    assert made == []
    assert articles.counts == {
        "captures": 6, "no_article": 1, "not_ok": 1, "revisits": 1, "pages": 1
    }  # fmt: skip
    assert [each.reason for each in refused][:2] == ["disconnect", "truncated_gzip"]
    assert str(refused[0]) == f"{saved.url}: disconnect: the answer is not whole"
    assert len(refused) == 3


def test_says_that_a_file_has_changed_from_which_a_page_is_read_again() -> None:
    pages = of_case(Fixture.load(CASES / SPLIT[2]))
    file = BytesIO(packed(pages))
    articles = ArchivedArticles(rereader(Input("/a.warc.gz"), file))
    first, *more = (each for each in read_captures(file) if isinstance(each, Capture))
    assert not list(articles.read(first))
    file.seek(0)
    file.write(packed(pages[1:]))
    with pytest.raises(OSError, match="has changed while it was read"):
        [list(articles.read(each)) for each in more]
