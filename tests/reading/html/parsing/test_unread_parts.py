"""What of a page is not parsed since nothing reads it, and what is in doubt."""

import re
from pathlib import Path

import pytest

import newsspider
from newsspider.reading.html.parsing.unread_parts import (
    blocks,
    last_scripts,
    start_of_body,
    without_unread_metas,
)

_PACKAGE = Path(newsspider.__file__).parent
_RULES = ".iklan{display:none} " * 60
_SHEET = f'<style media="all">{_RULES}</style>'
_SCRIPT = f"<script>{'hitung(1); ' * 100}</script>"


def blocks_of(head: str) -> list[tuple[str, str]]:
    source = f"<html><head>{head}</head><body></body></html>".encode()
    body = start_of_body(source)
    assert body is not None
    return [(tag.decode(), source[a:b].decode()) for tag, (a, b) in blocks(source, body)]


def test_long_sheets_and_scripts_are_told_wherever_they_stand_among_other_tags() -> None:
    small = "<style>p{top:0}</style><script>mulai()</script>"
    head = f'<title>Panen</title>{small}\n{_SHEET}<meta name="a" content="b">{_SCRIPT}{_SHEET}'
    assert blocks_of(f"<!-- kabar -->{head}") == [
        ("style", _SHEET), ("script", _SCRIPT), ("style", _SHEET),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "doubtful",
    [
        "Panen {}",
        "<noscript>{}</noscript>",
        "<!-- <meta> {} -->",
        "<script>tulis('<meta> {} </script>",
        '<meta content="> {}">',
        "<title>Panen {}</title>",
    ],
)
@pytest.mark.parametrize("block", [_SHEET, _SCRIPT], ids=["style", "script"])
def test_what_may_stand_in_something_else_is_no_block(doubtful: str, block: str) -> None:
    assert blocks_of(f"<meta>{doubtful.format(block)}") == []


@pytest.mark.parametrize(
    "block",
    [
        _SHEET.replace("</style>", "</STYLE>"),
        _SHEET.replace("</style>", "</style >"),
        _SHEET.replace("</style>", "</script>"),
        _SHEET.replace("none", "none<"),
        _SHEET.replace('"all"', '"all'),
        _SCRIPT.replace("<script>", '<script type="application/LD+JSON">'),
        _SCRIPT.replace("hitung", "<!-- hitung"),
        _SCRIPT.replace("</script>", ""),
    ],
)
def test_a_block_of_data_or_without_a_certain_end_is_none(block: str) -> None:
    assert blocks_of(f"<meta>{block}") == []


def last_of(
    scripts: str, end: str = "</body>\n</html>\n", before: str = "<p>Panen.</p>"
) -> str | None:
    source = f"<html><body>{before}{scripts}{end}".encode()
    found = last_scripts(source)
    return None if found is None else source[slice(*found)].decode()


def test_all_scripts_that_end_a_page_are_told_in_one() -> None:
    scripts = f"<script src='/a.js'></script>\n{_SCRIPT}\n"
    assert last_of(scripts) == scripts
    assert last_of(f"{_SCRIPT}<div></div>{scripts}") == scripts


@pytest.mark.parametrize(
    ("scripts", "end", "before"),
    [
        ("<p></p>", "</body></html>", ""),
        (_SCRIPT.replace("hitung", "<b>hitung"), "</body></html>", ""),
        (_SCRIPT.replace("hitung", "--> hitung"), "</body></html>", "<!-- <p></p>"),
        (_SCRIPT.replace("<script", '<script type="application/json"'), "</body></html>", ""),
        (_SHEET, "</body></html>", "<p></p>"),
        (_SCRIPT, "", "<p></p>"),
        (_SCRIPT, "</body></html><p>Panen.</p>", "<p></p>"),
        (_SCRIPT, "Panen.</body></html>", "<p></p>"),
        (_SCRIPT, "</body></html>", "Panen."),
        (_SCRIPT, "</body></html>", '<p title=">'),
    ],
)
def test_scripts_that_may_not_be_the_last_of_a_page_are_none(
    scripts: str, end: str, before: str
) -> None:
    assert last_of(scripts, end, before) is None


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="robots" content="index"> ',
        '<meta name="googlebot-news" content="index"/>\n',
        '<meta name="geo.region" content="ID">',
        '<meta property="fb:app_id" content="123">',
        '<meta http-equiv="x-dns-prefetch-control" content="on">',
    ],
)
def test_metas_that_nobody_asks_for_are_left_out(meta: str) -> None:
    kept = b'<head><meta charset="utf-8"><title>Panen</title></head><body></body>'
    source = kept.replace(b"<title", meta.encode() + b"<title")
    assert without_unread_metas(source) == kept


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="author" content="Sari">',
        '<meta property="og:title" content="Panen">',
        '<meta name="robots" content="index" property="og:title">',
        '<meta name="robots" property="og:title" content="index">',
        '<meta name="robots" content="a>b">',
        "<meta name='robots' content='index'>",
        '<!-- <meta name="robots" content="index"-->',
        '</head><body><meta name="robots" content="index">',
    ],
)
def test_metas_that_may_count_are_kept(meta: str) -> None:
    source = f"<head>{meta}<title>Panen</title></head><body></body>".encode()
    assert without_unread_metas(source) == source


def test_no_reader_asks_for_a_meta_that_is_left_out() -> None:
    """Each name that is asked for stands in quotes somewhere in the readers."""
    readers = [*(_PACKAGE / "reading").rglob("*.py"), *(_PACKAGE / "sites").rglob("*.py")]
    quoted = {
        name
        for reader in readers
        if reader.stem != "unread_parts"
        for name in re.findall(r"[\"']([\w:.-]+)[\"']", reader.read_text(encoding="utf-8"))
    }
    assert {"og:title", "keywords", "content-language"} <= quoted
    for name in sorted(quoted):
        for kind in ("name", "property", "http-equiv"):
            meta = f'<head><meta {kind}="{name}" content="Panen"></head>'.encode()
            assert without_unread_metas(meta) == meta, name
