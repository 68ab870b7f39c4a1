"""Lines that repeat over the articles of a site are found by a run, and by the one after it."""

from pathlib import Path

from tests.support.changed_site import LAST_DAY, TWO_DAYS, crawled

LINE = "Nantikan kabar lain dari kami esok hari"


def with_a_line(text: str) -> str:
    """Return a page whose text begins with a line that all pages have."""
    return text.replace('id="detail-desc">', f'id="detail-desc">{LINE}.<br><br>')


def test_a_run_whose_texts_all_have_a_line_stores_none_of_them(tmp_path: Path) -> None:
    run = crawled(tmp_path, with_a_line, *LAST_DAY)
    assert (run.code, run.records) == (65, [])


def test_a_run_knows_the_lines_of_the_run_before(tmp_path: Path) -> None:
    accepted = ("-s", "ACCEPT_CHANGES=1")
    before = crawled(tmp_path, with_a_line, *LAST_DAY, *accepted)
    after = crawled(tmp_path, with_a_line, *TWO_DAYS, *accepted)
    new = [record for record in after.records if record["id"] not in before.ids]
    assert new
    assert all(LINE in record["article_body"] for record in new)
    assert all("body_mixed" in record["warnings"] for record in new)
