"""Pages that are not ours are scored as a person would score them, on stand-ins of one shape."""

import gzip
import json
from pathlib import Path
from typing import Final

import pytest

from benchmarks.quality import public_sets
from benchmarks.quality.real_pages import load, markdown, ours, reading, score
from newsspider.sites import registry

URL: Final = "https://www.sindonews.example/tani/2026/07/20/panen-kopi-dimulai-lebih-awal"
LINES: Final = (
    "Petani di lereng timur mulai memetik kopi dua pekan lebih awal.",
    "Hujan yang berhenti sejak Mei membuat buah masak serentak, kata penyuluh.",
    "Koperasi menyiapkan tempat jemur tambahan di lapangan desa.",
)
HTML: Final = f"""<html lang="id"><head><title>Panen Kopi Dimulai Lebih Awal</title></head><body>
<h1>Panen Kopi Dimulai Lebih Awal</h1><p>Senin, 20 Juli 2026 | 09:10 WIB</p>
<div>{"".join(f"<p>{line}</p>" for line in LINES)}</div></body></html>"""
TRUTH: Final = {
    "headline": "Panen kopi dimulai lebih awal",
    "date_published": "2026-07-20T09:10",
    "article_body": "\n".join(LINES),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, truth in (("a", TRUTH), ("b", {"note": "photo"})):
        case = tmp_path / name
        case.mkdir()
        (case / "page.html").write_text(HTML, encoding="utf-8")
        meta = {"url": URL, "fetched_at": "2026-07-21T10:00:00+07:00"}
        (case / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
        (case / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return tmp_path


def test_a_page_with_a_note_is_left_out_and_the_other_scored(folder: Path) -> None:
    [page] = load(folder)
    found = ours("newsspider", [page])
    assert (found.f1, found.good, found.headlines, found.minutes, found.days) == (1, 1, 1, 1, 1)
    assert found.unwarned == 0
    text = markdown([found], [page])
    assert "1 pages of 1 hosts, fetched 2026-2026" in text
    assert "| newsspider | 1.000 | 1 | 1 | 1 | 1 | 0 |" in text


def test_a_refused_page_counts_nothing_and_a_wrong_date_without_a_warning_is_counted(
    folder: Path,
) -> None:
    [page] = load(folder)
    assert score("newsspider", [{}], [page], 1.0).f1 == 0
    wrong = reading(page.page) | {"date_published": "2026-07-19T09:10:00+07:00"}
    assert score("newsspider", [wrong], [page], 1.0).unwarned == 1
    assert score("newsspider", [wrong | {"warnings": ["tz_assumed"]}], [page], 1.0).unwarned == 0


def test_a_known_site_is_made_a_foreign_one(folder: Path) -> None:
    meta = folder / "a" / "meta.json"
    url = URL.replace("sindonews.example", "sindonews.com")
    meta.write_text(json.dumps({"url": url, "fetched_at": "2026-07-21T10:00:00+07:00"}))
    [page] = load(folder)
    foreign = page.of_a_foreign_host().page
    assert registry.of_address(page.page.url) is not None
    assert registry.of_address(foreign.url) is None
    assert reading(foreign)["paragraphs"] == list(LINES)


def test_the_set_of_texts_is_scored_by_runs_of_four_words(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    truths = {}
    for key, html in (("a", HTML), ("b", "<html><body><p>Kosong</p></body></html>")):
        (tmp_path / "html" / f"{key}.html.gz").write_bytes(gzip.compress(html.encode()))
        truths[key] = {"articleBody": "\n".join(LINES), "url": f"{URL}-{key}"}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truths), encoding="utf-8")
    assert public_sets.bodies(tmp_path) == (
        "2 pages, 1 read: precision 1.000, recall 0.500, F1 0.667"
    )


def test_the_set_of_dates_is_scored_by_the_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = "<html><body><p>Kosong</p></body></html>"
    for folder, html in (("test_set", HTML), ("cache", none), ("eval", none)):
        pages = tmp_path / "tests" / folder
        pages.mkdir(parents=True)
        (pages / "a.html").write_text(html, encoding="utf-8")
    (pages / "none.html").write_text(none, encoding="utf-8")
    facts = {
        URL: {"file": "a.html", "date": "2026-07-20"},
        f"{URL}-2": {"file": "a.html", "date": "2026-07-19"},
        f"{URL}-3": {"file": "not-there.html", "date": "2026-07-19"},
        f"{URL}-4": {"file": "none.html", "date": None},
    }
    for name in ("eval_default.json", "eval_mediacloud_2020.json"):
        (tmp_path / "tests" / name).write_text(json.dumps(facts), encoding="utf-8")
    public_sets.main(tmp_path)
    assert capsys.readouterr().out.startswith("3 pages: 2 days right, 1 wrong (")


def test_another_folder_is_refused_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"neither ground-truth\.json nor"):
        public_sets.main(tmp_path)
