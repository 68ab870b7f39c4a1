"""docs/reliability.md names a test for each of the 98 cases, and each test that it names exists."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.test_docs import ROOT

DOCUMENT: Final = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS: Final = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in DOCUMENT.splitlines()
    if re.match(r"\| \d+ \|", line)
]
NAMED: Final = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", DOCUMENT)))


@cache
def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_case_is_there_once_in_order_and_has_a_test() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 99))
    for number, fault, outcome, proof in ROWS:
        assert fault, number
        assert outcome, number
        assert re.search(r"`[\w/]+\.py::test_\w+`", proof), number


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_is_named_exists(file: str, test: str) -> None:
    assert test in functions(ROOT / "tests" / file)


def test_the_promises_of_the_readme_are_among_those_that_are_proved() -> None:
    """Each line of the README's table, and the cases of this document that prove it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("| what happens | what is promised |") :].split("\n\n", 1)[0]
    promised = [line.split("|")[1].strip() for line in table.splitlines()[2:]]
    proved_by: dict[str, tuple[int, ...]] = {
        "the process is killed, at any instant": (1, 2),
        "SIGTERM, SIGINT": (4, 5, 6, 7),
        "power is cut": (3,),
        "the disk is full, a quota is reached": (22, 23, 24, 28),
        "two runs at once": (10, 11),
        "the layout changes": (78, 79, 80),
        "a machine is lost with its disk, or sleeps (with `SHARED`)": (95, 96),
        "not promised": (36,),
    }
    assert promised == list(proved_by)
    assert {number for numbers in proved_by.values() for number in numbers} <= set(range(1, 99))
