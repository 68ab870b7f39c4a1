"""The address of a picture: the real one, in whatever attribute, and never a placeholder."""

import re

import pytest
from lxml.etree import _Element
from lxml.html import fromstring

from newsspider.reading.article.site_markup import ImageMarkup
from newsspider.reading.fields import images

MARKUP = ImageMarkup(path=re.compile(r"/pena/news/(\d{4})/(\d{2})/(\d{2})/\d+/(\d+)/"))
REAL = "https://pict.sindonews.net/dyn/732/pena/news/2026/09/16/34/1745210/panen.jpg"
NO_ADDRESS = [
    "", " ", "#", "/", "?", "about:blank", "javascript:void(0)", "data:image/gif;base64,R0lGODlhAQ",
    "blob:https://a.example/1", "null", "undefined", "None", "false", "lazy", "placeholder",
    "blank", "loading", "/null", "/img/blank.gif", "https://www.sindonews.com/undefined",
    "{{ foto.url }}", "${url}", "%7B%7Burl%7D%7D", "[object Object]", "https://a.example/1x1.gif",
    "/placeholder.png", "https://www.sindonews.com/", "/assets/loading.svg", "/lazy.png?v=2",
    "/assets/logo.png", "/img/logo-og-600x315.jpg", "/og-default.jpg", "/nophoto.jpg",
]  # fmt: skip


def picture(box: _Element) -> str | None:
    return images.picture(box, MARKUP)


def is_placeholder(address: str) -> bool:
    return images.is_placeholder(address, MARKUP)


@pytest.mark.parametrize("word", NO_ADDRESS)
def test_a_blank_address_or_a_word_in_its_place_is_none(word: str) -> None:
    assert is_placeholder(word.strip())
    assert picture(fromstring(f'<div><img src="{word}"></div>')) is None
    assert picture(fromstring(f'<div><img data-src="{word}" src="{REAL}"></div>')) == REAL
    assert picture(fromstring(f'<div><img src="{word}"><img src="{REAL}"></div>')) == REAL


@pytest.mark.parametrize(
    "markup",
    [
        f'<img src="{REAL}">',
        f'<img src=" {REAL}\n">',
        f'<img src="lazy" data-src="{REAL}">',
        f'<img src="blank.gif" data-original="{REAL}">',
        f'<img src="" data-lazy-src="{REAL}">',
        f'<img src="#" data-lazyload="{REAL}">',
        f'<img src="" data-url="{REAL}" data-image="undefined">',
        f'<img src="" data-cfsrc="{REAL}">',
        f'<img src="" srcset="{REAL} 732w, https://pict.sindonews.net/kecil.jpg 100w">',
        f'<img src="" data-lazy-srcset="/img/blank.gif 2000w, {REAL} 732w">',
        f'<picture><source srcset="{REAL}"><img src=""></picture>',
        f'<img src="placeholder"><noscript><img src="{REAL}"></noscript>',
        f'<img src="/hitung.gif?id=9" width="1" height="1"><img src="{REAL}">',
        f'<amp-img src="{REAL}"></amp-img>',
    ],
)
def test_the_real_address_is_found_in_whatever_attribute(markup: str) -> None:
    assert picture(fromstring(f"<div>{markup}</div>")) == REAL


def test_microdata_names_pictures_too() -> None:
    head = fromstring(f'<head><meta content="{REAL}"><link href="{REAL}"></head>')

    assert [picture(element) for element in head.iter("meta", "link")] == [REAL, REAL]


@pytest.mark.parametrize(
    "address",
    [
        REAL,
        "gambar/panen.jpg",
        "//a.example/b",
        "/foto/12",
        "a.jpg",
        "/foto/logo-partai-baru.jpg",
        "/foto/default-rate.jpg",
    ],
)
def test_what_may_be_a_picture_is_no_placeholder(address: str) -> None:
    assert not is_placeholder(address)
