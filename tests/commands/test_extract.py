"""`scrapy extract` of what a person gives it: a file, a page in a pipe, an address by mistake."""

import gzip
import json
from pathlib import Path
from typing import Final

import pytest

from tests.support.commands import scrapy
from tests.support.project import PROJECT

CASE: Final = PROJECT / "fixtures" / "sindonews" / "2025-26-lists"
EXPECTED: Final = json.loads((CASE / "expected.json").read_text(encoding="utf-8"))


def test_a_page_is_read_from_standard_input() -> None:
    page = (CASE / "page.html").read_bytes()
    done = scrapy("extract", "-", "--url", EXPECTED["url"], stdin=page)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert (record["id"], record["headline"]) == (EXPECTED["id"], EXPECTED["headline"])


def test_a_page_may_have_been_packed(tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress((CASE / "page.html").read_bytes()))
    done = scrapy("extract", str(packed), "--url", EXPECTED["url"])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["headline"] == EXPECTED["headline"]


def test_an_address_that_is_none_is_refused() -> None:
    done = scrapy("extract", str(CASE / "page.html"), "--url", "www.sindonews.com/read/1")
    assert (done.returncode, done.stdout) == (78, "")
    assert "--url www.sindonews.com/read/1: not an address" in done.stderr


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        (EXPECTED["url"], 78, "an address; fetch the page: curl -s URL | scrapy extract -"),
        ("w/a.warc.gz", 78, "a WARC file; scrapy extract --warc w/a.warc.gz"),
        ("no-such-page.html", 78, "No such file or directory; give a file or a case"),
        ("-", 65, "not an article"),
        (str(PROJECT / "README.md"), 65, "it states no address of its own; name it: --url URL"),
    ],
)
def test_what_is_no_saved_page_is_told_in_one_line(name: str, code: int, says: str) -> None:
    done = scrapy("extract", name)
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"extract: {name}: ")
    assert says in line


@pytest.mark.parametrize("address", ["notaurl", "ftp://www.sindonews.com/a", "https://"])
def test_a_case_of_no_web_address_is_refused_before_a_request(address: str) -> None:
    done = scrapy("fixture", "sindonews/percobaan", address)
    assert done.returncode == 78
    assert done.stderr == f"fixture: {address}: no web address; write https://…\n"
