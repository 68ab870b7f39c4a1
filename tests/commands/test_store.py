"""`scrapy verify` and `scrapy rebuild` as a user runs them."""

import subprocess
from datetime import timedelta
from pathlib import Path

from newsspider.store import Store
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.files.day_files import day_path
from tests.store.records import DAY, NOW, SITE, record
from tests.support import commands


def scrapy(output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return commands.scrapy(*arguments, "-s", f"OUTPUT_DIR={output}")


def fill(output: Path) -> Path:
    store = Store.open(output, SITE, NOW, indexes=[Duplicates()])
    for number in range(5):
        store.append(record(number, body=f"Isi berita {number}. Selesai."), NOW)
    store.close()
    return day_path(output, SITE, DAY)


def test_verify_says_that_all_is_well(tmp_path: Path) -> None:
    fill(tmp_path)
    run = scrapy(tmp_path, "verify")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "sindonews: 5 lines in 1 files: all is well\n"


def test_verify_names_file_and_offset_and_lets_no_escape_through(tmp_path: Path) -> None:
    path = fill(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    hostile = lines[2].replace(b'"sindonews:pena:2"', b'"\\u001b[31mpena:2"')  # as long
    assert len(hostile) == len(lines[2])
    path.write_bytes(b"".join([*lines[:2], hostile, *lines[3:]]))
    run = scrapy(tmp_path, "verify", "sindonews")
    assert run.returncode == 65
    assert f"{path}: offset {len(lines[0] + lines[1]):,}: " in run.stderr
    assert "\x1b" not in run.stderr


def test_rebuild_brings_back_a_deleted_state(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "state" / "sindonews.sqlite3").unlink()
    run = scrapy(tmp_path, "rebuild")
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith("sindonews: 5 articles from 5 lines in 1 files; 0 lines left out\n")
    assert scrapy(tmp_path, "verify").returncode == 0
    Store.open(tmp_path, SITE, NOW, indexes=[Duplicates()]).close()


def test_a_mistyped_site_is_78(tmp_path: Path) -> None:
    for name in ("verify", "rebuild"):
        run = scrapy(tmp_path, name, "sindonew")
        assert run.returncode == 78
        assert "did you mean sindonews?" in run.stderr


def test_a_finished_day_is_compressed_and_the_copy_of_all_of_it_is_well(tmp_path: Path) -> None:
    output, copy = tmp_path / "output", tmp_path / "copy"
    path = fill(output)
    later = NOW + timedelta(days=1)
    Store.open(output, SITE, later, indexes=[Duplicates()]).close()
    run = scrapy(output, "compress", "--older-than=30d")
    assert run.returncode == 0, run.stderr
    assert "sindonews: 1 days compressed" in run.stdout
    assert not path.exists()
    assert scrapy(output, "verify").stdout == "sindonews: 5 lines in 1 files: all is well\n"
    assert "5 articles" in scrapy(output, "show", str(output)).stdout
    run = scrapy(output, "backup", str(copy))
    assert run.returncode == 0, run.stderr
    assert run.stdout == f"{output} copied to {copy}: 2 files; all is well\n"
    assert scrapy(copy, "verify").returncode == 0
    assert scrapy(output, "backup", str(copy)).returncode == 73


def test_an_age_that_is_none_is_78(tmp_path: Path) -> None:
    fill(tmp_path)
    run = scrapy(tmp_path, "compress", "--older-than=soon")
    assert (run.returncode, run.stderr) == (
        78,
        "compress: exit 78 (--older-than soon: not an age; write 30d or 8w)\n",
    )


def test_a_deleted_day_is_named_and_found_elsewhere(tmp_path: Path) -> None:
    output, away = tmp_path / "output", tmp_path / "away"
    path = fill(output)
    away.mkdir()
    path.rename(away / path.name)
    run = scrapy(output, "verify")
    assert run.returncode == 65
    assert "the state knows 5 lines" in run.stderr
    run = scrapy(output, "verify", "--elsewhere", str(away))
    assert (run.returncode, run.stderr) == (0, "")


def test_a_folder_of_which_nothing_is_known_is_not_rebuilt(tmp_path: Path) -> None:
    run = scrapy(tmp_path / "mistyped", "rebuild")
    assert run.returncode == 78
    assert f"nothing was crawled into {tmp_path / 'mistyped'}" in run.stderr
    assert list(tmp_path.iterdir()) == []
