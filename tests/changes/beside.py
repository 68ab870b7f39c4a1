"""trafilatura beside us, on the pages of the redesigned group."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.quality.environments import PEERS
from benchmarks.quality.score import folded, forgiven, token_f1
from tests.changes.judging import Judgement
from tests.changes.kinds import kinds
from tests.changes.sweep import changed, facts_of

_READER: Final = """
import json, sys, trafilatura
texts = []
for url, html in json.load(open(sys.argv[1], encoding="utf-8")):
    texts.append(trafilatura.extract(html, url=url) or "")
json.dump(texts, open(sys.argv[2], "w", encoding="utf-8"))
"""  # runs in the peers' environment, where nothing of ours is installed


def redesigned(judgements: Sequence[Judgement], seed: int) -> str:
    """Return a paragraph with the body F1 of both readers, on the same redesigned pages."""
    mine = [judgement for judgement in judgements if judgement.group == "redesigned"]
    if not mine:
        return ""
    articles = {facts.name: facts for facts in facts_of(seed)}
    pages = []
    for judgement in mine:
        facts = articles[judgement.case]
        body = changed(kinds()[judgement.kind], facts, seed)
        pages.append((facts.url, (body or b"").decode()))
    theirs = []
    for judgement, text in zip(mine, _texts(pages), strict=True):
        facts = articles[judgement.case]
        lines = [line for part in text.split("\n") if (line := folded(part))]
        theirs.append(token_f1(list(facts.paragraphs), forgiven(lines, facts.record)))
    ours = sum(judgement.f1 for judgement in mine) / len(mine)
    return (
        f"Body F1 over the {len(mine):,} pages of the redesigned group, the same for both (a"
        f" refusal counts 0): newsspider {ours:.3f}, trafilatura {sum(theirs) / len(theirs):.3f}.\n"
    )


def _texts(pages: list[tuple[str, str]]) -> list[str]:
    """Return what trafilatura reads of each page, an empty text where it reads none."""
    PEERS.make()
    with tempfile.TemporaryDirectory() as folder:
        given, wanted = Path(folder, "pages.json"), Path(folder, "texts.json")
        given.write_text(json.dumps(pages), encoding="utf-8")
        PEERS.run("-c", _READER, given, wanted)
        texts: list[str] = json.loads(wanted.read_text(encoding="utf-8"))
    return texts
