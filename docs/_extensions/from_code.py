"""Sphinx directive `from-code`: tables of the reference, made from what the program itself says.

```{from-code} settings
```
"""

import ast
import dataclasses
import io
import tokenize
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from scrapy.settings import Settings
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from newsspider import schema
from newsspider.base_spiders.plan import Plan

ROOT: Final = Path(__file__).parents[2]


def record() -> Iterator[list[str]]:
    """Yield a row for each key of the record: name, type, whether it is always stated, meaning."""
    definitions = schema.schema()["$defs"]
    yield ["key", "type", "meaning"]
    for name, stated in definitions["Article"]["properties"].items():
        yield [f"`{name}`", _type(stated), _meaning(stated)]
    for kind, definition in definitions.items():
        if kind != "Article":
            keys = ", ".join(f"`{key}`" for key in definition["properties"])
            yield [f"*{kind}*", "object", f"{keys}: {definition.get('description', '')}"]


def _type(stated: dict[str, Any]) -> str:
    if "$ref" in stated:
        return f"*{stated['$ref'].rpartition('/')[2]}*"
    if "anyOf" in stated:
        return " or ".join(_type(part) for part in stated["anyOf"])
    if "enum" in stated:
        return " or ".join(f"`{value}`" for value in stated["enum"])
    kind = str(stated.get("type", ""))
    return f"list of {_type(stated['items'])}" if kind == "array" else kind


def _meaning(stated: dict[str, Any]) -> str:
    parts = [stated, *stated.get("anyOf", ())]
    return "; ".join(part["description"] for part in parts if "description" in part)


def commands() -> Iterator[list[str]]:
    """Yield a row for each command of ours: how it is called, what it does, its exit codes."""
    yield ["command", "does", "exit codes"]
    for path in sorted((ROOT / "newsspider" / "commands").glob("[a-z]*.py")):
        command = getattr(import_module(f"newsspider.commands.{path.stem}"), "Command", None)
        if command is None:
            continue
        made = command()
        made.settings = Settings()
        codes = getattr(made, "exit_codes", None) or "as Scrapy's"
        yield [
            f"`scrapy {path.stem} {made.syntax()}`".replace("|", "\\|"),
            made.short_desc(),
            codes,
        ]


def arguments() -> Iterator[list[str]]:
    """Yield a row for each `-a` argument: its default, and the README's words for it."""
    said = {}
    for line in _table("| argument"):
        names, words = line
        for name in names.replace("`", "").split(", "):
            said[name] = words
    yield ["argument", "default", "asks for"]
    for field in dataclasses.fields(Plan):
        yield [f"`{field.name}`", _default(field.default), said[field.name]]


def _default(value: object) -> str:
    return "" if value in (None, ()) else f"`{value}`"


def settings() -> Iterator[list[str]]:
    """Yield a row for each setting that newsspider has or departs from Scrapy in."""
    yield ["setting", "value", "read by, and what it departs from"]
    yield from _assignments(ROOT / "newsspider" / "settings.py")


def exit_codes() -> Iterator[list[str]]:
    """Yield a row for each exit code: its number, its name in the code, the README's words."""
    names = {value: name for name, value, _ in _assignments(_VERDICT)}
    yield ["exit code", "name", "meaning"]
    for number, words in _table("| exit code"):
        yield [number, names.get(f"`{number}`", ""), words]


_WIDEST: Final = 32  # characters of a value that is shown
_VERDICT: Final = ROOT / "newsspider" / "exit_status" / "verdict.py"


def _table(head: str) -> Iterator[list[str]]:
    text = (ROOT / "README.md").read_text("utf-8")
    for line in text[text.index(head) :].split("\n\n", 1)[0].splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _assignments(path: Path) -> Iterator[list[str]]:
    """Yield name, value and comment of the constants of a module, in capitals."""
    text = path.read_text("utf-8")
    comments = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    }
    for node in ast.parse(text).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if not isinstance(target, ast.Name) or not target.id.isupper() or target.id[0] == "_":
            continue
        value = ast.unparse(node.value) if node.value else ""
        shown = value if len(value) <= _WIDEST else "…"
        yield [f"`{target.id}`", f"`{shown}`", comments.get(node.lineno, "")]


TABLES: Final = {
    "record": record,
    "commands": commands,
    "arguments": arguments,
    "settings": settings,
    "exit-codes": exit_codes,
}


class FromCode(SphinxDirective):
    """Sets one of `TABLES`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        head, *rows = TABLES[self.arguments[0]]()
        lines = [head, ["---"] * len(head), *rows]
        text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        return self.parse_text_to_nodes(text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("from-code", FromCode)
    return {"parallel_read_safe": True}
