"""What is measured: the index as the crawl uses it, datasketch in memory, exact Jaccard."""

import hashlib
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.duplicates.texts import Text
from newsspider import similarity
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.files.disk import Disk
from newsspider.store.state.database import State
from newsspider.store.state.database_file import create_state

NEAR = 0.8


@dataclass(slots=True)
class Outcome:
    """What a technique said of each text (the number of the text it repeats), and what it cost."""

    name: str
    said: dict[int, int] = field(default_factory=dict)
    cpu: float = 0.0
    texts: int = 0
    memory: int = 0
    disk: int = 0

    @property
    def per_second(self) -> float:
        return self.texts / self.cpu


@dataclass(frozen=True, slots=True)
class Score:
    """`recall`: of the texts that repeat an earlier one with a Jaccard of 0.8 or more, the share
    said to repeat that story. `precision`: of what was said, the share that is right."""

    recall: float
    precision: float
    due: int
    said: int
    wrong: tuple[tuple[int, int], ...]


def shingles(text: Text) -> set[str]:
    return similarity.shingles(similarity.words(text.headline), similarity.words(text.body))


def jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def record(n: int, text: Text) -> dict[str, Any]:
    """As much of a record as the index reads."""
    words = similarity.words(f"{text.headline} {text.body}")
    return {
        "id": f"sindonews:pena:{n}",
        "headline": text.headline,
        "article_body": text.body,
        "revision": 1,
        "content_hash": hashlib.sha256(" ".join(words).encode()).hexdigest(),
    }


def ours(texts: Sequence[Text], path: Path, *, batch: int = 1000) -> Outcome:
    """Every text asked for and entered, in one state on disk, `batch` articles a commit.

    The articles' own rows are the store's cost, so they are not timed.
    """
    outcome, before = Outcome("newsspider"), rss()
    with Index(path) as index:
        for n, text in enumerate(texts):
            each = record(n, text)
            index.article(n, each)
            start = time.process_time()
            found = index.duplicates.find(index.connection, each)
            index.duplicates.add(index.connection, n, each)
            if n % batch == batch - 1:
                index.state.commit()
                index.state.begin()
            outcome.cpu += time.process_time() - start
            if found:
                outcome.said[n] = int(found.duplicate_of.rsplit(":", 1)[1])
        index.state.commit()
        outcome.texts, outcome.memory = len(texts), rss() - before
        outcome.disk = index.size()
    return outcome


class Index:
    """The index in a state of its own, and the articles' rows that it reads."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            create_state(path, Disk())
        self.state = State.open(path, Disk())
        self.connection = self.state.connection
        self.duplicates = Duplicates()

    def __enter__(self) -> "Index":
        self.state.begin()
        self.duplicates.prepare(self.connection)
        return self

    def __exit__(self, *_: object) -> None:
        self.state.close()

    def article(self, n: int, record: dict[str, Any]) -> None:
        moment = f"2022-01-01T{n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}+07:00"
        self.connection.execute(
            "INSERT INTO articles (n, id, url, section, date_published, content_hash, stated,"
            " revision, first_stored, last_seen) VALUES (?,?,'','',?,?,'',1,'','')",
            (n, record["id"], moment, record["content_hash"]),
        )

    def size(self) -> int:
        """Bytes of the pages that hold the index."""
        (size,) = self.connection.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'near_%' OR name LIKE"
            " 'sqlite_autoindex_near_%'"
        ).fetchone()
        return int(size)


def datasketch(texts: Sequence[Text]) -> Outcome | None:
    """A plain `MinHashLSH(threshold=0.8)` in memory; None where datasketch is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return None
    outcome, before = Outcome("datasketch"), rss()
    start = time.process_time()
    index = MinHashLSH(threshold=NEAR, num_perm=128)
    for n, text in enumerate(texts):
        minhash = MinHash(num_perm=128)
        minhash.update_batch([run.encode() for run in shingles(text)])
        found = index.query(minhash)
        index.insert(n, minhash, check_duplication=False)
        if found:
            outcome.said[n] = min(found)
    outcome.cpu, outcome.texts = time.process_time() - start, len(texts)
    outcome.memory = rss() - before
    return outcome


def pairwise(texts: Sequence[Text]) -> Outcome:
    """Every text compared with every earlier one, exactly."""
    outcome, before = Outcome("exact pairwise"), rss()
    start = time.process_time()
    sets = [shingles(text) for text in texts]
    for n, runs in enumerate(sets):
        for earlier in range(n):
            if jaccard(runs, sets[earlier]) >= NEAR:
                outcome.said[n] = earlier
                break
    outcome.cpu, outcome.texts = time.process_time() - start, len(texts)
    outcome.memory = rss() - before
    return outcome


def due(texts: Sequence[Text]) -> dict[int, float]:
    """The texts that repeat an earlier one of their story, and their highest Jaccard with one."""
    stories: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        stories[text.story].append(n)
    found: dict[int, float] = {}
    for members in stories.values():
        sets = {n: shingles(texts[n]) for n in members} if len(members) > 1 else {}
        for earlier, later in combinations(sets, 2):
            alike = jaccard(sets[earlier], sets[later])
            found[later] = max(found.get(later, 0.0), alike)
    return found


def score(texts: Sequence[Text], said: dict[int, int], known: dict[int, float]) -> Score:
    wanted = [n for n, alike in known.items() if alike >= NEAR]
    right = {n for n, other in said.items() if texts[n].story == texts[other].story}
    return Score(
        recall=sum(n in right for n in wanted) / max(1, len(wanted)),
        precision=len(right) / max(1, len(said)),
        due=len(wanted),
        said=len(said),
        wrong=tuple((n, other) for n, other in said.items() if n not in right),
    )


def rss() -> int:
    """Resident bytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()
