"""Saved pages by folder: what an address answered, when, and what the saving proves.

A folder holds `meta.json`, the bytes of one page and, where the article has them, of its further
pages; `expected.json` beside them belongs to the tests. The bytes are the evidence, so each file is
checked against the SHA-256 in `meta.json` whenever it is read.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

from newsspider.errors import BadArgument
from newsspider.extract import Page

META: Final = "meta.json"

_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/json": ".json",
}


_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 40


class FixtureInvalid(BadArgument):
    """A folder of saved pages that cannot be used; the message says which, what and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """One answer of a site: the final address, status, headers and body, as received."""

    url: str
    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def content_type(self) -> str | None:
        """Return the Content-Type header, whatever its letter case, or None."""
        for name, value in self.headers.items():
            if name.lower() == "content-type":
                return value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of the folder as `meta.json` describes it."""

    url: str
    name: str
    status: int
    headers: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True)
class Fixture:
    """One folder of saved pages; bodies are read when asked for, so many folders load fast."""

    folder: Path
    fetched_at: datetime
    proves: str
    files: tuple[_File, ...]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Load the fixture in `folder`, or of the `.json` file of a page in quarantine.

        Raises `FixtureInvalid` when `meta.json` is missing, is not JSON or lacks a key.
        """
        path = folder / META
        if folder.suffix == ".json":  # a page in quarantine: one file among others
            folder, path = folder.parent, folder
        try:
            meta = json.loads(path.read_text(encoding="utf-8"))
            files = (
                _described(meta, "page.html"),
                *(_described(more, None) for more in meta.get("more", ())),
            )
            fetched_at = datetime.fromisoformat(meta["fetched_at"])
        except FileNotFoundError:
            raise FixtureInvalid(f"{folder}: no {META}; not a folder of saved pages") from None
        except (KeyError, TypeError, AttributeError) as problem:
            raise FixtureInvalid(
                f"{path}: a key is missing or of the wrong type: {problem}"
            ) from None
        except ValueError as problem:
            raise FixtureInvalid(f"{path}: {problem}") from None
        if fetched_at.tzinfo is None:
            raise FixtureInvalid(f"{path}: fetched_at needs an offset, such as +00:00")
        return cls(folder, fetched_at.astimezone(UTC), str(meta.get("proves", "")), files)

    @classmethod
    def save(
        cls, folder: Path, responses: Sequence[Saved], fetched_at: datetime, proves: str = ""
    ) -> Self:
        """Write the first of `responses` as the page, the others as its further pages.

        `fetched_at` must be aware. Raises `FixtureInvalid` when the folder is there already: saved
        evidence is never overwritten.
        """
        if folder.exists():
            raise FixtureInvalid(f"{folder}: exists already; choose another name or remove it")
        folder.mkdir(parents=True)
        described: list[dict[str, Any]] = []
        for number, answer in enumerate(responses):
            name = _file_name(answer, number)
            if any(name == earlier["file"] for earlier in described):
                name = f"page-{number + 1}{Path(name).suffix}"
            (folder / name).write_bytes(answer.body)
            described.append(
                {
                    "url": answer.url,
                    "file": name,
                    "status": answer.status,
                    "headers": dict(answer.headers),
                    "sha256": sha256(answer.body).hexdigest(),
                }
            )
        meta = described[0] | {
            "fetched_at": fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
            "more": described[1:],
            "proves": proves,
        }
        text = json.dumps(meta, ensure_ascii=False, indent=2) + "\n"
        (folder / META).write_text(text, encoding="utf-8")
        return cls.load(folder)

    @property
    def url(self) -> str:
        """Return the address of the page."""
        return self.files[0].url

    def answers(self) -> Iterator[Saved]:
        """Yield every saved answer, the page first.

        Raises `FixtureInvalid` when a file is missing or its bytes are not those that were saved.
        """
        for file in self.files:
            yield Saved(
                url=file.url, body=self._body(file), status=file.status, headers=file.headers
            )

    def page(self) -> Page:
        """Return the saved page, as `extract` takes it. Raises as `answers` does."""
        return self._page(next(self.answers()))

    def more(self) -> list[Page]:
        """Return the further pages that the site gave (status 200). Raises as `answers` does."""
        _, *others = self.answers()
        return [self._page(answer) for answer in others if answer.status == HTTPStatus.OK]

    def _page(self, answer: Saved) -> Page:
        return Page.from_bytes(answer.url, answer.body, self.fetched_at, answer.content_type)

    def _body(self, file: _File) -> bytes:
        try:
            body = (self.folder / file.name).read_bytes()
        except FileNotFoundError:
            raise FixtureInvalid(f"{self.folder}: {file.name} is in {META} but missing") from None
        if file.name.endswith(".gz"):
            try:
                body = gzip.decompress(body)
            except (OSError, EOFError, zlib.error) as problem:
                raise FixtureInvalid(f"{self.folder}: {file.name}: {problem}") from None
        if sha256(body).hexdigest() != file.digest:
            raise FixtureInvalid(f"fixture {self.folder.name} sha256 differs: {file.name}")
        return body


def folders(root: Path) -> list[Path]:
    """Return each folder of saved pages below `root`, sorted, so that replays are repeatable."""
    return sorted(path.parent for path in root.rglob(META))


def _described(meta: dict[str, Any], default_name: str | None) -> _File:
    name = str(meta["file"] if default_name is None else meta.get("file", default_name))
    if Path(name).name != name:
        raise ValueError(f"{name!r} is no file of this folder")
    return _File(
        url=str(meta["url"]),
        name=name,
        status=int(meta["status"]),
        headers={str(name): str(value) for name, value in meta["headers"].items()},
        digest=str(meta["sha256"]),
    )


def _file_name(answer: Saved, number: int) -> str:
    """Return the name a body is saved under: `page.html`; of further pages what their query says,
    `single-1.html` of `?single=1`, else their number, `page-2.html`.
    """
    media_type = (answer.content_type or "").partition(";")[0].strip().lower()
    suffix = _SUFFIXES.get(media_type, ".html" if not media_type else ".bin")
    if number == 0:
        return f"page{suffix}"
    said = _NO_NAME.sub("-", urlsplit(answer.url).query.lower()).strip("-")
    is_a_number = not said or re.fullmatch(r"page(?:-\d+)?", said)
    return f"page-{number + 1}{suffix}" if is_a_number else f"{said[:_LONGEST_NAME]}{suffix}"
