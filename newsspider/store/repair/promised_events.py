"""Whether the file of events holds what the state promises of it."""

from pathlib import Path

from newsspider.store.files.day_files import split_lines
from newsspider.store.files.events import from_line
from newsspider.store.files.jsonl import BadRecord
from newsspider.store.repair.findings import Finding, Report
from newsspider.store.state.database import State


def check_events(path: Path, state: State, report: Report, *, running: bool) -> None:
    """Enter into a report what is wrong with the events; `running` is whether a crawl is, which
    may write more of them than are promised yet."""
    (promised,) = state.row("SELECT committed FROM events") or (0,)
    data = path.read_bytes() if path.exists() else b""
    if len(data) < promised:
        words = f"{len(data):,} bytes; state says {promised:,}"
        report.findings.append(Finding(path, None, words))
    for offset, text, _ in split_lines(data[:promised]):
        try:
            from_line(text)
        except BadRecord as problem:
            report.findings.append(Finding(path, offset, str(problem)))
    if len(data) > promised and not running:
        what = f"{len(data) - promised:,} bytes not promised yet; the next run settles them"
        report.notes.append(Finding(path, promised, what))
