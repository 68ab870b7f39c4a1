"""Files of addresses, as people and programs save them."""

import gzip
import os
import threading
from pathlib import Path

import pytest

from newsspider.base_spiders.arguments import ARGUMENTS
from newsspider.base_spiders.url_file import problem_of, url_file
from newsspider.errors import BadArgument
from newsspider.sites.sindonews.site import SINDONEWS

ONE = "https://ekbis.sindonews.com/read/1731655/34/harga-beras-1784805500"
TWO = "https://daerah.sindonews.com/read/1731656/77/pasar-ikan-1784805501"
LINES = {
    "remark behind it": f"{ONE}  # sudah dibaca",
    "comma separated": f'12,{ONE},"Harga Beras, Lagi",2026-07-23',
    "quoted column": f'"{ONE}";"Harga Beras"',
    "tabs": f"Harga Beras\t{ONE}\t23 Juli",
    "pipes": f"| 1 | {ONE} |",
    "angle brackets": f"<{ONE}>",
    "markdown": f"- [Harga Beras]({ONE}).",
    "a link in HTML": f"<li><a href='{ONE}'>Harga Beras</a></li>",
    "curly quotes": f"“{ONE}”",
    "a full stop": f"Lihat {ONE}.",
    "a label": f"url:{ONE}",
    "no scheme": ONE.removeprefix("https://"),
    "scheme of the page": ONE.removeprefix("https:"),
    "with a fragment": f"{ONE}#komentar",
    "no-break space": f"\u00a0{ONE}\u00a0",
    "zero-width space": f"\u200b{ONE}\u200b",
    "soft hyphen": ONE.replace("harga-", "har\u00adga-"),
    "direction marks": f"\u202a{ONE}\u202c\u200e",
    "a mark of another file": f"\ufeff{ONE}",
    "NUL and escape": f"\x00{ONE}\x1a",
    "ideographic space": f"1\u3000{ONE}",
    "ideographic marks": f"｜「{ONE}」、",
    "an ellipsis": f"{ONE}…",
    "an arrow": f"{ONE}→ dibaca",
    "a dash without spaces": f"{ONE}—Harga Beras",
    "struck out": f"~~{ONE}~~",
    "JSON": '{"url": "' + ONE.replace("/", "\\/") + '"}',
}


def found(path: Path) -> list[tuple[int, str, str | None]]:
    return list(url_file(str(path)).lines(SINDONEWS))


def articles(path: Path) -> list[str]:
    """The addresses without what is not part of the address of an article."""
    return [text.partition("#")[0] for _, text, problem in found(path) if problem is None]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_an_address_is_found_whatever_stands_beside_it(line: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.txt"
    path.write_text(f"{line}\n{TWO}\n", encoding="utf-8")
    assert articles(path) == [ONE, TWO]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_no_address(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(end.join((f"{ONE};Café", "", TWO)).encode(encoding))
    assert [(number, text) for number, text, _ in found(path)] == [(1, ONE), (3, TWO)]


def test_several_articles_of_a_line_are_all_taken_and_each_once(tmp_path: Path) -> None:
    path = tmp_path / "daftar.txt"
    path.write_text(f"{ONE} {TWO} {ONE} https://pict.sindonews.net/a.jpg\n", encoding="utf-8")
    assert articles(path) == [ONE, TWO]


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_rare_line_ends_part_addresses(end: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.txt"
    path.write_text(f"{ONE}{end}{TWO}", encoding="utf-8")
    assert articles(path) == [ONE, TWO]


def test_a_line_of_no_article_is_named_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    lines = [
        "# dari arsip",
        "alamat,judul",
        f"{ONE},a",
        "https://contoh.id/read/1/2/x-1784805500,b",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert found(path) == [
        (2, "alamat,judul", "no address"),
        (3, ONE, None),
        (4, lines[3], "not an address of SINDOnews"),
    ]


def test_a_named_pipe_is_read_once_and_kept(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(f"{ONE}\n{TWO}\n",))
    writer.start()
    assert articles(pipe) == [ONE, TWO]
    writer.join()
    assert articles(pipe) == [ONE, TWO]


def test_a_home_folder_is_found_by_its_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "daftar.txt").write_text(ONE, encoding="utf-8")
    assert articles(Path("~/daftar.txt")) == [ONE]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("daftar.txt.gz", gzip.compress(ONE.encode(), mtime=0), "is gzip; give it unpacked"),
        ("daftar.xlsx", b"PK\x03\x04", "spreadsheet; give it unpacked"),
        ("kosong.txt", b"", "no article of SINDOnews in it; it is empty"),
        ("lain.txt", b"tidak ada\n", "line 1: no address: tidak ada"),
    ],
)
def test_a_file_of_no_address_is_refused_with_the_reason(
    name: str, data: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadArgument, match=says):
        ARGUMENTS["urls"]("urls", str(path), SINDONEWS)


def test_a_packed_file_of_feeds_is_refused_as_well(tmp_path: Path) -> None:
    path = tmp_path / "umpan.txt.gz"
    path.write_bytes(gzip.compress(b"https://www.sindonews.com/feed", mtime=0))
    with pytest.raises(BadArgument, match="is gzip; give it unpacked"):
        ARGUMENTS["feeds"]("feeds", str(path), SINDONEWS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tidak-ada.txt", "no such file; give a file"),
        (ONE, "no such file; to fetch one article, pipe its address"),
        ("/", "Is a directory"),
    ],
)
def test_what_is_no_file_is_refused_in_words_that_are_true(text: str, says: str) -> None:
    with pytest.raises(BadArgument, match=says):
        ARGUMENTS["urls"]("urls", text, SINDONEWS)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        (f"{ONE}?utm_source=wa", None),
        ("https://example.org/read/3/34/harga-beras-1700000000", "not an address of SINDOnews"),
        (
            "https://news.detik.com/berita/d-7/harga-beras",
            "not an address of SINDOnews, but of detikcom (scrapy crawl detik)",
        ),
        ("https://video.sindonews.com/play/3/harga-beras", "not an article (video)"),
    ],
)
def test_an_address_of_no_article_is_named_for_what_it_is(url: str, problem: str | None) -> None:
    assert problem_of(url, SINDONEWS) == problem
