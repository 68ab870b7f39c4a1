"""What a monitor asks: is the archive of a site being kept as it should? Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsspider.exit_status import OK, TRY_LATER, Verdict, gravest
from newsspider.report.ages import in_words


@dataclass(frozen=True, slots=True)
class RunEnd:
    """How a run ended; `exit_code` is None of one that was killed, or is still running."""

    started: datetime
    verdict: str
    exit_code: int | None
    message: str = ""
    is_whole: bool = False


def check(
    runs: Sequence[RunEnd], now: datetime, longest: timedelta, open_lists: int, missing: int
) -> Verdict:
    """Return how things stand: 0, the code of a last run that ended badly, or 75.

    `runs` are the last ones, newest first. 75 stands for a last run that was killed, no run that
    got to its end for `longest`, and holes in the archive: `open_lists` and `missing` articles.
    """
    ended = [run for run in runs if run.verdict != "running" and run.started <= now]
    found = [Verdict(OK, _of_whole(ended, now))]
    if ended and ended[0].verdict == "killed":
        found.append(Verdict(TRY_LATER, f"the last run was killed; {found[0].words}"))
    elif ended and ended[0].exit_code not in (OK, TRY_LATER):
        age = in_words(now - ended[0].started)
        words = f"the last run, {age} ago, ended with {ended[0].exit_code}: {ended[0].message}"
        found.append(Verdict(ended[0].exit_code or OK, words))
    whole = next((run for run in ended if run.is_whole), None)
    if whole is None or now - whole.started > longest:
        found.append(Verdict(TRY_LATER, f"{found[0].words}, longer than {in_words(longest)}"))
    if open_lists:
        words = f"holes in the archive: {open_lists:,} lists, {missing:,} articles missing"
        found.append(Verdict(TRY_LATER, words))
    return gravest(*found)


def _of_whole(ended: Sequence[RunEnd], now: datetime) -> str:
    whole = next((run for run in ended if run.is_whole), None)
    if whole is None:
        return "no run has got to its end"
    return f"the last run that got to its end began {in_words(now - whole.started)} ago"
