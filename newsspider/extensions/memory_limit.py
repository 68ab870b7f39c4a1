"""Ends a crawl that takes too much memory (`MEMUSAGE_*`), by what this program itself takes."""

from multiprocessing import active_children
from pathlib import Path

from scrapy.extensions.memusage import MemoryUsage


class MemoryLimit(MemoryUsage):
    """Scrapy's `MemoryUsage`, which does not count the memory of whoever started the crawl.

    Scrapy asks `getrusage` for `ru_maxrss`, and on Linux that begins with the peak of the process
    that started this one (getrusage(2), execve(2)): begun by a worker of a gigabyte, a crawl ended
    before its first request.
    """

    def get_virtual_size(self) -> int:
        """Return the most memory this program had resident, in bytes, with the process that reads
        its pages (EXTRACT_PROCESSES)."""
        beside = sum(peak_memory(child.pid) for child in active_children() if child.pid)
        return beside + (peak_memory() or super().get_virtual_size())


def peak_memory(process: int | str = "self") -> int:
    """Return the most memory a program had resident, this one or that of a process's number, in
    bytes; 0 where Linux does not say it."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:  # not Linux: there `ru_maxrss` is the program's own
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
