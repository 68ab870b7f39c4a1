"""The options of `scrapy extract --warc`, and what they may be."""

import argparse
import os
import re
from collections.abc import Iterable
from importlib import import_module
from typing import Final

from newsspider.errors import BadArgument, MissingExtra
from newsspider.sites import registry

OF_OUT: Final = ("jobs", "part", "dask")
"""Options that only `--out` has."""

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
    add(
        "--out",
        metavar="PLACE",
        help="of --warc: write FILE.jsonl.gz into this folder, or s3://…; default: print",
    )
    add("--jobs", metavar="N", help="of --out: processes; default: one a core")
    add("--part", metavar="I/N", help="of --out: the I-th of N parts of the files, from 1")
    add("--dask", metavar="ADDRESS", help="of --out: let a Dask cluster read (tcp://HOST:8786)")


def refuse_options_without_warc(opts: argparse.Namespace) -> None:
    """Raise `BadArgument` for an option that only `--warc` has."""
    refuse(opts, ("hosts", "out", *OF_OUT), "only with --warc")


def hosts_named(named: str | None) -> tuple[str, ...]:
    """Return the domains that are read, sorted. Raises `BadArgument` for what is none."""
    if named is None:
        return tuple(sorted(domain for site in registry.all_sites() for domain in site.domains))
    hosts = sorted({host.strip().lower() for host in named.split(",") if host.strip()})
    wrong = [host for host in hosts if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", host)]
    if wrong or not hosts:
        raise BadArgument(f"--hosts {named}: write DOMAIN,DOMAIN…, without https://")
    return tuple(hosts)


def jobs_named(named: str | None) -> int:
    """Return how many processes read; one a core by default. Raises `BadArgument`."""
    if named is None:
        return (
            len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1
        )
    if not named.isdecimal() or not 1 <= int(named) <= _MOST_JOBS:
        raise BadArgument(f"--jobs {named}: write a number from 1 to {_MOST_JOBS:,}")
    return int(named)


def refuse(opts: argparse.Namespace, names: Iterable[str], words: str) -> None:
    """Raise `BadArgument` for the first of some options that was given; `words` say when it may."""
    for name in names:
        if getattr(opts, name) is not None:
            raise BadArgument(f"--{name}: {words}")


def refuse_missing(module: str, option: str, extra: str) -> None:
    """Raise `BadArgument` where the library of an extra is missing that an option needs."""
    try:
        import_module(module)
    except ImportError:
        raise MissingExtra(option, module, extra) from None
