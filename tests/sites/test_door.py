"""What stands in one site's folder is named nowhere else: a site more is a folder and a spider."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2] / "newsspider"
SITES: Final = sorted(path.parent for path in (ROOT / "sites").glob("*/site.py"))
OF_SINDONEWS: Final = re.compile(r"sindonews|showpage|daerah", re.IGNORECASE)


def outside(site: Path) -> list[Path]:
    """The files that a site's own folder and spider leave."""
    spider = ROOT / "spiders" / f"{site.name}.py"
    return [p for p in ROOT.rglob("*.py") if site not in p.parents and p != spider]


def test_nothing_outside_its_folder_and_spider_speaks_of_sindonews() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in outside(ROOT / "sites" / "sindonews")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if OF_SINDONEWS.search(line)
    ]
    assert named == []


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_site_imports_no_other(site: Path) -> None:
    others = {f"newsspider.sites.{other.name}" for other in SITES if other != site}
    imported = {
        node.module
        for path in site.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert [m for m in imported if any(m == o or m.startswith(f"{o}.") for o in others)] == []


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_site_is_a_folder_a_spider_fixtures_and_a_line_in_the_readme(site: Path) -> None:
    project = ROOT.parent
    assert (ROOT / "spiders" / f"{site.name}.py").is_file()
    cases = project / "fixtures" / site.name
    assert [*cases.glob("*/expected.json")], f"no case in {cases}"
    assert f"scrapy crawl {site.name}" in (project / "README.md").read_text("utf-8")
