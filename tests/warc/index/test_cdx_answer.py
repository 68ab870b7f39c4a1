"""Answers of CDX servers, in every form, whole, cut and odd."""

import json

import pytest

from newsspider.warc.index.cdx_answer import (
    CdxAnswer,
    CdxEntry,
    CutAnswer,
    read_cdx,
    read_collections,
    says_none,
)

FIELDS = {
    "timestamp": "20260727020000",
    "url": "https://www.kabar.example/1",
    "mime": "text/html",
    "status": "200",
    "length": "120",
    "offset": "7",
    "filename": "a.warc.gz",
}
LINE = json.dumps(FIELDS)
CDXJ = f"example,kabar)/1 20260727020000 {LINE}"
NAMES = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
ROW = ["example,kabar)/1", "20260727020000", FIELDS["url"], "text/html", "200", "A", "120"]


@pytest.mark.parametrize("line", [LINE, CDXJ])
def test_a_line_says_where_the_record_stands(line: str) -> None:
    [entry] = read_cdx(f"{line}\n".encode()).entries
    assert (entry.url, entry.timestamp, entry.status) == (FIELDS["url"], "20260727020000", 200)
    assert (entry.filename, entry.offset, entry.length) == ("a.warc.gz", 7, 120)


def test_a_row_of_the_wayback_machine_names_no_file() -> None:
    answer = read_cdx(json.dumps([NAMES, ROW]).encode())
    [entry] = answer.entries
    assert (entry.url, entry.timestamp, entry.status) == (FIELDS["url"], "20260727020000", 200)
    assert (entry.filename, entry.offset) == (None, None)
    assert (answer.by_key, answer.resume_key) == (True, None)


def test_what_follows_an_empty_row_is_the_key_to_the_next_ones() -> None:
    answer = read_cdx(json.dumps([NAMES, ROW, [], ["example,kabar)/2 2026"]]).encode())
    assert len(answer.entries) == 1
    assert answer.resume_key == "example,kabar)/2 2026"


@pytest.mark.parametrize("body", [b"17\n", b'[["17"]]'])
def test_a_number_of_pages_of_a_server_that_goes_on_by_key(body: bytes) -> None:
    assert read_cdx(body) == CdxAnswer(pages=17, by_key=True)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"message": "No Captures found for: x"}'])
def test_nothing_is_an_answer(body: bytes) -> None:
    assert read_cdx(body).entries == ()
    assert read_cdx(body).pages is None


def test_only_a_404_with_its_words_says_that_there_are_no_captures() -> None:
    words = b'{"message": "No Captures found for: *.kabar.example"}'
    assert says_none(404, words)
    assert not says_none(404, b"<h1>Not Found</h1>")
    assert not says_none(503, words)


@pytest.mark.parametrize("end", range(1, len(LINE)))
def test_a_line_cut_anywhere_is_no_answer(end: int) -> None:
    with pytest.raises(CutAnswer):
        read_cdx(f"{LINE}\n{LINE[:end]}".encode())


def test_rows_cut_anywhere_are_no_answer() -> None:
    whole = json.dumps([NAMES, ROW])
    for end in range(1, len(whole)):
        with pytest.raises(CutAnswer):
            read_cdx(whole[:end].encode())


@pytest.mark.parametrize(
    "line",
    ["<html>", "[]", '"x"', '{"url": "https://kabar.example/"}', '{"timestamp": "2026", "u": 1}'],
)
def test_a_line_that_names_no_capture_is_told_and_the_others_are_read(line: str) -> None:
    answer = read_cdx(f"{LINE}\n{line}\n{LINE}\n".encode())
    assert len(answer.entries) == 2
    assert answer.unread == (line,)


@pytest.mark.parametrize("timestamp", ["2026", "202607", "20260727", "2026072702"])
def test_a_short_timestamp_is_the_first_moment_that_it_may_mean(timestamp: str) -> None:
    entry = CdxEntry.of({"url": "https://kabar.example/", "timestamp": timestamp})
    assert entry.timestamp.startswith(timestamp)
    assert entry.date.tzinfo is not None


def test_collections_in_the_order_of_the_list() -> None:
    told = [{"cdx-api": "https://a/2", "to": "2026-07-01T00:00:00"}, {"cdx-api": "https://a/1"}]
    assert read_collections(json.dumps(told).encode()) == [
        ("https://a/2", "2026-07-01T00:00:00"),
        ("https://a/1", ""),
    ]
    with pytest.raises(CutAnswer):
        read_collections(json.dumps(told).encode()[:-3])
    with pytest.raises(ValueError, match="no list of collections"):
        read_collections(b'{"error": "not here"}')


def test_a_moment_that_never_was_is_told_and_passed_over() -> None:
    odd = [NAMES, [*ROW[:1], "20000800241623", *ROW[2:]], ROW]
    answer = read_cdx(json.dumps(odd).encode())
    assert len(answer.entries) == len(answer.unread) == 1
