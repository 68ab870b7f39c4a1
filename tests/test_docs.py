"""The README says what the code does: commands, arguments, settings, exit codes, the record."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import default_settings

from newsspider import errors, exit_status, settings
from newsspider.base_spiders.plan import Plan
from newsspider.items import Article, from_record
from newsspider.sites import registry

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SITES = (ROOT / "docs/sites.md").read_text(encoding="utf-8")
OF_PACKAGE = sorted(path.parent.name for path in ROOT.glob("newsspider/sites/*/site.py"))


def table(heading: str, text: str = README) -> list[str]:
    """The first cells of the table whose head begins with `heading`, without code marks."""
    return [cells[0] for cells in rows(heading, text)]


def rows(heading: str, text: str) -> list[list[str]]:
    """The cells of each row of the table whose head begins with `heading`."""
    lines = text[text.index(f"| {heading}") :].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_argument_is_documented() -> None:
    documented = re.findall(r"`([a-z]+)`", " ".join(table("argument")))
    assert sorted(documented) == sorted(field.name for field in dataclasses.fields(Plan))


def test_documented_settings_exist() -> None:
    documented = re.findall(r"`([A-Z_]+)`", " ".join(table("setting")))
    assert documented
    known = {*dir(settings), *dir(default_settings)}
    assert [name for name in documented if name not in known] == []


def test_every_command_of_ours_is_documented() -> None:
    documented = {cell.split()[1].strip("`") for cell in table("command")}
    ours = {
        path.stem
        for path in (ROOT / "newsspider/commands").glob("*.py")
        if "class Command" in path.read_text(encoding="utf-8")
    }
    assert documented == ours


def test_the_exit_codes_are_those_of_the_code() -> None:
    documented = {int(cell) for cell in table("exit code")}
    judged = {value for value in vars(exit_status).values() if type(value) is int}
    refused = {
        error.exit_code
        for error in vars(errors).values()
        if isinstance(error, type) and hasattr(error, "exit_code")
    }
    assert documented == judged
    assert refused <= documented


def test_the_record_shown_is_one_that_the_code_wrote() -> None:
    shown = re.search(r"<!-- record -->\n```json\n(.*?)```\n<!-- /record -->", README, re.DOTALL)
    assert shown is not None
    record = json.loads(shown[1])
    assert list(record) == [field.name for field in dataclasses.fields(Article)]
    from_record(record)
    case = ROOT / "fixtures" / "sindonews" / "2025-26-no-author" / "expected.json"
    stored = json.loads(case.read_text(encoding="utf-8"))
    assert record["article_body"].removesuffix("[…]") in stored["article_body"]
    assert [key for key, value in record.items() if not is_shortened(value, stored.get(key))] == []


def is_shortened(shown: Any, stored: Any) -> bool:
    """Whether a value of the README is that of the record, or a list some entries of it."""
    if isinstance(shown, list):
        return all(entry in stored for entry in shown)
    return stored is None or shown == stored or str(shown).endswith("[…]")


def test_every_site_has_its_row_and_no_other_has() -> None:
    documented = [re.findall(r"`([a-z0-9]+)`", cell) for cell in table("site", SITES)]
    assert {name for names in documented for name in names} == set(OF_PACKAGE), (
        "docs/sites.md: a row for each folder of newsspider/sites/, and no other"
    )
    assert len(documented) == len(OF_PACKAGE)
    assert [cell.split()[2].strip("`") for cell in table("site")] == [
        cell.strip("`") for cell in table("site", SITES)
    ], "README.md and docs/sites.md name the same sites in the same order"


@pytest.mark.parametrize("name", OF_PACKAGE)
def test_the_row_of_a_site_names_its_layouts_and_says_what_is_known(name: str) -> None:
    site = registry.named(name)
    assert site is not None
    found = [row for row in rows("site", SITES) if f"`{name}`" in row]
    assert found, f"docs/sites.md: no row begins with `{name}`"
    _, lists, layouts, evidence, manners = found[0]
    assert set(re.findall(r"`([^`]+)`", layouts)) == {layout.name for layout in site.layouts}
    assert re.search(r"\b(?:real|seen|none)\b", evidence)
    assert lists
    assert manners
    assert ("asks for permission" in manners) is bool(site.asks_permission)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_files_that_the_readme_names_are_there(name: str) -> None:
    assert f"({name})" in README
    assert (ROOT / name).is_file()
