"""Path lists of CC-NEWS, and where a piece of a file may be parted."""

import gzip
import os
from datetime import date

import pytest

from newsspider.warc.index.cdx_answer import CutAnswer
from newsspider.warc.index.warc_members import whole_members
from newsspider.warc.index.warc_paths import begun, may_hold, months, read_paths
from tests.support.warc_files import answer, record

NAME = "crawl-data/CC-NEWS/{}/CC-NEWS-{}-00007.warc.gz"


def test_a_list_is_read_packed_or_not_and_never_half() -> None:
    text = f"{NAME.format('2024/03', '20240301021506')}\n".encode()
    assert read_paths(text) == read_paths(gzip.compress(text)) == [text.decode().strip()]
    for end in range(3, len(gzip.compress(text))):
        with pytest.raises(CutAnswer):
            read_paths(gzip.compress(text)[:end])


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        ("20240228235959", False),
        ("20240229000000", True),
        ("20240317120000", True),
        ("20240407235959", True),
        ("20240408000000", False),
    ],
)
def test_a_file_may_hold_what_appeared_shortly_before_it(moment: str, holds: bool) -> None:
    path = NAME.format("2024/03", moment)
    assert may_hold(path, date(2024, 3, 1), date(2024, 3, 31)) is holds


def test_a_name_without_a_moment_hides_nothing() -> None:
    assert begun("a/b.warc.gz") is begun("CC-NEWS-99999999999999-00001.warc.gz") is None
    assert may_hold("a/b.warc.gz", date(2024, 3, 1), date(2024, 3, 31))


def test_no_month_before_the_first_or_after_today() -> None:
    found = list(months(date(2010, 1, 1), date(2030, 1, 1), today=date(2016, 10, 5)))
    assert found == [date(2016, 8, 1), date(2016, 9, 1), date(2016, 10, 1)]


def test_a_piece_is_parted_before_its_last_record_wherever_it_ends() -> None:
    blocks = [answer(os.urandom(size)) for size in (40, 900, 3000)]
    packed = [gzip.compress(record("https://kabar.example/", block)) for block in blocks]
    data, ends = b"".join(packed), [0]
    for one in packed:
        ends.append(ends[-1] + len(one))
    for end in range(1, len(data) + 1):
        found = whole_members(data[:end])
        assert found in ends
        assert found <= end
    assert whole_members(data) == ends[2]


def test_a_magic_number_within_a_record_begins_none() -> None:
    first = gzip.compress(record("https://kabar.example/", answer(b"a" + os.urandom(40))))
    stored = gzip.compress(record("https://kabar.example/", answer(b"\x1f\x8b\x08 acak " * 9)), 0)
    assert whole_members(first + stored) == len(first)
