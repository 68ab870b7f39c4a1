"""CONTRIBUTING is true: what it names is there, and its checklists can be walked."""

import re
import subprocess
import textwrap
import tomllib
from collections import Counter
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from newsspider.extract import Page
from newsspider.sites import registry
from newsspider.sites.site import Site
from newsspider.store.pages.fixtures import Fixture, folders
from tests.second_site.tepian.site import TEPIAN
from tests.support.commands import scrapy
from tests.support.faultserver import FaultServer, Hit, Wire
from tests.test_docs import ROOT

TEXT: Final = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED: Final = sorted(set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.S))))
PATHS: Final = [q for q in QUOTED if re.fullmatch(r"[\w./-]*(?:/|\.(?:py|toml|json|txt|md))", q)]
MADE: Final = {"output/quarantine/", "output/runs/", "expected.json"}  # by a crawl, by the tests
FETCHED: Final = datetime(2026, 7, 24, tzinfo=UTC)
PLACES: Final = (ROOT, ROOT / "newsspider", ROOT / "newsspider" / "store")


def table(heading: str) -> list[list[str]]:
    """The cells of the rows of the table whose head begins with `heading`."""
    rows = TEXT[TEXT.index(f"| {heading}") :].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


@pytest.mark.parametrize("path", [path for path in PATHS if path not in MADE])
def test_a_path_that_is_named_exists(path: str) -> None:
    assert any((place / path).exists() for place in PLACES)


def test_a_command_that_is_named_exists() -> None:
    commands = {quoted.split()[1] for quoted in QUOTED if quoted.startswith("scrapy ")}
    ours = {path.stem for path in (ROOT / "newsspider" / "commands").glob("*.py")}
    assert commands
    assert commands <= ours
    targets = {quoted.split()[1] for quoted in QUOTED if quoted.startswith("make ")}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    modules = re.findall(r"python -m ([\w.]+)", TEXT)
    assert all(find_spec(module) for module in modules)


