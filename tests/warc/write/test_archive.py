"""An archive is valid to other programs, finds what it has, and outlives a kill at any moment."""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord

from newsspider.errors import Refusal
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from newsspider.warc.write.archive import Archive
from newsspider.warc.write.mend import whole_members
from tests.store.faults import FaultyDisk, Killed, kill_after, kill_before, kill_within, no_space
from tests.warc.write.exchanges import (
    PAGE,
    captures,
    exchange,
    files,
    indexed,
    objections,
    opened,
)

NOT_MODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "56"\r\n\r\n'


def test_other_programs_find_nothing_wrong(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=1\r\nhalo\r\n0\r\n\r\n"
    for one in (
        exchange("/a"),
        exchange("/b"),  # the same payload again
        exchange("/c", answer=chunked),
        exchange("/c", answer=chunked),
        exchange("/d", answer=exchange().answer[:-9], truncated="disconnect"),
        exchange("/e", answer=b"HTTP/1.1 200 O", truncated="time"),
        exchange("/f", answer=b"apa ini\r\n", truncated="disconnect"),
        exchange("/g", answer=b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        exchange("/h", listed={"url": "/h", "headline": "Kafe \u2028 baru\n"}),
    ):
        archive.add(one)
    archive.close()
    [path] = files(tmp_path)
    assert objections(path) == ""
    with path.open("rb") as file:
        members = [content for _, _, content in whole_members(file)]
    assert len(members) == 1 + 9 * 3
    assert all(content.count(b"WARC/1.1\r\n") == 1 for content in members)
    assert not [*tmp_path.glob("*.open")]


def test_the_reader_gives_back_what_was_written(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    listed = {"url": "https://www.kabar.example/a", "headline": "Panen “raya” di Brebes"}
    archive.add(exchange("/a", listed=listed))
    archive.add(exchange("/b", answer=exchange().answer[:-9], truncated="length"))
    archive.close()
    whole, cut = captures(tmp_path)
    assert (whole.status, whole.body.decode(), whole.listed) == (200, PAGE, listed)
    assert (cut.truncated, cut.ip_address) == ("length", "192.0.2.7")


def test_a_payload_that_came_again_is_a_revisit(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    first, again = exchange("/robots.txt"), exchange("/other/robots.txt")
    archive.add(first)
    archive.add(again)
    archive.close()
    original, revisit = captures(tmp_path)
    assert revisit.revisit is not None
    assert revisit.revisit.url == first.url
    assert revisit.revisit.date == first.date
    assert revisit.revisit.record_id == original.record_id
    assert revisit.payload_digest == original.payload_digest
    assert [line.mime for line in indexed(tmp_path)] == ["warc/revisit", "text/html"]


def asked(if_none_match: str) -> bytes:
    return f"GET / HTTP/1.1\r\nIf-None-Match: {if_none_match}\r\n\r\n".encode()


@pytest.mark.parametrize("runs", [1, 2])
def test_a_304_stands_for_the_capture_with_its_validators(tmp_path: Path, runs: int) -> None:
    archive = opened(tmp_path)
    for path in ("/a", "/", "/z"):
        archive.add(exchange(path, body=PAGE + path))
    entity_tag = f'"{len(PAGE) + 1}"'
    if runs == 2:
        archive.close()
        archive = opened(tmp_path)
    archive.add(exchange("/", answer=NOT_MODIFIED, request=asked(entity_tag)))
    archive.add(exchange("/", answer=NOT_MODIFIED, request=asked('"other"')))
    archive.close()
    last = [each for each in captures(tmp_path) if each.status == 304]
    assert last[0].revisit is not None
    assert last[0].revisit.profile == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert last[1].revisit is None  # of a version that the archive does not have
    assert all(objections(path) == "" for path in files(tmp_path))


def test_an_index_line_is_where_its_record_is(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    for number in range(12):
        archive.add(exchange(f"/read/{number}?b=2&a=1", body=f"{PAGE}{number}"))
    archive.close()
    [path], lines = files(tmp_path), indexed(tmp_path)
    assert len(lines) == 12
    for line in lines:
        member = path.read_bytes()[line.offset : line.offset + line.length]
        record = WarcRecord.from_bytes(zlib.decompress(member, wbits=31))
        assert record.headers["WARC-Target-URI"] == line.url
        assert record.headers["WARC-Payload-Digest"] == line.digest
    [index] = tmp_path.glob("*.cdxj")
    assert index.read_bytes().splitlines() == sorted(index.read_bytes().splitlines())


def test_a_file_is_rolled_with_an_article_and_never_within_one(tmp_path: Path) -> None:
    archive = opened(tmp_path, roll_at=2000)
    for number in range(6):
        archive.add(exchange(f"/read/{number}", body=f"{PAGE}{number}"))
        archive.add(exchange(f"/read/{number}?page=2", body=f"{number}{PAGE}", listed=None))
    archive.close()
    assert len(files(tmp_path)) > 2
    for path in files(tmp_path):
        urls = [each.url for each in read_captures(path) if not isinstance(each, Damage)]
        assert urls[1::2] == [f"{url}?page=2" for url in urls[::2]]


def test_two_writers_at_the_same_moment_have_files_of_their_own(tmp_path: Path) -> None:
    archives = [opened(tmp_path), opened(tmp_path), opened(tmp_path, site="kabar-kota")]
    for number, archive in enumerate(archives):
        archive.add(exchange(f"/{number}", body=f"{PAGE}{number}"))
    late = opened(tmp_path)
    assert late.mended == []  # what a living process writes is left alone
    for archive in archives:
        archive.close()
    assert [len([*read_captures(path)]) for path in files(tmp_path)] == [1, 1, 1]


def forget(archive: object) -> None:
    """Let go of what the kernel would take back from a dead process."""
    file = archive._file  # type: ignore[attr-defined]
    if file is not None:
        file.close()


@pytest.mark.parametrize("fault", [kill_before, kill_within, kill_after])
def test_killed_at_any_call_what_was_added_is_there(tmp_path: Path, fault: object) -> None:
    reached, n = True, 0
    while reached:
        n += 1
        folder = tmp_path / str(n)
        disk = FaultyDisk("any", n, fault)  # type: ignore[arg-type]
        archive, added = None, []
        try:
            archive = opened(folder, disk=disk, roll_at=1500)
            for number in range(4):
                archive.add(exchange(f"/read/{number}", body=f"{PAGE}{number}"))
                added.append(f"https://www.kabar.example/read/{number}")
            archive.close()
        except Killed:
            forget(archive)
        reached = disk.reached
        opened(folder)
        assert [*folder.glob("*.open")] == []
        found = [each.url for each in captures(folder)]
        assert found[: len(added)] == added
        assert sorted(line.url for line in indexed(folder)) == sorted(found)
    assert n > 10


def test_a_file_cut_anywhere_is_mended_to_whole_records(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    for number in range(2):
        archive.add(exchange(f"/read/{number}", body=f"{PAGE}{number}"))
    forget(archive)
    [left] = tmp_path.glob("*.open")
    data = left.read_bytes()
    for end in range(0, len(data), 43):
        left.write_bytes(data[:end] + b"\0" * (end % 2))
        [mended] = opened(tmp_path).mended
        assert mended.captures == len(captures(tmp_path))
        for path in tmp_path.iterdir():
            if path.suffix == ".gz":
                gzip.decompress(path.read_bytes())
            path.unlink()


def refused(call: Callable[[], None]) -> bool:
    """Whether a call fails as on a disk that is full."""
    try:
        call()
    except Refusal as refusal:
        return refusal.exit_code == 74
    return False


@pytest.mark.parametrize("operation", ["write", "sync", "open_new", "replace", "sync_folder"])
def test_a_disk_that_fails_ends_the_archive_and_keeps_what_was_added(
    tmp_path: Path, operation: str
) -> None:
    n, reached = 0, True
    while reached:
        n += 1
        folder = tmp_path / str(n)
        disk = FaultyDisk(operation, n, no_space)
        archive = opened(folder, disk=disk, roll_at=1500)
        added: list[str] = []

        def run(archive: Archive = archive, added: list[str] = added) -> None:
            for number in range(4):
                archive.add(exchange(f"/read/{number}", body=f"{PAGE}{number}"))
                archive.sync()
                added.append(f"https://www.kabar.example/read/{number}")
            archive.close()

        if refused(run):
            assert refused(lambda archive=archive: archive.add(exchange()))  # type: ignore[misc]
            assert refused(archive.close)
        reached = disk.reached
        opened(folder)
        assert [each.url for each in captures(folder)][: len(added)] == added
    assert n > 2
