"""Ends a crawl that takes too much memory (`MEMUSAGE_*`), by what this program itself takes."""

from pathlib import Path

from scrapy.extensions.memusage import MemoryUsage


class MemoryLimit(MemoryUsage):
    """Scrapy's `MemoryUsage`, which does not count the memory of whoever started the crawl.

    Scrapy asks `getrusage` for `ru_maxrss`, and on Linux that begins with the peak of the process
    that started this one (getrusage(2), execve(2)): begun by a worker of a gigabyte, a crawl ended
    before its first request.
    """

    def get_virtual_size(self) -> int:
        """Return the most memory this program had resident, in bytes."""
        try:
            lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        except OSError:  # not Linux: there `ru_maxrss` is the program's own
            return super().get_virtual_size()
        peaks = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
        return int(peaks[0]) * 1024 if peaks else super().get_virtual_size()
