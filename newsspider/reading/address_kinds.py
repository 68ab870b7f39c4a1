"""What a path that is no article's leads to, by the words that Indonesian sites put in it."""

import re
from typing import Final

_KINDS: Final = {
    "index": "indeks index indeks-berita terkini terbaru berita-terkini latest",
    "topic": "tag tags topik topic label fokus",
    "search": "search cari pencarian searchnews",
    "author": "penulis author reporter",
    "feed": "rss feed feeds",
    "photo": "foto photo photos readfoto galeri gallery galleries inpicture potret",
    "video": "video videos readvideo tv play watch livestreaming",
    "infographic": "infografis infografik infographic infographics",
}  # fmt: skip
_KIND_OF_WORD: Final = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PREFIXES: Final = re.compile(r"(?P<word>foto|video|galeri|infografis)-")
_EXTENSION: Final = re.compile(r"\.(?:php|html?|xml|aspx)\Z")
_SECTION: Final = re.compile(r"[a-z]+(?:-[a-z]+){0,3}")


def kind_of(path: str) -> str:
    """Return the kind of an address, as `Address.kind` has it, by its path.

    `path` is tidy: it begins with a slash and does not end with one. Total: "other" for the rest.

    >>> [kind_of(p) for p in ("", "/ekonomi", "/ekonomi/indeks", "/foto-news/d-1/x", "/a/b-9")]
    ['front', 'section', 'index', 'photo', 'other']
    """
    words = path.lower().strip("/").split("/")
    if words == [""]:
        return "front"
    if "sitemap" in words[-1] and words[-1].endswith(("sitemap", ".xml", ".xml.gz")):
        return "sitemap"
    for word in words:
        name = _EXTENSION.sub("", word)
        begins = _PREFIXES.match(name)
        kind = _KIND_OF_WORD.get(begins["word"] if begins else name)
        if kind:
            return kind
    return "section" if len(words) <= 2 and all(map(_SECTION.fullmatch, words)) else "other"
