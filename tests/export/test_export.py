"""What an export holds whatever its format: rows, card, dictionary, checksums; whole or nothing."""

import csv
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from newsspider.errors import BadArgument, OutputFailed, OutputUnwritable
from newsspider.export.columns import columns
from newsspider.export.draft_folder import draft_folder
from newsspider.export.export import ExportOrder, export
from newsspider.export.known_formats import FORMATS, format_named
from newsspider.export.selection import Selection
from newsspider.store import Store
from tests.export.conftest import MakeExport, untracked
from tests.store.old_folders import restore
from tests.store.records import NOW, SITE, record


def ids(folder: Path) -> list[int]:
    """The numbers of the articles of a Parquet export."""
    rows = pq.read_table(folder / "articles.parquet").column("id").to_pylist()
    return [int(each.rpartition(":")[2]) for each in rows]


def test_an_id_stands_once_unless_revisions_are_asked_for(make: MakeExport) -> None:
    folder, done = make("parquet")
    assert sorted(ids(folder)) == [1, 2, 3, 4, 5]
    assert done.rows == 5


def test_days_are_those_of_jakarta(make: MakeExport) -> None:
    folder, _ = make("parquet", until=date(2026, 4, 30))
    assert ids(folder) == [4]


def test_sections_are_chosen(make: MakeExport) -> None:
    folder, _ = make("parquet", sections=("metro", "ekbis"))
    assert sorted(ids(folder)) == [1, 3]


@pytest.mark.parametrize("repeats", ["drop-exact", "drop-near"])
def test_of_articles_that_repeat_each_other_the_earliest_stays(
    repeats: str, make: MakeExport
) -> None:
    folder, _ = make("parquet", duplicates=repeats)
    assert sorted(ids(folder)) == [1, 2, 3, 4]


def test_the_earliest_of_those_chosen_stays(make: MakeExport) -> None:
    """The article that the group is named for is outside of what is asked for."""
    folder, _ = make("parquet", duplicates="drop-near", sections=("nasional",))
    assert sorted(ids(folder)) == [2, 4, 5]


