"""The history of one article as a page for a browser."""

from pathlib import Path

from newsspider.cli.home_folder import expanded
from newsspider.cli.stored.html_page import html, language_named, put_page
from newsspider.cli.stored.stored_article import stored_article
from newsspider.errors import BadArgument
from newsspider.store.state.articles import Articles
from newsspider.store.state.revisions import Revisions


def put_history(
    articles: Articles, lines: Revisions, name: str, out: str | None, language: str
) -> str:
    """Write the revisions of an article, and return where they are, in words.

    `out` is the file, `reports/ID.html` where None. Raises a `Refusal` for an article that is not
    stored or whose lines are not here, an unknown language, and a file that cannot be written.
    """
    spoken, pages = language_named(language), html()
    known = stored_article(articles, name)
    records = lines.records(articles.history(known.id))
    if not records:
        raise BadArgument(f"{name}: the files of its days are not here; bring them back")
    told = pages.History(records, known.missing_since, known.missing_reason)
    target = Path(expanded(out or f"reports/{known.id.replace(':', '-')}.html"))
    size = put_page(target, pages.render_history(told, spoken))
    return f"{target}: {len(records):,} revisions, {size:,} bytes; open it in a browser"
