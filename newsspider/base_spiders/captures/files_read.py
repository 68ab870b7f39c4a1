"""Which files of an archive were read to their end, so that no run reads them again."""

from datetime import timedelta

from scrapy.statscollectors import StatsCollector

from newsspider.base_spiders.articles.known import Clock, FindStore
from newsspider.base_spiders.plan import Plan
from newsspider.crawl.awaited_captures import AwaitedCaptures
from newsspider.store.state.http import Validators
from newsspider.warc.index.warc_paths import begun


class FilesRead:
    """Remembers files in the state, each with the selection it was read for.

    One is entered when none of its articles is on its way any more, so that its entry becomes
    durable with their lines or after them: a killed run reads it again.
    """

    def __init__(
        self,
        store: FindStore,
        clock: Clock,
        plan: Plan,
        captures: AwaitedCaptures,
        stats: StatsCollector,
    ) -> None:
        self._store = store
        self._clock = clock
        self._plan = plan
        self._captures = captures
        self._stats = stats
        self._waiting: dict[str, Validators] = {}

    def is_read(self, url: str) -> bool:
        """Tell whether an earlier run has read a file for what is asked for now."""
        self.enter()
        store = self._store()
        return store is not None and store.http.validators.get(self._name(url)) is not None

    def note(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Note that a file was read to its end."""
        self._waiting[self._name(url)] = Validators(etag, last_modified, "", self._clock())

    def enter(self, *, at_the_end: bool = False) -> None:
        """Enter the files whose articles have all arrived, or at the end of a run all of them.

        Doubtful articles are held back in memory, until the end of the run if need be.
        """
        store, count = self._store(), self._stats.get_value
        held = count("article/doubtful", 0) - count("article/doubtful/stored", 0)
        if store is None or ((self._captures.are_awaited or held) and not at_the_end):
            return
        for name, validators in self._waiting.items():
            store.http.validators.put(name, validators)
        self._waiting.clear()

    def _name(self, url: str) -> str:
        """Return the address of a file with what of the selection touches it: what was captured
        before the last day asked for was published before it, too."""
        plan, moment = self._plan, begun(url)
        told = [f"since={plan.since}"] if plan.since else []
        if plan.until and (moment is None or moment.date() >= plan.until - timedelta(days=2)):
            told.append(f"until={plan.until}")
        told += [f"sections={','.join(sorted(plan.sections))}"] if plan.sections else []
        return f"{url}#{'&'.join(told)}"
