"""The facts of an article, apart from any layout: what pages are drawn from and checked against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from simulator.printed import house_date

Layout = Literal[
    "2014-16",
    "2017",
    "2018-21",
    "2018-21-detail",
    "2018-21-article",
    "regional",
    "2021-24",
    "2025-26",
    "newsread",
]
Rendering = Literal["page1", "page2", "page3", "page4", "all"]

SECTION_NAMES: Final[Mapping[str, str]] = {
    "nasional": "Nasional",
    "international": "Internasional",
    "metro": "Metro",
    "daerah": "Daerah",
    "lifestyle": "Lifestyle",
    "sports": "Sports",
    "soccer": "Soccer",
    "ekbis": "Ekonomi Bisnis",
    "kalam": "Kalam",
    "tekno": "Teknologi",
    "autotekno": "Autotekno",
    "sains": "Sains",
    "otomotif": "Otomotif",
    "edukasi": "Edukasi",
    "gensindo": "GenSINDO",
    "jatim": "Jawa Timur",
    "jateng": "Jawa Tengah",
    "jabar": "Jawa Barat",
    "makassar": "Makassar",
    "sumut": "Sumatera Utara",
    "sumsel": "Sumatera Selatan",
}
SECTION_NUMBERS: Final[Mapping[str, int]] = {
    "www": 0,
    "nasional": 5,
    "metro": 6,
    "daerah": 7,
    "ekbis": 8,
    "international": 9,
    "sports": 10,
    "kalam": 67,
    "edukasi": 144,
    "lifestyle": 154,
    "otomotif": 611,
    "tekno": 612,
}


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline in a list and where it leads."""

    headline: str
    url: str


@dataclass(frozen=True, slots=True)
class Person:
    """An author or desk, with the address of the profile where the page links one."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The lead image; `caption` and `credit` are the facts, `line` is how the page prints both."""

    url: str
    caption: str | None = None
    credit: str | None = None
    line: str | None = None

    @property
    def printed(self) -> str:
        """The caption line: `Suasana pelabuhan. Foto/Antara`."""
        if self.line is not None:
            return self.line
        credit = f"Foto/{self.credit}" if self.credit else ""
        return " ".join(part for part in (self.caption, credit) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of the body.

    `text` and `items` may hold `**bold**` and `[label](url)`. `form` chooses among the ways in
    which the site has printed this kind; the templates in `templates/body.html` list them. `before`
    is what parts the block from the one before: `brbr`, `br`, or nothing; None leaves it to the
    kind. `reads` are the paragraphs that a careful reader takes from it, None for the obvious ones.
    """

    kind: Literal[
        "paragraph", "subhead", "list", "quote", "table", "baca", "ad", "embed", "photo", "html"
    ] = "paragraph"
    text: str = ""
    form: str = ""
    label: str = ""
    url: str = ""
    name: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[Headline, ...] = ()
    before: str | None = None
    reads: tuple[str, ...] | None = None

    @property
    def is_box(self) -> bool:
        """Whether the block is drawn as an element of its own rather than as running text."""
        if self.kind == "baca":
            return self.form in {"baca-inline", "warp-baca-juga", "bacanews-box", "box-outlink"}
        if self.kind == "photo":
            return self.form != "plain"
        return self.kind in {"list", "quote", "table", "ad", "embed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article as its editors know it; `pages` is the body as the site splits it."""

    section: str
    number: int
    channel: int
    slug: str
    stamp: int | None
    headline: str
    published: datetime
    pages: tuple[tuple[Block, ...], ...]
    channel_name: str | None = None
    path: str = "read"
    address: str | None = None
    modified: datetime | None = None
    description: str | None = None
    authors: tuple[Person, ...] = ()
    editor: str | None = None
    dateline: str | None = None
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    related: tuple[Headline, ...] = ()
    recommended: tuple[Headline, ...] = ()
    latest: tuple[Headline, ...] = ()
    infographics: tuple[Headline, ...] = ()
    traits: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The canonical address, page 1; `address` where it is not of the usual form."""
        if self.address is not None:
            return self.address
        tail = f"-{self.stamp}" if self.stamp is not None else ""
        return (
            f"https://{self.section}.sindonews.com/{self.path}/{self.number}/{self.channel}/"
            f"{self.slug}{tail}"
        )

    @property
    def whole_url(self) -> str:
        """The address of the rendering that holds all pages."""
        return f"{self.url}?showpage=all"

    def page_url(self, page: int) -> str:
        """The address of page 1, 2, 3 …: the offset is a count of ten a page."""
        return (
            self.url if page == 1 else f"{self.url}/{(page - 1) * int(self.traits.get('step', 10))}"
        )

    def blocks(self, rendering: Rendering) -> tuple[Block, ...]:
        """The body that one rendering shows."""
        if rendering == "all":
            return tuple(block for page in self.pages for block in page)
        return self.pages[int(rendering.removeprefix("page")) - 1]

    @property
    def date_line(self) -> str:
        """The visible date line, or the trait `date_line` that stands in for it."""
        return self.traits.get("date_line", house_date(self.published))

    @property
    def json_date(self) -> str:
        """`datePublished` as the JSON-LD prints it."""
        return self.traits.get("json_date", self.published.isoformat())


def spaced(blocks: tuple[Block, ...]) -> list[tuple[str, Block]]:
    """The blocks, each with what parts it from the one before: `<br><br>` between running text."""
    parted: list[tuple[str, Block]] = []
    for block in blocks:
        before = parted[-1][1] if parted else None
        parted.append((block.before if block.before is not None else _gap(before, block), block))
    return parted


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    if before.kind == "subhead" and not before.is_box:
        return "" if before.form in {"h2", "h3"} else "br"
    return "" if before.is_box and block.kind != "ad" else "brbr"
