"""The command; see the package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.changes import beside, shares
from tests.changes.judging import Judgement
from tests.changes.kinds import GROUPS, kinds
from tests.changes.sweep import changed, facts_of, run


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
    judgements = list(run(given.seed, names, range(0, len(facts_of(given.seed)), given.every)))
    print(shares.by_group(judgements))
    print(shares.worst(judgements, given.worst))
    if given.show:
        _show(judgements, given.show)
    peers = beside.redesigned(judgements, given.seed) if given.peers else ""
    print(peers)
    if given.markdown:
        given.markdown.write_text(
            shares.page(judgements, " ".join(sys.argv[1:]), peers), encoding="utf-8"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.changes", description="Read saved articles after changes."
    )
    parser.add_argument("--seed", type=int, default=1, help="what draws the details (default 1)")
    parser.add_argument("--group", choices=list(GROUPS), help="only the kinds of this group")
    parser.add_argument("--kinds", nargs="+", metavar="KIND", default=[], help="only these kinds")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth article only")
    parser.add_argument("--show", metavar="KIND", help="list the cases of a kind that are at fault")
    parser.add_argument("--worst", type=int, default=25, help="how many kinds to list (default 25)")
    parser.add_argument(
        "--write", type=Path, metavar="FOLDER", help="write the changed pages, read nothing"
    )
    parser.add_argument(
        "--peers", action="store_true", help="read the redesigned pages with trafilatura too"
    )
    parser.add_argument(
        "--markdown", type=Path, metavar="FILE", help="write the shares to this file"
    )
    given = parser.parse_args()
    unknown = {*given.kinds, *([given.show] if given.show else [])}.difference(kinds())
    if unknown:
        parser.error(f"no kind of change is named {', '.join(sorted(unknown))}; see docs/trust.md")
    if given.show and not given.kinds:
        given.kinds = [given.show]
    return given


def _show(judgements: Sequence[Judgement], name: str) -> None:
    for judgement in judgements:
        if judgement.kind == name and (judgement.silent or judgement.alarm):
            print(
                f"{judgement.case}: {judgement.outcome} {judgement.refused}"
                f" wrong={','.join(judgement.wrong)} silent={','.join(judgement.silent)}"
                f" untrue={','.join(judgement.untrue)} warnings={','.join(judgement.warnings)}"
                f" f1={judgement.f1:.3f}"
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
