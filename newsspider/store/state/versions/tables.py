"""The tables of the state. A change here needs a new `VERSION`, and a step in `migrations` that
brings a state of the version before it there.
"""

from typing import Final

VERSION: Final = 3
APPLICATION: Final = 0x4E535044  # "NSPD": tells our file from any other SQLite database

# Every time an article was found missing, with what the site answered then; `ended` when it was
# there again. `excerpt` is the beginning of the answer.
TAKEDOWNS: Final = """CREATE TABLE takedowns (
        n INTEGER NOT NULL,
        noticed TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        reason TEXT NOT NULL,
        status INTEGER,
        location TEXT,
        excerpt BLOB,
        ended TEXT,
        PRIMARY KEY (n, noticed)
    ) WITHOUT ROWID"""

# How much of the file of events is promised; one row.
EVENTS: Final = "CREATE TABLE events (committed INTEGER NOT NULL, lines INTEGER NOT NULL)"

# `id` is the identity of the article, whatever its address was when it failed last (`url`).
ATTEMPTS: Final = """CREATE TABLE attempts (
        url TEXT NOT NULL,
        failures INTEGER NOT NULL,
        last_error TEXT NOT NULL,
        last_try TEXT NOT NULL,
        next_try TEXT,
        id TEXT NOT NULL PRIMARY KEY
    )"""

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
    # Where each revision stands: the text itself is in the output only. `digest` is of the line's
    # bytes; unknown for lines that version 2 stored.
    """CREATE TABLE lines (
        n INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        day TEXT NOT NULL,
        offset INTEGER NOT NULL,
        length INTEGER NOT NULL,
        headline TEXT NOT NULL,
        fetched_at TEXT NOT NULL,
        digest BLOB,
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
    TAKEDOWNS,
    EVENTS,
    ATTEMPTS,
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