def test_the_house_is_that_of_the_import_rules() -> None:
    """Each row of the table is one floor or more of the import contract, in its order."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    floors = [set(re.findall(r"\w+", layer)) for layer in layers]
    at = {room: number for number, floor in enumerate(floors) for room in floor}
    rows = [set(re.findall(r"(\w+)(?:/|\.py)`", row[0])) for row in table("room")]
    shown = [sorted(at[room] for room in row) for row in rows]
    assert sorted(room for row in rows for room in row) == sorted(at)
    assert shown == sorted(shown)


def test_the_glossary_has_fifteen_words_and_the_code_speaks_them() -> None:
    rows = table("word")
    assert len(rows) == 15
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "newsspider").rglob("*.py")).lower()
    for word in (word for row in rows for word in row[0].split(", ")):
        assert re.search(rf"\b{word.removesuffix('s')}", sources), word


def checklist(heading: str) -> str:
    """The text of a section."""
    return TEXT[TEXT.index(f"## {heading}\n") :].split("\n## ", 1)[0]


def test_a_field_stands_in_the_files_of_its_checklist_and_in_no_other() -> None:
    field = re.compile(r"keywords|\btags\b")  # as the record calls it, and as layouts do
    walked = {
        place / path
        for path in PATHS
        if f"`{path}`" in checklist("A field more") and not path.startswith("tests/")
        for place in PLACES
        if (place / path).is_file()
    }
    assert len(walked) >= 8
    assert [path for path in walked if not field.search(path.read_text("utf-8"))] == []
    rooms = [ROOT / "newsspider" / room for room in ("reading/article", "reading/fields", "store")]
    sources = [path for room in rooms for path in room.rglob("*.py")]
    elsewhere = {path for path in sources if re.search("keywords", path.read_text("utf-8"))}
    assert elsewhere <= walked


OF_A_HOST: Final = [site for site in registry.all_sites() if site.domains]


@pytest.mark.parametrize("site", OF_A_HOST, ids=lambda site: site.name)
def test_a_site_more_is_what_the_checklist_says(site: Site) -> None:
    folder = ROOT / "tests" / "second_site" if site is TEPIAN else ROOT / "newsspider"
    own = folder / site.name if site is TEPIAN else folder / "sites" / site.name
    assert {"addresses.py", "markup.py", "site.py"} <= {path.name for path in own.iterdir()}
    assert (folder / "spiders" / f"{site.name}.py").is_file()
    assert registry.named(site.name) is site
    assert all(registry.of_address(f"https://{domain}/") is site for domain in site.domains)
    assert site.address(f"https://{site.domains[0]}/").kind == "front"
    assert site.address("https://example.org/").kind == "foreign"
    assert not site.listing(Page.from_bytes("https://example.org/", b"", FETCHED)).articles


ARTICLE: Final = f"https://{TEPIAN.domains[0]}/sungai/21/dermaga-baru-dibuka"
DRAWN: Final = """<html lang="id"><body><article class="berita"><h1 class="judul">Dermaga Baru
Dibuka</h1><p class="tanggal">Sabtu, 25 Juli 2026 | 09:00 WITA</p>
<div class="isi"><p>Dermaga baru dibuka untuk perahu penumpang.</p></div></article></body></html>
"""


async def article(wire: Wire, hit: Hit) -> None:
    await wire.reply(DRAWN.encode())


def test_a_page_that_reads_wrongly_becomes_a_case(tmp_path: Path) -> None:
    """Steps 1, 2 and 4 of the checklist, on the second site."""
    with FaultServer({"/sungai/*": article}) as server:
        saved = run(
            "scrapy", "fixture", "tepian/dermaga", ARTICLE, f"--fixtures={tmp_path}",
            "-s", f"CONNECT_TO={server.address}",
        )  # fmt: skip
    assert saved.returncode == 0, saved.stderr
    case = tmp_path / "tepian" / "dermaga"
    tests = ("pytest", "-q", "-k", "saved_page", "tests/test_fixtures.py", f"--saved={tmp_path}")
    first = run(*tests)
    assert first.returncode == 1
    assert "read it, put it right" in first.stdout
    assert run(*tests).returncode == 0
    expected = case / "expected.json"
    written = expected.read_text(encoding="utf-8")
    expected.write_text(written.replace("Dermaga Baru Dibuka", "Dermaga Lama"), encoding="utf-8")
    assert run(*tests).returncode == 1
    assert run(*tests, "--accept").returncode == 0
    assert expected.read_text(encoding="utf-8") == written


def test_a_drawn_page_becomes_a_case_as_the_checklist_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Step 5 of *A site more*."""
    shown = re.search(r"```python\n(.*?)```", checklist("A site more"), re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    for name in ("drawn-1.html", "drawn-2.html"):
        Path(name).write_text(DRAWN, encoding="utf-8")
    exec(textwrap.dedent(shown[1]), {})
    (case,) = folders(tmp_path)
    assert (case.parent.name, case.name) == ("kabar", "two-pages")
    assert [page.name for page in sorted(case.glob("*.html"))] == ["page-2.html", "page.html"]
    fixture = Fixture.load(case)
    assert fixture.proves
    assert [answer.body.decode() for answer in fixture.answers()] == [DRAWN, DRAWN]


def run(*order: str) -> subprocess.CompletedProcess[str]:
    module, *arguments = order
    settings = {"SCRAPY_SETTINGS_MODULE": "tests.second_site.settings"}
    return scrapy(*arguments, module=module, variables=settings)


def test_no_two_things_share_a_name() -> None:
    """But commands, what a command calls, and the parts that every site has."""
    files = [
        file
        for file in (ROOT / "newsspider").rglob("*.py")
        if file.parent.name != "commands" and file.parent.parent.name != "sites"
    ]
    modules = Counter(file.stem for file in files if file.stem != "__init__")
    classes = Counter(
        name
        for file in files
        for name in re.findall(r"^class (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert len(modules) > 100
    assert len(classes) > 100
    assert [name for name, times in (modules + classes).items() if times > 1] == []
