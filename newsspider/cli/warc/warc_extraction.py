"""What a person asks of WARC files: records printed, or written in a place of outputs."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsspider import exit_status
from newsspider.cli.home_folder import expanded
from newsspider.cli.progress_bar import ProgressBar
from newsspider.cli.streams import json_line
from newsspider.cli.warc.warc_options import (
    OF_OUT,
    hosts_named,
    jobs_named,
    refuse,
    refuse_missing,
)
from newsspider.errors import BadArgument, Refusal, unreadable

if TYPE_CHECKING:
    from newsspider.batch.archived_articles import Refused
    from newsspider.batch.extract_file import Failed, Order, Outcome
    from newsspider.batch.inputs import Input
    from newsspider.batch.out_place import OutPlace
    from newsspider.warc.read.damage import Damage

Reader = Callable[["Order", "Sequence[Input]", "OutPlace"], "Iterable[Outcome | Failed]"]


class WarcExtraction:
    """What a person asks of WARC files; found sound before any of them is read.

    `exit_code` is then what became of them.
    """

    def __init__(self, opts: argparse.Namespace, modules: Sequence[str]) -> None:
        """Read the options; `modules` make further sites known. Raises `BadArgument`."""
        refuse_missing("fastwarc", "--warc", "archive")
        if opts.url is not None:
            raise BadArgument("--url: not with --warc, whose captures state their addresses")
        if opts.out is None:
            refuse(opts, OF_OUT, "only with --out")
        else:
            refuse(opts, ("indent",), "not with --out")
            if _is_address(opts.out):
                refuse_missing("obstore", "--out with an address", "shared")
        from newsspider.batch.extract_file import Order
        from newsspider.batch.inputs import inputs_named

        self._opts = opts
        self._inputs = inputs_named(map(expanded, opts.warc))
        self._order = Order(hosts=hosts_named(opts.hosts), modules=tuple(modules))
        self.exit_code = exit_status.OK
        if any(each.is_remote for each in self._inputs):
            refuse_missing("obstore", "--warc with an address", "shared")

    def run(self) -> None:
        """Print the records, or write them into the folder. Raises a `Refusal`."""
        if self._opts.out is None:
            self._print_records()
        else:
            self._write_files()

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

    def _write_files(self) -> None:
        from newsspider.cli.warc.batch_sums import BatchSums

        read = self._reader()  # refuses before anything is made
        inputs = self._part()
        out = _out_place(self._opts.out)
        out.prepare({"extractor": self._order.extractor, "hosts": self._order.hosts})
        known = sum(out.is_done(each.name) for each in inputs)
        try:
            bar = ProgressBar("extract")
            sums = BatchSums(bar.track(read(self._order, inputs, out), len(inputs)))
        except KeyboardInterrupt:
            self.exit_code = exit_status.TRY_LATER
            print("extract: exit 75 (interrupted: run again to go on)", file=sys.stderr)
            return
        for line in sums.troubles:
            print(f"extract: {line}", file=sys.stderr)
        self.exit_code = sums.exit_code
        failed = f"; {sums.failed:,} not read" if sums.failed else ""
        print(f"{out}: {sums}, {known:,} of them before{failed}")

    def _part(self) -> "list[Input]":
        from newsspider.batch.inputs import part_of

        return part_of(self._inputs, self._opts.part or "1/1")

    def _reader(self) -> "Reader":
        """Return what reads the inputs: this process, others, or a cluster."""
        if self._opts.dask is not None:
            refuse(self._opts, ("jobs",), "not with --dask, whose cluster has its workers")
            refuse_missing("distributed", "--dask", "cluster")
            from newsspider.batch.on_dask import read_on_dask

            return partial(read_on_dask, address=self._opts.dask)
        jobs = jobs_named(self._opts.jobs)
        if jobs == 1:
            from newsspider.batch.extract_file import read_here

            return read_here
        from newsspider.batch.processes import read_in_processes

        return partial(read_in_processes, jobs=jobs)


def _is_address(out: str) -> bool:
    return "://" in out


def _out_place(out: str) -> "OutPlace":
    """Return the place that `--out` names: a bucket by its address, or a folder."""
    if _is_address(out):
        from newsspider.batch.out_bucket import OutBucket

        return OutBucket(out)
    from newsspider.batch.out_folder import OutFolder

    return OutFolder(Path(expanded(out)).absolute())
