"""When an article was published: which claim of a page wins, and what contradicts it."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from newsspider.dates import WIB
from newsspider.items import Evidence
from newsspider.reading.fields.date_claims import Claim
from newsspider.reading.trust.date_evidence import Backing, backing
from newsspider.reading.warnings import WarningCode

_BEFORE: Final = timedelta(hours=1)  # an article cannot appear before its address was made,
_AFTER: Final = timedelta(hours=26)  # and in 40 rows of 2025 appeared within 22 hours of it
_DAY: Final = timedelta(days=1)  # that a day without a time may begin before the address
_LATE: Final = timedelta(hours=6)  # behind the address, which is made shortly before
_INDONESIAN: Final = ("+07:00", "+08:00", "+09:00")
_DRIFT: Final = timedelta(minutes=1)  # a date line prints no seconds


@dataclass(slots=True)
class Published:
    """The moment of publication, where it was read, and what was said against it."""

    iso: str
    source: Evidence
    raw: str | None = None
    warnings: set[WarningCode] = field(default_factory=set)

    @property
    def moment(self) -> datetime:
        """The aware moment."""
        return datetime.fromisoformat(self.iso)


def best_of(found: list[Claim], loader_context: MutableMapping[str, Any]) -> Published | None:
    """Return when an article was published by the best of the claims; None without any evidence.

    The visible line wins, unless the context names another evidence as `first`; then JSON-LD, the
    head, the listing that led here, and the end of the address (`hint` of the context), which is
    only a lower bound. A line without a time of day, counted back from now, or of a change of the
    text, yields to evidence of the moment it appeared; but where the layout is `known` to the site,
    or the moment is stated in a zone of Indonesia, a printed day only to a moment of that day.
    `unreadable` of the context is a visible line that is no date.
    """
    hint, no_date = loader_context["hint"], loader_context["unreadable"]
    seen = next((claim for claim in found if claim.source == "visible"), None)
    raw = seen.raw if seen else no_date
    if seen is not None and seen.of_update and any(c.exact for c in found if c is not seen):
        found, seen = [claim for claim in found if claim is not seen], None
    distrusted = seen is not None and _is_another_day(seen, found, hint)
    if distrusted:
        found, seen, raw = [claim for claim in found if claim is not seen], None, no_date
    best = min(found, key=partial(_rank, loader_context["first"]), default=None)
    if best is not None and seen is not None and best is not seen:
        local = loader_context["known"] or best.date.iso[19:] in _INDONESIAN
        best = seen if local and _is_of_another_day(best, seen) else best
    if best is None:
        if hint is None:
            return None
        iso = hint.astimezone(WIB).isoformat(timespec="seconds")
        return Published(iso, "url", raw, {"date_lower_bound"})
    when = Published(_full(best.date.iso), best.source, raw, set(best.date.warnings))
    moment = when.moment
    if not best.exact:
        when.warnings.add("time_unknown")
    if no_date or distrusted:
        when.warnings.add("date_conflict")
    when.warnings |= _disagreements(moment, best, found)
    before = _BEFORE if best.exact else _DAY
    if hint is not None and not -before < moment - hint < _AFTER:
        when.warnings.add("address_conflict")
    rivalled = loader_context["rivalled"] and best is seen and not _backing(best, found, hint)
    shifted = len(found) == 1 and _is_shifted(best, moment, hint)
    ahead = not loader_context["known"] and moment - loader_context["now"] > _DAY
    ahead = ahead and not _backing(best, found, hint)
    if best.of_update or shifted or rivalled or ahead:
        when.warnings.add("date_unconfirmed")
    return when


def _is_another_day(seen: Claim, found: list[Claim], hint: datetime | None) -> bool:
    """Whether a visible date is backed by nothing, while one that is stated fits the address."""
    if hint is None or seen.relative or _backing(seen, found, hint):
        return False
    stated = (claim for claim in found if claim is not seen and claim.source != "listing")
    return any(backing(claim.date.iso, (), hint) >= Backing.HOURS for claim in stated)


def _is_of_another_day(best: Claim, printed: Claim) -> bool:
    """Whether a moment is not of the day that is printed, as of an edition."""
    if not best.exact or printed.exact or printed.relative or printed.of_update:
        return False
    return (
        datetime.fromisoformat(best.date.iso).astimezone(WIB).date().isoformat() != printed.date.iso
    )


def _backing(one: Claim, found: list[Claim], hint: datetime | None) -> Backing:
    others = [claim.date.iso for claim in found if claim is not one]
    return backing(one.date.iso, others, hint)


def _is_shifted(best: Claim, moment: datetime, hint: datetime | None) -> bool:
    """Whether the one moment that a page states may be local time with the sign of world time."""
    if hint is None or not best.exact or not best.date.iso.endswith("+00:00"):
        return False
    return moment - hint > _LATE


def _rank(first: Evidence, claim: Claim) -> tuple[int, bool]:
    """The better a claim, the lower: moments, then those counted back from now, then days alone."""
    counted = claim.source == "visible" and claim.relative
    return (int(counted) if claim.exact else 2), claim.source != first


def _full(iso: str) -> str:
    """A moment; a day alone begins at midnight WIB, which `time_unknown` marks."""
    return iso if "T" in iso else f"{iso}T00:00:00+07:00"


def _disagreements(moment: datetime, best: Claim, claims: list[Claim]) -> set[WarningCode]:
    warnings: set[WarningCode] = set()
    confirmed = False
    for claim in claims:
        if claim is best or claim.source == "listing":
            continue
        if not (claim.exact and best.exact):
            if claim.date.iso[:10] != best.date.iso[:10] and not claim.relative:
                warnings.add("date_conflict")
        elif claim.source != "visible" or not claim.relative:
            gap = datetime.fromisoformat(claim.date.iso) - moment
            if abs(gap) >= _DRIFT:
                warnings.add("date_conflict")
            else:
                confirmed = confirmed or not claim.date.tz_assumed
    if best.date.tz_assumed and not confirmed:
        warnings.add("tz_assumed")
    return warnings


def utc(moment: datetime) -> str:
    """A moment as the record writes when a page was fetched: ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
