"""Texts in the data of a page that shows none."""

import json
from datetime import UTC, datetime

import pytest

from newsspider.extract import Page
from newsspider.reading.finder.page_data import carried
from newsspider.reading.html.paragraphs import paragraphs
from newsspider.reading.trust.claims import Claims

_HEADLINE = "Kapal Listrik Nelayan Muncar Melaut"
_TEXT = [
    "Kapal listrik rakitan nelayan Muncar melaut untuk pertama kali pada Senin pagi.",
    "Baterainya cukup untuk empat puluh kilometer, kata ketua kelompok nelayan itu.",
]
_HTML = "".join(f"<p>{line}</p>" for line in _TEXT)
_STORY = {"title": _HEADLINE, "body": _HTML}


def _read(body: str, article: dict[str, object] | None = None) -> list[list[str]]:
    page = Page.from_bytes(
        "https://daerah.sindonews.com/read/1/2/x-1784816640",
        f"<html><body>{body}</body></html>".encode(),
        datetime(2026, 7, 24, tzinfo=UTC),
    )
    boxes = carried(page, article or {}, Claims(_HEADLINE))
    return [[paragraph.text for paragraph in paragraphs(box)] for box in boxes]


_NEXT = json.dumps({"props": {"pageProps": {"post": _STORY}}}).replace("</", "<\\/")
_PLAIN = json.dumps({"data": [{"post": _STORY}]}).replace("</", "<\\/")
_BLOCKS = json.dumps(
    {"story": {"title": _HEADLINE, "content": [{"type": "p", "text": line} for line in _TEXT]}}
)
_ARC = json.dumps({
    "headlines": {"basic": _HEADLINE},
    "content_elements": [
        {"type": "text", "content": _TEXT[0]},
        {"type": "image", "caption": "Kapal itu di dermaga.", "content": "Kapal itu di dermaga."},
        {"type": "interstitial_link", "content": "Nelayan Muncar Rawat Terumbu"},
        {"type": "text", "content": _TEXT[1]},
    ],
})  # fmt: skip
_PRESS = json.dumps({"title": {"rendered": _HEADLINE}, "content": {"rendered": _HTML}})
_SLATE = json.dumps({
    "title": _HEADLINE,
    "body": [{"type": "p", "children": [{"text": x[:9]}, {"text": x[9:]}]} for x in _TEXT],
})  # fmt: skip
_LEXICAL = json.dumps({
    "title": _HEADLINE,
    "content": {"root": {"children": [
        {"type": "paragraph", "children": [{"type": "text", "text": line}]} for line in _TEXT
    ]}},
})  # fmt: skip
_EDITOR_JS = json.dumps({
    "judul": _HEADLINE,
    "isi": {"blocks": [{"type": "paragraph", "data": {"text": line}} for line in _TEXT]},
})  # fmt: skip


def _as_script(told: str) -> str:
    source = told.replace("</", "<\\/")
    return f'<script type="application/json">{source}</script>'


_FLAT = json.dumps([{"data": 1}, {"title": 2, "body": 3}, _HEADLINE, _HTML]).replace("</", "<\\/")


_CARRIED = {
    "next": f'<script id="__NEXT_DATA__" type="application/json">{_NEXT}</script>',
    "nuxt": f"<script>window.__NUXT__={_PLAIN};</script>",
    "function": "<script>window.__NUXT__=(function(a){return "
    f"{_PLAIN[:-1]},flag:a}}}}(true));</script>",
    "payload": f'<script id="__NUXT_DATA__" type="application/json">{_FLAT}</script>',
    "state": f"<script>window.__INITIAL_STATE__ = {_BLOCKS};</script>",
    "arc": _as_script(_ARC),
    "wordpress": _as_script(_PRESS),
    "slate": _as_script(_SLATE),
    "lexical": _as_script(_LEXICAL),
    "editor-js": _as_script(_EDITOR_JS),
    "noscript": f"<noscript>{_HTML}</noscript>",
    "template": f"<template>{_HTML}</template>",
    "shadow": '<x-text><template shadowrootmode="open"><style>p{}</style>'
    f"{_HTML}</template></x-text>",
}


@pytest.mark.parametrize("body", _CARRIED.values(), ids=_CARRIED)
def test_the_text_is_read_from_the_data(body: str) -> None:
    assert _read(body) == [_TEXT]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n"])
def test_the_body_of_json_ld_is_parted_at_its_line_ends(separator: str) -> None:
    assert _read("", {"articleBody": separator.join(_TEXT)}) == [_TEXT]


def test_the_text_of_another_story_is_not_taken() -> None:
    other = json.dumps({"related": [{"title": "Harga Telur Turun", "body": _HTML}]})
    assert _read(f'<script id="__NEXT_DATA__" type="application/json">{other}</script>') == []


@pytest.mark.parametrize("script", ["{", "null", '{"a": [', "[[[[", '"__NUXT__"', "x" * 500])
def test_broken_data_has_no_text(script: str) -> None:
    assert _read(f'<script id="__NEXT_DATA__" type="application/json">{script}</script>') == []


def test_attributes_that_xml_does_not_know_do_no_harm() -> None:
    body = f"<noscript><div https:='' 1=''>{_HTML}</div></noscript>"
    assert _read(body) == [_TEXT]


def test_control_characters_do_no_harm() -> None:
    assert _read(f"<noscript>\x01{_HTML}</noscript>") == [_TEXT]


def test_characters_that_xml_does_not_know_do_no_harm() -> None:
    assert _read("", {"articleBody": f"{_TEXT[0]}\x00\ufffe\n{_TEXT[1]}"})[0][1] == _TEXT[1]
