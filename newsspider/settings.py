"""Settings by section; each line of ours says who reads it and which default it departs from."""

from newsspider import __version__
from newsspider.cli.typed_command import commands_module

BOT_NAME = "newsspider"
SPIDER_MODULES = ["newsspider.spiders"]
NEWSPIDER_MODULE = "newsspider.spiders"
SPIDER_LOADER_CLASS = "newsspider.cli.spiders_by_name.SpidersByName"  # default imports all of them
COMMANDS_MODULE = commands_module()  # `newsspider.commands`, or what the typed command needs of it

# --- transport: modes ----------------------------------------------------------------------------

REPLAY_DIR = None  # Replay: a folder of saved pages to crawl instead of the network
REPLAY_ARCHIVE = None  # Replay: WARC files, as a pattern, to crawl instead of the network
CONNECT_TO = None  # ConnectTo: "host:port" that answers for every host
ADDONS = {  # default {}; the modes are off until their one setting is given
    "newsspider.transport.safe_logging.SafeLogging": 0,
    "newsspider.crawl.switched_off.LeaveSwitchedOff": 50,
    "newsspider.transport.robots.user_agent.ContactAddon": 100,
    "newsspider.transport.connect_to.ConnectTo": 200,
    "newsspider.transport.replay.Replay": 300,
}

# --- transport: archives in place of the site (`-a source=`) --------------------------------------

CCNEWS_URL = "https://data.commoncrawl.org/"  # CcNews: where `crawl-data/CC-NEWS/` stands
CDX_URL = "https://index.commoncrawl.org/collinfo.json"  # Cdx: a CDX server, or a list of them
CDX_WARC_URL = "https://data.commoncrawl.org/"  # Cdx: where the files stand that an index names
WAYBACK_URL = "https://web.archive.org/web/"  # Cdx: replay of what an index names no file of
ARCHIVE_PART_BYTES = 8 * 1024 * 1024  # CcNews: a WARC file is fetched in ranges of so many bytes
HTTPCACHE_POLICY = "newsspider.transport.archives.answer_cache.ArchiveAnswersPolicy"
HTTPCACHE_STORAGE = "newsspider.transport.archives.answer_cache.AnswerFiles"

# --- transport: who we are -----------------------------------------------------------------------

