"""Whether a request may leave as far as other machines are concerned."""

from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsspider.shared.lease import Lease

LOST: Final = "lease_lost"
AWAY: Final = "shared_away"

_LONGEST_AWAY: Final = 600.0  # seconds without a valid lease, which nobody else took either


class LeaseCheck:
    """Asks the lease of the site before each request; without one, nothing is in the way."""

    def __init__(self, lease: "Lease | None") -> None:
        self._lease = lease
        self._since: float | None = None

    @property
    def is_shared(self) -> bool:
        """Whether other machines may have asked the site just before this one."""
        return self._lease is not None

    @property
    def is_closed(self) -> bool:
        """Whether requests have to wait: the lease ran out and could not be renewed yet."""
        return self._lease is not None and not self._lease.is_valid

    def why_ended(self) -> str | None:
        """Return the reason why the crawl is to end, or None."""
        if not self.is_closed:
            self._since = None
            return None
        assert self._lease is not None
        if self._lease.lost:
            return LOST
        self._since = monotonic() if self._since is None else self._since
        return AWAY if monotonic() - self._since > _LONGEST_AWAY else None
