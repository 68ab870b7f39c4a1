"""WARC files answer in place of a site: whole pages before errors, and damage is said."""

import gzip
from pathlib import Path

import pytest

from newsspider.errors import BadArgument
from newsspider.exit_status import BROKEN, Tally, judge
from newsspider.transport.archived_answers import ArchivedAnswers
from newsspider.transport.saved_answers import SavedAnswer
from tests.warc.write.exchanges import PAGE, exchange, files, opened

GONE = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
HOSTS = ["kabar.example"]


def archived(folder: Path, *exchanges: object) -> ArchivedAnswers:
    archive = opened(folder)
    for one in exchanges:
        archive.add(one)  # type: ignore[arg-type]
    archive.close()
    return ArchivedAnswers.load(f"{folder}/*.warc.gz", HOSTS)


def answer(answers: ArchivedAnswers, path: str) -> SavedAnswer:
    found = answers.get(f"https://www.kabar.example{path}")
    assert found is not None
    return found


def test_an_address_is_answered_by_its_newest_page(tmp_path: Path) -> None:
    old, new = exchange("/a", body="lama"), exchange("/a", body="baru")
    error, cut = exchange("/a", answer=GONE), exchange("/a", body="potong", truncated="disconnect")
    answers = archived(tmp_path, error, old, new, exchange("/a", answer=GONE), cut)
    assert answer(answers, "/a").body == b"baru"
    assert answer(answers, "/a").fetched_at == new.date
    assert answers.get("http://WWW.kabar.example/a") == answer(answers, "/a")
    assert answers.get("https://www.kabar.example/b") is None


def test_what_never_came_whole_is_answered_as_it_came(tmp_path: Path) -> None:
    cut = exchange("/cut", body="potong", truncated="disconnect")
    answers = archived(tmp_path, exchange("/error", answer=GONE), cut)
    assert answer(answers, "/error").status == 503
    assert answer(answers, "/cut").is_cut


def test_a_revisit_answers_with_the_body_it_names(tmp_path: Path) -> None:
    again = exchange("/b")
    etag = exchange().head.split(b"ETag: ")[1].split(b"\r\n")[0]
    unchanged = exchange(
        "/a",
        answer=b"HTTP/1.1 304 Not Modified\r\n\r\n",
        request=b"GET /a HTTP/1.1\r\nIf-None-Match: " + etag + b"\r\n\r\n",
    )
    first = exchange("/a")
    answers = archived(tmp_path, first, again, unchanged)
    assert answer(answers, "/b").body.decode() == PAGE
    assert answer(answers, "/b").fetched_at == again.date
    assert (answer(answers, "/a").status, answer(answers, "/a").fetched_at) == (200, first.date)


def test_a_file_that_is_one_member_answers_too(tmp_path: Path) -> None:
    archived(tmp_path, exchange("/a", body="satu"), exchange("/b", body="dua"))
    [path] = files(tmp_path)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
    answers = ArchivedAnswers.load(str(path), HOSTS)
    assert answer(answers, "/b").body == b"dua"


def test_damage_is_counted_and_all_else_answers(tmp_path: Path) -> None:
    bodies = {f"/{n}": f"{PAGE}{n}" for n in range(5)}
    archived(tmp_path, *(exchange(path, body=body) for path, body in bodies.items()))
    [path] = files(tmp_path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data[:-20])
    answers = ArchivedAnswers.load(str(path), HOSTS)
    found = [answers.get(f"https://www.kabar.example{path}") for path in bodies]
    assert sum(each is not None for each in found) >= 4
    assert answers.damaged >= 1
    verdict = judge(Tally.of({"replay/damaged": answers.damaged, "article/stored": 4}, "finished"))
    assert verdict.exit_code == BROKEN
    assert "of the archive cannot be read" in verdict.words


def test_a_pattern_without_captures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="no such file"):
        ArchivedAnswers.load(f"{tmp_path}/*.warc.gz", HOSTS)
    archived(tmp_path, exchange("/a"))
    with pytest.raises(BadArgument, match=r"no capture of lain\.example"):
        ArchivedAnswers.load(f"{tmp_path}/*.warc.gz", ["lain.example"])
