"""`scrapy extract --warc`: records of whole WARC files, printed, or written file by file."""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsspider import exit_status
from newsspider.cli.home_folder import expanded
from newsspider.cli.progress_bar import ProgressBar
from newsspider.cli.streams import json_line
from newsspider.errors import BadArgument, Refusal, unreadable
from newsspider.sites import registry

if TYPE_CHECKING:
    from newsspider.batch.archived_articles import Refused
    from newsspider.batch.extract_file import Failed, Order, Outcome
    from newsspider.batch.inputs import Input
    from newsspider.batch.out_folder import OutFolder
    from newsspider.warc.read.damage import Damage

Reader = Callable[["Order", "Sequence[Input]", "OutFolder"], "Iterable[Outcome | Failed]"]

_OF_OUT: Final = ("jobs", "part", "dask")
_MOST_JOBS: Final = 1_000


def add_warc_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that read WARC files."""
    add = parser.add_argument
    add(
        "--warc",
        nargs="+",
        action="extend",
        metavar="FILE",
        help="WARC files, patterns in quotes, or addresses (https://, s3://)",
    )
    add("--hosts", metavar="DOMAIN,…", help="of --warc: domains to read; default: the known sites'")
    add("--out", metavar="FOLDER", help="of --warc: write FILE.jsonl.gz here; default: print")
    add("--jobs", metavar="N", help="of --out: processes; default: one a core")
    add("--part", metavar="I/N", help="of --out: the I-th of N parts of the files, from 1")
    add("--dask", metavar="ADDRESS", help="of --out: let a Dask cluster read (tcp://HOST:8786)")


def refuse_options_without_warc(opts: argparse.Namespace) -> None:
    """Raise `BadArgument` for an option that only `--warc` has."""
    _refuse(opts, ("hosts", "out", *_OF_OUT), "only with --warc")


class WarcExtraction:
    """What a person asks of WARC files; found sound before any of them is read.

    `exit_code` is then what became of them.
    """

    def __init__(self, opts: argparse.Namespace, modules: Sequence[str]) -> None:
        """Read the options; `modules` make further sites known. Raises `BadArgument`."""
        _refuse_missing("fastwarc", "--warc", "archive")
        if opts.url is not None:
            raise BadArgument("--url: not with --warc, whose captures state their addresses")
        if opts.out is None:
            _refuse(opts, _OF_OUT, "only with --out")
        elif "://" in opts.out:
            raise BadArgument(f"--out {opts.out}: an address; name a folder, and copy it there")
        else:
            _refuse(opts, ("indent",), "not with --out")
        from newsspider.batch.extract_file import Order
        from newsspider.batch.inputs import inputs_named

        self._opts = opts
        self._inputs = inputs_named(map(expanded, opts.warc))
        self._order = Order(hosts=_hosts(opts.hosts), modules=tuple(modules))
        self.exit_code = exit_status.OK
        if any(each.is_remote for each in self._inputs):
            _refuse_missing("obstore", "--warc with an address", "shared")

    def run(self) -> None:
        """Print the records, or write them into the folder. Raises a `Refusal`."""
        if self._opts.out is None:
            self._print_records()
        else:
            self._write_files(Path(expanded(self._opts.out)).absolute())

    def _print_records(self) -> None:
        from newsspider.batch.archived_articles import ArchivedArticles
        from newsspider.batch.archived_page import rereader
        from newsspider.batch.extract_file import extracted

        for source in self._inputs:
            try:
                with source.open() as file:
                    articles = ArchivedArticles(rereader(source, file))
                    for found in extracted(file, self._order.hosts, articles):
                        if isinstance(found, dict):
                            print(json_line(found, self._opts.indent))
                        else:
                            self._tell(source.source, found)
            except OSError as error:
                self._failed(unreadable(error, source.source))

    def _tell(self, source: str, found: "Refused | Damage") -> None:
        from newsspider.warc.read.damage import Damage

        print(f"extract: {source}: {found}", file=sys.stderr)
        if isinstance(found, Damage):
            self.exit_code = max(self.exit_code, exit_status.BROKEN)

    def _failed(self, refusal: Refusal) -> None:
        print(f"extract: {refusal}", file=sys.stderr)
        self.exit_code = max(self.exit_code, refusal.exit_code)

    def _write_files(self, folder: Path) -> None:
        from newsspider.batch.out_folder import OutFolder

        read = self._reader()  # refuses before anything is made
        inputs = self._part()
        out = OutFolder(folder)
        out.prepare({"extractor": self._order.extractor, "hosts": self._order.hosts})
        known = sum(out.is_done(each.name) for each in inputs)
        try:
            bar = ProgressBar("extract")
            sums = _Sums(bar.track(read(self._order, inputs, out), len(inputs)))
        except KeyboardInterrupt:
            self.exit_code = exit_status.TRY_LATER
            print("extract: exit 75 (interrupted: run again to go on)", file=sys.stderr)
            return
        for line in sums.troubles:
            print(f"extract: {line}", file=sys.stderr)
        self.exit_code = sums.exit_code
        print(f"{folder}: {sums}, {known:,} of them before")

    def _part(self) -> "list[Input]":
        from newsspider.batch.inputs import part_of

        return part_of(self._inputs, self._opts.part or "1/1")

    def _reader(self) -> "Reader":
        """Return what reads the inputs: this process, others, or a cluster."""
        if self._opts.dask is not None:
            _refuse(self._opts, ("jobs",), "not with --dask, whose cluster has its workers")
            _refuse_missing("distributed", "--dask", "cluster")
            from newsspider.batch.on_dask import read_on_dask

            return partial(read_on_dask, address=self._opts.dask)
        jobs = _jobs(self._opts.jobs)
        if jobs == 1:
            from newsspider.batch.extract_file import read_here

            return read_here
        from newsspider.batch.processes import read_in_processes

        return partial(read_in_processes, jobs=jobs)


class _Sums:
    """What became of all inputs, whenever they were read."""

    def __init__(self, outcomes: "Iterable[Outcome | Failed]") -> None:
        from newsspider.batch.extract_file import Failed

        self.exit_code, self.files, self.records = exit_status.OK, 0, 0
        self.refused: Counter[str] = Counter()
        self.troubles: list[str] = []
        for outcome in outcomes:
            if isinstance(outcome, Failed):
                self.troubles.append(f"{outcome.input}: {outcome.words}")
                self.exit_code = max(self.exit_code, outcome.exit_code)
                continue
            self.files += 1
            self.records += outcome.records
            self.refused.update(outcome.refused)
            if outcome.damage:
                self.exit_code = max(self.exit_code, exit_status.BROKEN)
                self.troubles += _damage_of(outcome)

    def __str__(self) -> str:
        refused = "".join(f", {count:,} {reason}" for reason, count in self.refused.most_common())
        return f"{self.records:,} records{refused} of {self.files:,} files"


def _damage_of(outcome: "Outcome") -> Iterator[str]:
    for words in outcome.damaged:
        yield f"{outcome.input}: {words}"
    if outcome.damage > len(outcome.damaged):
        yield f"{outcome.input}: {outcome.damage - len(outcome.damaged):,} more such places"


def _hosts(named: str | None) -> tuple[str, ...]:
    """Return the domains that are read, sorted. Raises `BadArgument` for what is none."""
    if named is None:
        return tuple(sorted(domain for site in registry.all_sites() for domain in site.domains))
    hosts = sorted({host.strip().lower() for host in named.split(",") if host.strip()})
    wrong = [host for host in hosts if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", host)]
    if wrong or not hosts:
        raise BadArgument(f"--hosts {named}: write DOMAIN,DOMAIN…, without https://")
    return tuple(hosts)


def _jobs(named: str | None) -> int:
    if named is None:
        return (
            len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1
        )
    if not named.isdecimal() or not 1 <= int(named) <= _MOST_JOBS:
        raise BadArgument(f"--jobs {named}: write a number from 1 to {_MOST_JOBS:,}")
    return int(named)


def _refuse(opts: argparse.Namespace, names: Iterable[str], words: str) -> None:
    for name in names:
        if getattr(opts, name) is not None:
            raise BadArgument(f"--{name}: {words}")


def _refuse_missing(module: str, option: str, extra: str) -> None:
    try:
        import_module(module)
    except ImportError:
        raise BadArgument(f"{option}: needs {module}; install newsspider[{extra}]") from None
