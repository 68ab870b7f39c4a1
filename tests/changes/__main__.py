"""The command; see the package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.changes import peer, table
from tests.changes.kinds import GROUPS, kinds
from tests.changes.run import changed, facts_of, run
from tests.changes.verdict import Verdict


def main() -> None:
    given = _arguments()
    names = [
        name
        for name, kind in kinds().items()
        if (not given.kinds or name in given.kinds) and given.group in (None, kind.group)
    ]
    if given.write:
        _write(given.write, names, given.seed)
        return
    verdicts = list(run(given.seed, names))
    print(table.by_group(verdicts))
    print(table.worst(verdicts, given.worst))
    if given.show:
        _show(verdicts, given.show)
    beside = peer.beside(verdicts, given.seed) if given.peers else ""
    print(beside)
    if given.markdown:
        given.markdown.write_text(table.page(verdicts, given.seed, beside), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.changes", description="Read saved articles after changes."
    )
    parser.add_argument("--seed", type=int, default=1, help="what draws the details (default 1)")
    parser.add_argument("--group", choices=list(GROUPS), help="only the kinds of this group")
    parser.add_argument("--kinds", nargs="+", metavar="KIND", default=[], help="only these kinds")
    parser.add_argument("--show", metavar="KIND", help="list the cases of a kind that are at fault")
    parser.add_argument("--worst", type=int, default=25, help="how many kinds to list (default 25)")
    parser.add_argument(
        "--write", type=Path, metavar="FOLDER", help="write the changed pages, read nothing"
    )
    parser.add_argument(
        "--peers", action="store_true", help="read the redesigned pages with trafilatura too"
    )
    parser.add_argument(
        "--markdown", type=Path, metavar="FILE", help="write the figures to this file"
    )
    given = parser.parse_args()
    unknown = {*given.kinds, *([given.show] if given.show else [])}.difference(kinds())
    if unknown:
        parser.error(f"no kind of change is named {', '.join(sorted(unknown))}; see docs/trust.md")
    if given.show and not given.kinds:
        given.kinds = [given.show]
    return given


def _show(verdicts: Sequence[Verdict], name: str) -> None:
    for verdict in verdicts:
        if verdict.kind == name and (verdict.silent or verdict.alarm):
            print(
                f"{verdict.case}: {verdict.outcome} {verdict.refused}"
                f" wrong={','.join(verdict.wrong)} silent={','.join(verdict.silent)}"
                f" untrue={','.join(verdict.untrue)} warnings={','.join(verdict.warnings)}"
                f" f1={verdict.f1:.3f}"
            )


def _write(folder: Path, names: Sequence[str], seed: int) -> None:
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for facts in facts_of(seed):
            body = changed(kinds()[name], facts, seed)
            if body is not None:
                (folder / name / f"{facts.name}.html").write_bytes(body)
    print(f"wrote {len(names)} kinds to {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
