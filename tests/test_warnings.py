"""Every warning that a record may carry is registered and documented, and none other is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from newsspider.reading.warnings import codes

ROOT: Final = Path(__file__).parents[1]
DOCUMENTED: Final = re.findall(
    r"^\| `([a-z_]+)` \|", (ROOT / "docs" / "warnings.md").read_text("utf-8"), re.MULTILINE
)
REGISTRIES: Final = ("reading/warnings.py", "dates/types.py")
CODE: Final = re.compile(r"[a-z]+(?:_[a-z]+)+")


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    assert sorted(codes()) == DOCUMENTED


def written_to_warnings(tree: ast.AST) -> Iterator[str]:
    """The texts that code adds to, assigns to or returns as `warnings`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("add", "append", "update") and names(node.func.value):
                yield from texts(*node.args)
        elif isinstance(node, ast.Assign) and any(map(names, node.targets)):
            yield from texts(node.value)
        elif isinstance(node, ast.AnnAssign | ast.AugAssign) and names(node.target):
            yield from texts(*filter(None, [node.value]))
        elif isinstance(node, ast.keyword) and node.arg == "warnings":
            yield from texts(node.value)
        elif isinstance(node, ast.FunctionDef) and "WarningCode" in ast.unparse(
            node.returns or node
        ):
            yield from texts(node)


def names(target: ast.AST) -> bool:
    """Whether an expression is, or ends in, `warnings`."""
    return re.search(r"\bwarnings['\"\]]*$", ast.unparse(target)) is not None


def texts(*nodes: ast.AST) -> Iterator[str]:
    for part in (part for node in nodes for part in ast.walk(node)):
        value = part.value if isinstance(part, ast.Constant) else None
        if isinstance(value, str) and CODE.fullmatch(value):
            yield value


def test_every_code_that_the_code_adds_is_registered() -> None:
    sources = (ROOT / "newsspider").rglob("*.py")
    written = {
        code
        for path in sources
        if not path.as_posix().endswith(REGISTRIES)
        for code in written_to_warnings(ast.parse(path.read_text("utf-8")))
    }
    assert written - codes() == set()
    assert {"date_conflict", "page_foreign", "text_repaired", "time_unknown"} <= written


@pytest.mark.parametrize(
    "line",
    [
        'found.warnings.add("date_of_another")',
        'warnings |= {"date_of_another"}',
        'clean["warnings"] = [*clean.get("warnings", []), "date_of_another"]',
        'Date(iso, warnings=["date_of_another"])',
        'def _odd() -> set[WarningCode]:\n    return {"date_of_another"}',
    ],
)
def test_a_code_that_is_added_anywhere_is_seen(line: str) -> None:
    assert "date_of_another" in set(written_to_warnings(ast.parse(line)))
