"""Settings that would take the ground from under a run: refused before its first request."""

import re
from importlib import import_module
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import S3FeedStorage
from scrapy.settings import BaseSettings
from scrapy.utils.conf import feed_complete_default_values_from_settings
from scrapy.utils.misc import build_from_crawler, load_object

from newsspider.crawl.switched_off import switched_off
from newsspider.errors import BadArgument
from newsspider.redaction import redacted_text

if TYPE_CHECKING:
    from newsspider.sites.site import Site

_SAVE: Final = "newsspider.pipelines.save.Save"
_COMPONENTS: Final = (
    "ITEM_PIPELINES",
    "EXTENSIONS",
    "SPIDER_MIDDLEWARES",
    "DOWNLOADER_MIDDLEWARES",
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_NOBODY: Final = frozenset(("", "1", "true", "yes", "ya"))


def refuse_unpermitted(site: "Site", settings: BaseSettings) -> None:
    """Raise `BadArgument` for a live crawl of a site that asks for permission first.

    `PERMISSION` says who gave it. A replay of saved pages (`REPLAY_DIR`, `REPLAY_ARCHIVE`) asks the
    site for nothing.
    """
    if not is_permitted(site, settings):
        raise BadArgument(
            f"PERMISSION: {site.title} wants to be asked before it is crawled"
            f" ({site.asks_permission}); say who allowed it, -s PERMISSION='NAME, DAY', or read"
            " saved pages, -s REPLAY_DIR=FOLDER"
        )


def is_permitted(site: "Site", settings: BaseSettings) -> bool:
    """Return whether a site may be crawled: it asks for nothing, or is not asked, or has agreed."""
    if not site.asks_permission or settings["REPLAY_DIR"] or settings["REPLAY_ARCHIVE"]:
        return True
    return str(settings["PERMISSION"] or "").strip().lower() not in _NOBODY


def refuse_lost_ground(crawler: Crawler) -> None:
    """Raise `BadArgument` where a run would end well and leave nothing, or not what was asked for.

    That is an OUTPUT_DIR that is no folder, ITEM_PIPELINES without the one that stores, and FEEDS
    that Scrapy cannot write: it logs an error, exports nothing and goes on. So is a component that
    cannot be loaded.
    """
    refuse_no_folder(crawler.settings["OUTPUT_DIR"])
    _refuse_no_component(crawler.settings)
    _refuse_no_save(crawler.settings)
    for uri, options in crawler.settings.getdict("FEEDS").items():
        _refuse_no_feed(crawler, str(uri), dict(options))


def refuse_no_folder(folder: str | None) -> None:
    """Raise `BadArgument` for an OUTPUT_DIR that is empty or an address.

    An empty one, of `-s OUTPUT_DIR=$UNSET` in a script, would be whatever folder cron starts in.

    >>> refuse_no_folder("s3://bucket/out")
    Traceback (most recent call last):
    newsspider.errors.BadArgument: OUTPUT_DIR=s3://bucket/out: an address; name a local folder
    """
    if not folder or not str(folder).strip():
        raise BadArgument("OUTPUT_DIR: empty; name the folder of the records and the state")
    refuse_address("OUTPUT_DIR", folder)


def refuse_address(setting: str, folder: str) -> None:
    """Raise `BadArgument` where a setting that wants a local folder is given an address."""
    if _ADDRESS.match(str(folder)):
        raise BadArgument(f"{setting}={folder}: an address; name a local folder")


def _refuse_no_component(settings: BaseSettings) -> None:
    off = switched_off(settings)
    for setting in _COMPONENTS:
        for name, order in settings.getwithbase(setting).items():
            if order is None or name in off:
                continue
            try:
                load_object(name)
            except (ImportError, NameError, ValueError) as error:
                raise BadArgument(f"{setting}: {name}: {error}") from None


def _refuse_no_save(settings: BaseSettings) -> None:
    save = load_object(_SAVE)
    pipelines = settings.getwithbase("ITEM_PIPELINES")
    used = [load_object(name) for name, order in pipelines.items() if order is not None]
    if not any(issubclass(pipeline, save) for pipeline in used if isinstance(pipeline, type)):
        raise BadArgument(
            f"ITEM_PIPELINES: without {_SAVE} nothing is stored; add your pipelines to those of"
            " newsspider.settings, or set STORE_ENABLED=False"
        )


def _refuse_no_feed(crawler: Crawler, uri: str, options: dict[str, object]) -> None:
    """Ask the storage and the exporter of a feed as Scrapy's FeedExporter does, before it does."""
    complete = feed_complete_default_values_from_settings(options, crawler.settings)
    scheme = urlsplit(uri).scheme or "file"
    storages = crawler.settings.getwithbase("FEED_STORAGES")
    if storages.get(scheme) is None:
        raise BadArgument(f"FEEDS={uri}: unknown scheme {scheme}")
    kind = str(complete.get("format"))
    if crawler.settings.getwithbase("FEED_EXPORTERS").get(kind) is None:
        raise BadArgument(f"FEEDS={uri}: unknown format {kind}")
    try:
        storage = build_from_crawler(
            load_object(storages[scheme]), crawler, uri, feed_options=complete
        )
    except NotConfigured as problem:
        raise BadArgument(f"FEEDS={uri}: {problem}") from None
    if isinstance(storage, S3FeedStorage):
        _refuse_no_credentials(storage, uri)


def _refuse_no_credentials(storage: S3FeedStorage, uri: str) -> None:
    """Ask for the credentials as the upload does, which comes when the crawl is over."""
    session = import_module("boto3.session").Session()
    if storage.access_key is None and session.get_credentials() is None:
        raise BadArgument(
            f"FEEDS={redacted_text(uri)}: no AWS credentials; set AWS_ACCESS_KEY_ID and"
            " AWS_SECRET_ACCESS_KEY"
        )
