"""The captures of a set of WARC files by their addresses, for a crawl that asks them again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from newsspider.reading.alike_urls import alike
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from newsspider.warc.read.read_again import read_again, without_content


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a capture stands, and how well it would answer for its address: the greatest does."""

    rank: tuple[int, datetime, int]
    path: Path = field(compare=False)
    capture: Capture = field(compare=False)  # without headers and body


class CapturesByAddress:
    """Finds what an address answered: the newest capture of a page, else of an error, else one that
    was cut.

    A revisit answers with the body of the capture that it names; one whose original is not in the
    files is passed over. `damage` is what of the files could not be read, `newest` the date of the
    last capture, `size` their number. Bodies stay on the disk.
    """

    def __init__(self) -> None:
        self.damage: list[tuple[Path, Damage]] = []
        self.newest: datetime | None = None
        self.size = 0
        self._best: dict[str, _Place] = {}
        self._alike: dict[str, _Place] = {}
        self._originals: dict[tuple[str, datetime], _Place] = {}

    @classmethod
    def load(cls, paths: Iterable[Path], hosts: Collection[str] | None = None) -> Self:
        """Read the files once, in the order given. Raises `OSError` where one cannot be opened.

        `hosts` are the domains of which captures are wanted; None wants all.
        """
        found = cls()
        revisits: list[_Place] = []
        for path in paths:
            for each in read_captures(path, hosts):
                if isinstance(each, Damage):
                    found.damage.append((path, each))
                    continue
                place = found._placed(path, each)
                (revisits.append if each.revisit else found._add)(place)
        for place in revisits:
            if found._original(place.capture) is not None:
                found._offer(place)
        return found

    def get(self, url: str) -> Capture | None:
        """Return what an address answered, or None; scheme and order of the query matter only
        between several. Raises `OSError`, also where the file has changed meanwhile."""
        place = self._best.get(url) or self._alike.get(alike(url))
        if place is None:
            return None
        capture, original = _read(place), self._original(place.capture)
        if original is None:
            return capture
        same = _read(original)
        if capture.status == 304:
            return same
        return replace(capture, body=same.body, undecodable=same.undecodable)

    def _placed(self, path: Path, capture: Capture) -> _Place:
        self.size += 1
        self.newest = max(capture.date, self.newest or capture.date)
        is_page = 200 <= capture.status < 400
        rank = -1 if capture.truncated else int(is_page)
        return _Place((rank, capture.date, self.size), path, without_content(capture))

    def _add(self, place: _Place) -> None:
        capture = place.capture
        if capture.status != 304:  # of a page that is not here
            self._originals[capture.url, capture.date] = place
            self._offer(place)

    def _offer(self, place: _Place) -> None:
        url = place.capture.url
        for key, best in ((url, self._best), (alike(url), self._alike)):
            if key not in best or best[key].rank < place.rank:
                best[key] = place

    def _original(self, capture: Capture) -> _Place | None:
        revisit = capture.revisit
        if revisit is None or revisit.date is None:
            return None
        return self._originals.get((revisit.url or capture.url, revisit.date))


def _read(place: _Place) -> Capture:
    with place.path.open("rb") as file:
        return read_again(file, place.capture)
