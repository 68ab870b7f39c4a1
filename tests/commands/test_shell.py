"""`scrapy shell`, with a saved page and with an address off the site."""

import subprocess
from pathlib import Path

from tests.support.commands import scrapy


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    return scrapy("shell", *arguments)


def test_the_shell_opens_a_saved_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><h1>Judul Berita</h1></html>")
    ended = shell(str(page), "-c", "response.css('h1::text').get()")
    assert "Judul Berita" in ended.stdout, ended.stderr


def test_the_shell_leaves_the_site_no_more_than_a_crawl() -> None:
    ended = shell("http://169.254.169.254/", "-c", "response")
    assert "Not requested, foreign_host" in ended.stderr