def test_takedowns_and_groups_are_columns(make: MakeExport) -> None:
    folder, _ = make("parquet")
    rows = {row["id"]: row for row in pq.read_table(folder / "articles.parquet").to_pylist()}
    gone = rows["sindonews:pena:3"]
    assert gone["taken_down_at"].isoformat() == "2026-05-02T10:00:00+07:00"
    assert gone["taken_down_reason"] == "HTTP 410"
    assert rows["sindonews:pena:1"]["taken_down_at"] is None
    assert rows["sindonews:pena:5"]["duplicate_group"] == "sindonews:pena:1"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_its_card_dictionary_and_checksums(name: str, make: MakeExport) -> None:
    folder, done = make(name)
    card = (folder / "README.md").read_text(encoding="utf-8")
    with (folder / "data_dictionary.csv").open(encoding="utf-8", newline="") as file:
        described = {row["column"]: row for row in csv.DictReader(file)}
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(check, cwd=folder, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert len(checked.stdout.splitlines()) == done.files
    assert sorted(described) == sorted(column.name for column in columns())
    assert all(row["meaning"] for row in described.values())
    assert "| metro | 2 | 1 | 0 | 0 | 1 | 1 of 1 |" in card
    assert "Days with holes: 2026-05-01." in card
    assert re.search(r"\| weekday.+mismatch \| 1 \|", card)
    assert "| were taken down by the site" in card
    assert (folder / "robots" / "robots-metro.sindonews.com.txt").read_bytes().endswith(b"search\n")


def test_a_span_that_is_named_is_judged_whole(make: MakeExport) -> None:
    """Days of it that no crawl walked are holes; of one that none walked nothing is known."""
    folder, _ = make("csv", since=date(2026, 4, 29), until=date(2026, 5, 1))
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "Days with holes: 2026-04-29 to 2026-05-01." in card
    folder, _ = make("parquet", until=date(2026, 4, 30))
    assert "No archive was walked" in (folder / "README.md").read_text(encoding="utf-8")


def test_sites_stand_beside_each_other(output: Path, tmp_path: Path) -> None:
    """Also one whose output no crawl has walked by day, and while a crawl of it is running."""
    other = tmp_path / "lain"
    store = Store.open(other, "contoh", NOW)
    one = record(7, headline="Dermaga Baru", id="contoh:7", site="contoh")
    store.append(one, NOW)
    store.flush()
    store.append({**one, "id": "contoh:8"}, NOW)  # not stored yet
    (other / "state" / f"{SITE}.sqlite3").symlink_to(output / "state" / f"{SITE}.sqlite3")
    for day in output.glob("*.jsonl"):
        (other / day.name).symlink_to(day)
    order = ExportOrder(
        output=other,
        states={site: other / "state" / f"{site}.sqlite3" for site in (SITE, "contoh")},
        form=format_named("parquet"),
        selection=Selection(),
        target=tmp_path / "parquet",
    )
    assert export(order, NOW, untracked).rows == 6
    store.close()
    assert sorted(ids(order.target)) == [1, 2, 3, 4, 5, 7]
    card = (order.target / "README.md").read_text(encoding="utf-8")
    assert "| contoh | nasional | 1 |" in card
    assert "contoh: 1 articles are stored, in 0 runs.\n\nNo archive was walked" in card


def test_a_day_that_is_not_here_is_left_out_and_said(
    make: MakeExport, output: Path, tmp_path: Path
) -> None:
    day = output / "sindonews-2026-05-02.jsonl"
    away = day.rename(tmp_path / day.name)
    try:
        folder, done = make("parquet")
    finally:
        away.rename(day)
    assert sorted(ids(folder)) == [1, 3, 4, 5]
    assert done.missing == {"2026-05-02": 1}
    assert "**Left out**: 1 lines" in (folder / "README.md").read_text(encoding="utf-8")


def test_a_line_that_was_changed_is_refused_and_nothing_is_left(
    make: MakeExport, output: Path, tmp_path: Path
) -> None:
    day = output / "sindonews-2026-05-02.jsonl"
    before = day.read_bytes()
    day.write_bytes(before.replace(b"turun", b"naik!"))
    try:
        with pytest.raises(OutputFailed, match="scrapy verify"):
            make("csv")
    finally:
        day.write_bytes(before)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_overwritten_unasked(tmp_path: Path) -> None:
    other = tmp_path / "kerja"
    other.mkdir()
    (other / "naskah.txt").write_text("milik saya")
    with pytest.raises(BadArgument, match="something else"), draft_folder(other, overwrite=True):
        pass
    assert (other / "naskah.txt").exists()
    earlier = tmp_path / "ekspor"
    earlier.mkdir()
    (earlier / "SHA256SUMS").touch()
    with pytest.raises(OutputUnwritable, match="--overwrite"), draft_folder(earlier):
        pass
    with draft_folder(earlier, overwrite=True) as draft:
        (draft / "baru").touch()
    assert [path.name for path in earlier.iterdir()] == ["baru"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ekspor", "kerja"]


def test_a_kill_leaves_no_half_folder_and_the_next_export_clears_up(tmp_path: Path) -> None:
    target = tmp_path / "ekspor"
    killed = (
        "import os, sys, pathlib; from newsspider.export.draft_folder import draft_folder\n"
        "with draft_folder(pathlib.Path(sys.argv[1])) as draft:\n"
        "    (draft / 'articles.csv').write_text('setengah'); os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", killed, str(target)], check=False)
    assert ended.returncode == -9
    assert not target.exists()
    assert len(list(tmp_path.iterdir())) == 1
    with draft_folder(target) as draft:
        (draft / "articles.csv").touch()
    assert [path.name for path in tmp_path.iterdir()] == ["ekspor"]
    assert [path.name for path in target.iterdir()] == ["articles.csv"]


def test_a_folder_of_an_older_program_is_exported_as_it_is(tmp_path: Path) -> None:
    path = restore(2, tmp_path / "lama")
    before = path.read_bytes()
    order = ExportOrder(
        output=tmp_path / "lama",
        states={SITE: path},
        form=format_named("csv"),
        selection=Selection(all_revisions=True),
        target=tmp_path / "csv",
    )
    days = [path.read_bytes() for path in order.output.glob(f"{SITE}-2*.jsonl")]
    assert export(order, NOW, untracked).rows == sum(day.count(b"\n") for day in days) > 0
    assert path.read_bytes() == before