CONTACT = None  # ContactAddon: address or page for the site's owner; please set it
USER_AGENT = f"newsspider/{__version__}"  # default names Scrapy; ContactAddon adds "(+CONTACT)"
PERMISSION = None  # NewsSpider: who allowed the crawl of a site that asks for permission first
DEFAULT_REQUEST_HEADERS = {  # default accepts English pages only
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# --- transport: where we go ----------------------------------------------------------------------

LOCAL_FILES = False  # Offsite: set by `scrapy shell ./page.html`, nowhere else
TWISTED_DNS_RESOLVER = "newsspider.transport.resolver.GlobalResolver"  # default takes any address
DNS_TIMEOUT = 10  # default 60 seconds
HTTPPROXY_ENABLED = False  # default True: a proxy resolves names where Offsite cannot see
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
DOWNLOAD_HANDLERS = {  # default: data, file, ftp and s3 addresses too
    "http": "newsspider.transport.handlers.PacedHandler",
    "https": "newsspider.transport.handlers.PacedHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}
REMOTE_CONTROL_ENABLED = False  # default True: a port that runs the Python sent to it
TELNETCONSOLE_ENABLED = False  # default True: another such port
COOKIES_ENABLED = False  # default True; also keeps the public-suffix list from being fetched
METAREFRESH_ENABLED = False  # default True
REDIRECT_MAX_TIMES = 5  # default 20
DOWNLOADER_MIDDLEWARES = {
    "newsspider.downloadermiddlewares.archived_pages.ArchivedPages": 5,  # in place of the site
    "newsspider.downloadermiddlewares.offsite.Offsite": 10,  # before robots.txt, on every request
    "newsspider.downloadermiddlewares.robotstxt.RobotsTxt": 100,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # lets all pass on a 503
    "newsspider.downloadermiddlewares.body_integrity.BodyIntegrity": 590,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # takes halves
    "newsspider.downloadermiddlewares.conditional.Conditional": 595,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # lets redirects lead off
}

# --- transport: how much -------------------------------------------------------------------------

DOWNLOAD_MAXSIZE = 5 * 1024 * 1024  # default 1 GiB; also after decompression
DOWNLOAD_WARNSIZE = 2 * 1024 * 1024  # default 32 MiB
DOWNLOAD_TIMEOUT = 25  # default 180 seconds, for the whole of a download
RETRY_PRIORITY_ADJUST = 1  # default -1: last, a site that stumbles looks like one that is down
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"  # default ERROR; the verdict says whether it matters
RETRY_TIMES = 2  # the default, written down because the tests rely on it
URLLENGTH_LIMIT = 2083  # the default; Offsite applies it to redirects too
DEPTH_LIMIT = 200  # default 0, no limit; an archive day is a chain of index pages
MEMUSAGE_LIMIT_MB = 512  # default 0, no limit
MEMUSAGE_CHECK_INTERVAL_SECONDS = 10  # default 60

# --- transport: how often ------------------------------------------------------------------------

ROBOTSTXT_OBEY = True  # default False; read by RobotsTxt
ROBOTSTXT_TIMEOUT = 10  # RobotsTxt: seconds; each host is waited for
CRAWL_DELAY_MAX = 10  # RobotsTxt: seconds; a larger Crawl-delay counts as this
DOWNLOAD_DELAY = 1  # default 0; one page a second
DOWNLOAD_DELAY_JITTER = 0.25  # default 0.5, which would halve the delay now and then
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
CONCURRENT_ITEMS = 1  # default 100: as many tasks for every response, a sixth of a crawl's CPU
SCHEDULER_PRIORITY_QUEUE = "scrapy.pqueues.ScrapyPriorityQueue"  # default takes turns by host

FAILING_DELAY = 1  # Pacing: seconds; at least, while the site fails to answer
RETRY_AFTER_MAX = 120  # Pacing: seconds; asked for more, we end (exit 75)
FAILURES_IN_A_ROW_MAX = 10  # Pacing: then, one at a second try, the site is down (69); 0: never
BUDGET_RUN_REQUESTS = 0  # Pacing: most of a run; 0 is no limit, here and below
BUDGET_RUN_BYTES = 0
BUDGET_RUN_MINUTES = 0
BUDGET_DAY_REQUESTS = 0  # ... and of a day, all runs together
BUDGET_DAY_BYTES = 0
BUDGET_DAY_MINUTES = 0

# --- transport: what is said ---------------------------------------------------------------------

LOG_VERSIONS: list[str] = []  # default: ten lines at each start; `scrapy version -v` prints them
LOGSTATS_INTERVAL = 600  # default 60 seconds: a line a minute of an archive that takes days
LOG_LEVEL = "INFO"  # default DEBUG, which prints every item
WARN_ON_GENERATOR_RETURN_VALUE = False  # default True; asynchronous callbacks cannot return one
STATS_CLASS = "newsspider.crawl.plain_stats.PlainStats"  # default looks for an old argument

# --- reading -------------------------------------------------------------------------------------

EXTRACT_PROCESSES = 0  # crawl.page_reading: 1 reads pages in a process of its own

# --- records -------------------------------------------------------------------------------------

OUTPUT_DIR = "output"  # KeepStore: records, state, runs, quarantine; a local folder
ARCHIVE = None  # KeepArchive: a folder for all that goes over the wire, as WARC files
ARCHIVE_ROLL_MB = 1000  # KeepArchive: at which size the next WARC file is begun
STORE_ENABLED = True  # KeepStore, Save, MarkDuplicates; False in `scrapy parse`, `shell`, `fetch`
STORE_FLUSH_SECONDS = 2  # KeepStore: how long an article may wait for its batch
RUNS_KEEP_DAYS = 365  # WriteManifest: older manifests and runs are forgotten; 0 keeps all
QUARANTINE_KEEP_DAYS = 90  # WriteManifest: what was put aside earlier is removed; 0 keeps all
SHARED = None  # KeepStore: s3://, gs://, az:// or file:///FOLDER that several machines share
SHARED_LEASE_SECONDS = 60  # KeepStore: one of them may ask a site; dead, another takes over later
SHARED_PUSH_SECONDS = 60  # ShareStore: so much is fetched again when a machine is lost
DUPLICATES = "mark"  # MarkDuplicates; or "drop-exact", "drop-near"
ITEM_PIPELINES = {  # default {}
    "newsspider.pipelines.mark_repeated_lines.MarkRepeatedLines": 40,  # which makes them doubtful
    "newsspider.pipelines.hold_doubtful.HoldDoubtful": 50,  # before what counts and stores
    "newsspider.pipelines.count_fields.CountFields": 100,
    "newsspider.pipelines.mark_duplicates.MarkDuplicates": 500,
    "newsspider.pipelines.save.Save": 900,
}
SPIDER_MIDDLEWARES = {  # default {}
    "newsspider.spidermiddlewares.unreadable.Unreadable": 100,
    "newsspider.spidermiddlewares.outgoing.Outgoing": 900,  # in one pass what these three do
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    # Drops a request without a word to its errback; Offsite refuses it, and it is counted.
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # no request copies meta
}
EXTENSIONS = {  # default {}
    "scrapy.extensions.memusage.MemoryUsage": None,  # MemoryLimit counts this program alone
    "newsspider.extensions.memory_limit.MemoryLimit": 0,
    "newsspider.extensions.keep_store.KeepStore": 50,  # before everything that knows the store
    "newsspider.extensions.keep_archive.KeepArchive": 60,  # before the handlers, which fill it
    "newsspider.transport.pace.pacing.Pacing": 100,  # before everything that sends requests
    "newsspider.extensions.write_manifest.WriteManifest": 200,
    "newsspider.extensions.layout_health.LayoutHealth": 250,
    "newsspider.extensions.watchdog.Watchdog": 400,
    "newsspider.extensions.progress_panel.ProgressPanel": 500,
    "newsspider.extensions.ring_alerts.RingAlerts": 600,
    "newsspider.extensions.write_metrics.WriteMetrics": 650,
    "newsspider.extensions.judge_run.JudgeRun": 800,  # after everything that counts
    "newsspider.extensions.share_store.ShareStore": 900,  # the verdict travels too
}
ALERTS: list[str] = []  # extensions.ring_alerts: "mail:ADDRESS", "webhook", "ping"
METRICS_FILE = None  # extensions.write_metrics: Prometheus text, for the textfile collector
WATCH: list[str] = []  # extensions.ring_alerts: words of headlines whose change is told
PROGRESS_ENABLED = True  # ProgressPanel: a panel, where a person looks on
MANIFEST_SECONDS = 30  # WriteManifest: how often the manifest is brought up to date
BLOCKED_SECONDS = 60  # Watchdog: nothing moves for so long: exit 70; 0 is off
LAYOUT_BROKEN_AFTER = 10  # Unreadable: so many first pages unreadable end the crawl
ACCEPT_CHANGES = False  # LayoutHealth, HoldDoubtful: this run says what is usual from now on
FEED_EXPORTERS = {"csv": "newsspider.feed_exporters.JsonCellsCsvItemExporter"}  # default {}
FEED_EXPORT_ENCODING = "utf-8"  # default escapes what is not ASCII; for `-o`
