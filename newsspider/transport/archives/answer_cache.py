"""What archives answered, kept on disk: Scrapy's HTTP cache with a policy and a storage of ours."""

import gzip
import json
import logging
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from newsspider.crawl import clock
from newsspider.store.files.disk import Disk
from newsspider.warc.index.cdx_answer import says_none

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

_ROBOTS: Final = timedelta(hours=24)  # RFC 9309 section 2.4
_TRANSIENT: Final = frozenset({403, 408, 425, 429})
_LEVEL: Final = 1  # of gzip: an index shrinks to a tenth at any level


class ArchiveAnswersPolicy:
    """Has those answers kept that say so: `meta["keep"]` is for how long (`timedelta`), where
    `meta["is_whole"]` of the body is true, or it says that there is nothing. So is robots.txt, for
    a day.

    What is kept and not too old is not asked for again.
    """

    def __init__(self, settings: "BaseSettings") -> None:
        pass

    def should_cache_request(self, request: "Request") -> bool:
        """Tell whether an answer may have been kept."""
        return "archive" in request.meta or "robots_of" in request.meta

    def should_cache_response(self, response: "Response", request: "Request") -> bool:
        """Tell whether an answer came whole, and is to be kept."""
        if "robots_of" in request.meta:
            return response.status < 500 and response.status not in _TRANSIENT
        if "keep" not in request.meta or "partial" in response.flags:
            return False
        if response.status == 200:
            return bool(request.meta["is_whole"](response.body))
        return says_none(response.status, response.body)

    def is_cached_response_fresh(self, cachedresponse: "Response", request: "Request") -> bool:
        """Tell whether to be content with what is kept: the storage gives nothing that is old."""
        return True

    def is_cached_response_valid(
        self, cachedresponse: "Response", response: "Response", request: "Request"
    ) -> bool:
        """Tell whether an answer says that what is kept still holds; it is never asked."""
        return False


class AnswerFiles:
    """Keeps each answer in a file of its own below HTTPCACHE_DIR, whole or not at all.

    Scrapy's own storages write several files an answer, of which a kill leaves half.
    """

    def __init__(self, settings: "BaseSettings") -> None:
        self._folder = Path(settings["HTTPCACHE_DIR"])
        self._longest = settings.getint("HTTPCACHE_EXPIRATION_SECS")
        self._disk = Disk()

    def open_spider(self, spider: "Spider") -> None:
        """Do nothing: a folder is made when something is kept."""

    def close_spider(self, spider: "Spider") -> None:
        """Do nothing: each file is complete."""

    def retrieve_response(self, spider: "Spider", request: "Request") -> "Response | None":
        """Return the answer that was kept; None where there is none, or one that is too old."""
        path = self._path(request)
        if not path.exists():
            return None
        with gzip.open(path) as file:
            head: dict[str, Any] = json.loads(file.readline())
            body = file.read()
        if self._is_old(datetime.fromisoformat(head["kept_at"]), request):
            return None
        headers = Headers(head["headers"])
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        return kind(request.url, status=head["status"], headers=headers, body=body)

    def _is_old(self, kept_at: datetime, request: "Request") -> bool:
        age = clock.now() - kept_at
        longest = _ROBOTS if "robots_of" in request.meta else request.meta.get("keep")
        is_late = longest is not None and age > longest
        return is_late or 0 < self._longest < age.total_seconds()

    def store_response(self, spider: "Spider", request: "Request", response: "Response") -> None:
        """Keep an answer in place of the one before. A disk that does not take it costs only it."""
        head = {
            "url": request.url,
            "kept_at": clock.now().isoformat(),
            "status": response.status,
            "headers": {
                name.decode("latin-1"): values[-1].decode("latin-1")
                for name, values in response.headers.items()
                if values
            },
        }
        data = gzip.compress(json.dumps(head).encode() + b"\n" + response.body, _LEVEL, mtime=0)
        path = self._path(request)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._disk.put(path, data)
        except OSError as error:
            logger.warning("Not kept: %s: %s", request.url, error)

    def _path(self, request: "Request") -> Path:
        span = (request.headers.get("Range") or b"").decode("latin-1")
        key = sha256(f"{request.url} {span}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.gz"
