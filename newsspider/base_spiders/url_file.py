"""The file of `-a urls=FILE`: one address of an article a line, read as it is needed."""

from collections.abc import Iterator
from pathlib import Path

from newsspider.sites.sindonews import addresses


def problem_of(line: str) -> str | None:
    """Why a line of the file is not fetched; None for an article of the site.

    >>> problem_of("https://ekbis.sindonews.com/read/3/34/harga-beras-1700000000?utm_source=wa")
    >>> problem_of("https://example.org/read/3/34/harga-beras-1700000000")
    'not an address of SINDOnews'
    >>> problem_of("https://video.sindonews.com/play/3/harga-beras")
    'not an article (video)'
    """
    address = addresses.parse(line)
    if address.kind == "foreign":
        return "not an address of SINDOnews"
    if addresses.article_id(line) is None:
        return f"not an article ({address.kind})"
    return None


def lines_of(path: Path) -> Iterator[tuple[int, str, str | None]]:
    """Number, text and problem of each line that says something; `#` begins a remark."""
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            text = line.strip()
            if text and not text.startswith("#"):
                yield number, text, problem_of(text)
