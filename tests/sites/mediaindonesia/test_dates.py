"""The line under the headline tells of the last change, whatever lists beside the text say."""

from dataclasses import replace

from newsspider.extract import extract
from newsspider.store.pages.fixtures import Fixture
from tests.support.project import PROJECT


def test_a_line_of_a_list_that_agrees_with_the_data_is_not_the_articles() -> None:
    folder = PROJECT / "fixtures" / "mediaindonesia" / "2026-changed-before-it-appeared"
    page = Fixture.load(folder).page()
    row = b"<ul><li><span>24/7/2026 08:13</span></li></ul></body>"
    listed = replace(page, body=page.body.replace(b"</body>", row))
    assert listed.body != page.body
    article = extract(listed)
    assert article.date_published_raw == "24/7/2026 08:10"
    assert article.warnings == ["date_conflict"]
