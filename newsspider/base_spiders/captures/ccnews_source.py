"""`-a source=ccnews`: the articles in the WARC files of CC-NEWS, which has no index."""

import logging
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Final

from newsspider.base_spiders.captures.archive_lists import ArchiveLists
from newsspider.base_spiders.captures.capture_choice import CaptureChoice, Chosen
from newsspider.base_spiders.captures.files_read import FilesRead
from newsspider.base_spiders.plan import Plan
from newsspider.crawl.awaited_captures import Held
from newsspider.sites.site import Site
from newsspider.transport.archives.client import FOR_EVER, ArchiveClient, Range
from newsspider.warc.index.warc_members import whole_members
from newsspider.warc.index.warc_paths import may_hold, months, path_list, read_paths
from newsspider.warc.read.damage import Damage

logger = logging.getLogger(__name__)

_GROWING: Final = timedelta(days=1)  # how long the list of a month is kept that is not over
_LONGEST: Final = 64 * 1024 * 1024  # bytes of a record; what is longer is passed over
_LATELY: Final = timedelta(days=6)


class CcNewsSource:
    """Reads the files of the days asked for, part by part; without days, those of the last week.

    A file of 1 GB is never in memory: it is fetched in ranges of `part_bytes`, each after the
    articles of the one before have been read. Captures of other hosts are passed over before their
    HTTP is looked at. A file that was read to its end is not asked for again with the same
    selection. Counts: `ccnews/files`, `ccnews/files_known`, `capture/damaged`.
    """

    def __init__(
        self,
        base: str,
        part_bytes: int,
        plan: Plan,
        site: Site,
        client: ArchiveClient,
        lists: ArchiveLists,
        choice: CaptureChoice,
        files: FilesRead,
        clock: Callable[[], datetime],
    ) -> None:
        self.base = base
        self.part_bytes = part_bytes
        self.plan = plan
        self.site = site
        self.client = client
        self.lists = lists
        self.choice = choice
        self.files = files
        today = clock().date()
        self.today = today
        self.until = plan.until or today
        self.since = plan.since or today - _LATELY

    async def articles(self) -> AsyncIterator[list[Chosen]]:
        """Yield the wanted articles, those of one part of a file at a time."""
        order = reversed if self.plan.order == "newest" else iter
        for month in order(list(months(self.since, self.until, self.today))):
            for path in order(await self._paths(month)):
                if self.lists.is_ending or self.choice.queue.is_full():
                    return
                url = f"{self.base}{path}"
                if self.files.is_read(url):
                    self.choice.stats.inc_value("ccnews/files_known")
                    continue
                async for chosen in self._file(url):
                    yield chosen

    async def _paths(self, month: date) -> list[str]:
        """Return the files of a month that may hold articles of the days asked for."""
        if self.lists.is_ending:
            return []
        is_over = self.today - month > timedelta(days=40)
        keep = FOR_EVER if is_over else _GROWING
        asking = self.client.read(path_list(self.base, month), read_paths, keep)
        paths = await self.lists.had(asking) or []
        return [path for path in paths if may_hold(path, self.since, self.until)]

    async def _file(self, url: str) -> AsyncIterator[list[Chosen]]:
        """Yield the articles of a file; note that it was read, if it was to its end.

        An article is read one part late: its further pages may stand in the next part.
        """
        self.choice.stats.set_value("progress/at", url)
        held: list[Held] = []
        async for found in self._parts(url):
            identities = {self._identity(one) for one in held}
            late = [one for one in found if self._identity(one) in identities]
            yield list(self.choice.articles([*held, *late]))
            held = [one for one in found if self._identity(one) not in identities]
        yield list(self.choice.articles(held))

    def _identity(self, found: Held) -> str | None:
        return self.site.address(found.url).id

    async def _parts(self, url: str) -> AsyncIterator[list[Held]]:
        """Yield the captures of the site in each part of a file, whose records are whole."""
        offset, total, rest = 0, 1, b""
        part: Range | None = None
        while offset < total and not self.choice.queue.is_full():
            etag = part.etag if part else None
            asking = self.client.range(url, offset, offset + self.part_bytes - 1)
            part = await self.lists.had(asking)
            if part is None:
                return
            if offset and part.etag != etag:
                self.lists.failed(f"{url}: has changed while it was read")
                return
            data, begins = rest + part.body, offset - len(rest)
            offset, total = offset + len(part.body), part.total
            end = len(data) if offset >= total else whole_members(data)
            rest = data[end:]
            if len(rest) > _LONGEST:
                self._damaged(url, begins + end, "a record of more than 64 MB")
                rest = b""
            yield self._captures(data[:end], url, begins) if end else []
        if part is not None and offset >= total:
            self.choice.stats.inc_value("ccnews/files")
            self.files.note(url, part.etag, part.last_modified)

    def _captures(self, data: bytes, url: str, begins: int) -> list[Held]:
        """Return the captures of the site among whole records; name what is damaged."""
        from newsspider.warc.read.captures import read_captures  # fastwarc is an extra

        found = []
        for read in read_captures(BytesIO(data), self.site.domains):
            if isinstance(read, Damage):
                self._damaged(url, begins + read.offset, f"{read.kind}: {read.words}")
            else:
                found.append(Held(read, url, begins + read.offset))
        self.lists.shown(len(found))
        return found

    def _damaged(self, url: str, offset: int, words: str) -> None:
        self.choice.stats.inc_value("capture/damaged")
        logger.warning("Damaged: %s, byte %d: %s", url, offset, words)
