"""The tables of the state. A change here needs a new `VERSION`: states of another are refused, and
`scrapy rebuild` makes them anew from the output."""

from typing import Final

VERSION: Final = 2
APPLICATION: Final = 0x4E535044  # "NSPD": tells our file from any other SQLite database

TABLES: Final = (
    # `n` counts articles in the order they were stored, so the smallest of a group is its earliest.
    """CREATE TABLE articles (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        section TEXT NOT NULL,
        date_published TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        stated BLOB NOT NULL,
        revision INTEGER NOT NULL,
        first_stored TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        missing_since TEXT,
        missing_reason TEXT
    )""",
    "CREATE INDEX articles_published ON articles (date_published)",
    "CREATE INDEX articles_content ON articles (content_hash)",
    "CREATE INDEX articles_missing ON articles (missing_since) WHERE missing_since IS NOT NULL",
    # Where each revision stands: the text itself is in the output only.
    """CREATE TABLE lines (
        n INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        day TEXT NOT NULL,
        offset INTEGER NOT NULL,
        length INTEGER NOT NULL,
        headline TEXT NOT NULL,
        fetched_at TEXT NOT NULL,
        PRIMARY KEY (n, revision)
    ) WITHOUT ROWID""",
    "CREATE INDEX lines_revised ON lines (fetched_at) WHERE revision > 1",
    # How much of each day's file is promised. `closed`: a later day has begun; it may move away.
    """CREATE TABLE output (
        day TEXT PRIMARY KEY,
        committed INTEGER NOT NULL,
        lines INTEGER NOT NULL,
        closed INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    """CREATE TABLE attempts (
        url TEXT PRIMARY KEY,
        failures INTEGER NOT NULL,
        last_error TEXT NOT NULL,
        last_try TEXT NOT NULL,
        next_try TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE http (
        url TEXT PRIMARY KEY,
        etag TEXT,
        last_modified TEXT,
        body_hash TEXT NOT NULL,
        fetched_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE robots (
        host TEXT PRIMARY KEY,
        status INTEGER NOT NULL,
        body BLOB NOT NULL,
        fetched_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE throttle (host TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE budget (
        day TEXT PRIMARY KEY,
        requests INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        seconds REAL NOT NULL
    ) WITHOUT ROWID""",
    # One row for each address that a day's index listed.
    """CREATE TABLE listed (
        day TEXT NOT NULL,
        kanal TEXT NOT NULL,
        address TEXT NOT NULL,
        outcome TEXT,
        PRIMARY KEY (day, kanal, address)
    ) WITHOUT ROWID""",
    # How many links to something else than articles it had.
    """CREATE TABLE skipped (
        day TEXT NOT NULL,
        kanal TEXT NOT NULL,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (day, kanal, kind)
    ) WITHOUT ROWID""",
    """CREATE TABLE days (
        day TEXT NOT NULL,
        kanal TEXT NOT NULL,
        closed_at TEXT NOT NULL,
        PRIMARY KEY (day, kanal)
    ) WITHOUT ROWID""",
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY,
        started TEXT NOT NULL,
        ended TEXT,
        verdict TEXT,
        exit_code INTEGER,
        facts TEXT NOT NULL DEFAULT '{}'
    ) WITHOUT ROWID""",
)

SMALL: Final = ("output", "attempts", "http", "robots", "throttle", "budget", "days", "runs")
"""Tables that stay small, so that each start can afford to check them."""
