"""Folders of saved pages: what is written comes back, and a changed byte is noticed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, Saved, folders

FETCHED = datetime(2026, 7, 24, 8, 0, tzinfo=UTC)
URL = "https://nasional.sindonews.com/read/1731775/12/rapat-1784876400"
HTML = {"Content-Type": "text/html; charset=UTF-8"}


@pytest.fixture
def saved(tmp_path: Path) -> Fixture:
    answers = [
        Saved(url=URL, body=b"<p>satu</p>", headers=HTML),
        Saved(url=f"{URL}?showpage=all", body=b"<p>satu dua</p>", headers=HTML),
        Saved(url=f"{URL}/10", body=b"<p>dua</p>", headers=HTML, status=503),
    ]
    return Fixture.save(tmp_path / "kasus", answers, FETCHED, "one thing")


def test_what_is_saved_comes_back(saved: Fixture) -> None:
    again = Fixture.load(saved.folder)
    assert again == saved
    assert (again.url, again.fetched_at, again.proves) == (URL, FETCHED, "one thing")
    assert [(answer.url, answer.status, answer.body) for answer in again.answers()] == [
        (URL, 200, b"<p>satu</p>"),
        (f"{URL}?showpage=all", 200, b"<p>satu dua</p>"),
        (f"{URL}/10", 503, b"<p>dua</p>"),
    ]


def test_further_pages_are_those_that_the_site_gave(saved: Fixture) -> None:
    assert saved.page().body == b"<p>satu</p>"
    assert saved.page().content_type == "text/html; charset=UTF-8"
    assert [(page.url, page.fetched_at) for page in saved.more()] == [
        (f"{URL}?showpage=all", FETCHED)
    ]


def test_files_are_named_for_what_they_are(saved: Fixture) -> None:
    names = {path.name for path in saved.folder.iterdir()}
    assert names == {"meta.json", "page.html", "showpage-all.html", "page-3.html"}


def test_a_feed_is_saved_as_xml(tmp_path: Path) -> None:
    feed = Saved(url="https://a.example/rss", body=b"<rss/>", headers={"content-type": "text/xml"})
    assert (Fixture.save(tmp_path / "feed", [feed], FETCHED).folder / "page.xml").exists()


def test_saved_pages_are_never_overwritten(saved: Fixture) -> None:
    with pytest.raises(FixtureInvalid, match="exists already"):
        Fixture.save(saved.folder, [], FETCHED)


def test_a_changed_page_is_noticed(saved: Fixture) -> None:
    (saved.folder / "page.html").write_bytes(b"<p>lain</p>")
    with pytest.raises(FixtureInvalid, match=r"fixture kasus sha256 differs: page\.html"):
        list(saved.answers())


def test_a_missing_page_is_noticed(saved: Fixture) -> None:
    (saved.folder / "page-3.html").unlink()
    with pytest.raises(FixtureInvalid, match=r"page-3\.html"):
        list(saved.answers())


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        (None, "no meta.json"),
        ("{", "meta.json"),
        ("[]", "wrong type"),
        ('{"url": "https://a.example/"}', "missing"),
        (
            '{"url": "u", "status": 200, "headers": {}, "sha256": "0",'
            ' "fetched_at": "2026-07-24T08:00:00"}',
            "needs an offset",
        ),
        (
            '{"url": "u", "status": 200, "headers": {}, "sha256": "0", "file": "../x.html",'
            ' "fetched_at": "2026-07-24T08:00:00Z"}',
            "no file of this folder",
        ),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(
    tmp_path: Path, meta: str | None, message: str
) -> None:
    if meta is not None:
        (tmp_path / "meta.json").write_text(meta, encoding="utf-8")
    with pytest.raises(FixtureInvalid, match=message):
        Fixture.load(tmp_path)


def test_folders_are_found_at_any_depth_in_order(saved: Fixture, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "meta.json").write_text(json.dumps({}), encoding="utf-8")
    assert folders(tmp_path) == [tmp_path / "a" / "b", saved.folder]


def test_no_file_takes_the_name_of_another(tmp_path: Path) -> None:
    urls = [URL, f"{URL}?page", f"{URL}?page=4", f"{URL}/30", f"{URL}?single=1", f"{URL}?SINGLE=1"]
    saved = [Saved(url=url, body=url.encode(), headers=HTML) for url in urls]
    fixture = Fixture.save(tmp_path / "kasus", saved, FETCHED)
    assert [answer.body.decode() for answer in fixture.answers()] == urls
    assert [file.name for file in fixture.files] == [
        "page.html", "page-2.html", "page-3.html", "page-4.html", "single-1.html", "page-6.html",
    ]  # fmt: skip
