"""A stored output with one of each kind: a revision, a takedown, repeated texts, hostile text."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.export.export import Exported, ExportOrder, export
from newsspider.export.export_source import Options
from newsspider.export.known_formats import format_named
from newsspider.export.selection import Selection
from newsspider.export.stored_rows import Row
from newsspider.items import Breadcrumb, Citation, Image, Link
from newsspider.store import Store
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.state.http import RobotsCopy
from newsspider.store.state.takedowns import Evidence
from tests.store.records import NOW, SITE, record

LATER = NOW + timedelta(days=1)
FORMULA = '=HYPERLINK("https://contoh.example/","Klik di sini")'
HOSTILE = "<script>alert(1)</script> | *Tebal* [pranala](https://contoh.example/)\n\n# Bukan judul"
BODY = "Sungai meluap di tiga kecamatan. Warga mengungsi ke balai desa sejak dini hari."

MakeExport = Callable[..., tuple[Path, Exported]]


def records() -> list[dict[str, Any]]:
    """The articles, in the order of storing."""
    whole = {
        "description": "Tiga kecamatan terendam.",
        "authors": ["Sari Wulandari", "Budi Santoso"],
        "breadcrumbs": [Breadcrumb(name="Home", url="https://metro.sindonews.com/")],
        "keywords": ["banjir", "sungai"],
        "image": Image(
            url="https://pict.sindonews.net/1.jpg", caption="Sungai", credit_text="Foto"
        ),
        "read_also": [Link(headline="Banjir Lain", url="https://metro.sindonews.com/read/9/1/a-1")],
        "citations": [Citation(name="Antara", date="2026-05-01"), Citation(name="AFP")],
        "date_modified": "2026-05-01T10:00:00+07:00",
        "warnings": ["weekday_mismatch"],
    }
    return [
        record(1, headline="Banjir di Tiga Kecamatan", body=BODY, section="metro", **whole),
        record(2, headline="Harga Beras Naik"),
        record(3, headline=FORMULA, body=HOSTILE, section="ekbis"),
        record(4, headline="Kabar dari Timur", date_published="2026-05-01T00:30:00+08:00"),
        record(5, headline="Banjir di Tiga Kecamatan", body=BODY, duplicate_of="sindonews:pena:1"),
    ]


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    store = Store.open(folder, SITE, NOW, indexes=[Duplicates()])
    for each in records():
        store.append(each, NOW)
    changed = record(2, headline="Harga Beras Turun", body="Harga beras turun di semua pasar.")
    store.append(changed | {"fetched_at": "2026-05-02T03:00:00Z"}, LATER)
    store.taken_down("sindonews:pena:3", LATER, "HTTP 410", Evidence(410))
    day = "2026-05-01"
    store.days.listed(day, "metro", ["https://metro.sindonews.com/read/1/1/a-1", "…/2"])
    store.days.settle(day, "metro", "https://metro.sindonews.com/read/1/1/a-1", "stored")
    store.days.close(day, "metro", LATER)
    store.http.robots.put(
        "metro.sindonews.com", RobotsCopy(200, b"User-agent: *\nDisallow: /search\n", NOW)
    )
    store.close()
    return folder


@pytest.fixture
def make(output: Path, tmp_path: Path) -> MakeExport:
    """A function that exports into a new folder."""

    def made(form: str, options: Options | None = None, **chosen: Any) -> tuple[Path, Exported]:
        order = ExportOrder(
            output=output,
            states={SITE: output / "state" / f"{SITE}.sqlite3"},
            form=format_named(form),
            selection=Selection(**chosen),
            target=tmp_path / form,
            options=options or Options(),
        )
        return order.target, export(order, datetime(2026, 5, 3, tzinfo=UTC), untracked)

    return made


def untracked(rows: Iterable[Row], count: int) -> Iterable[Row]:
    """Show nothing."""
    return rows
