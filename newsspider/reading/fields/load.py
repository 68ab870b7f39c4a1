"""The fields that a page states in several places, each from its best readable source."""

from typing import Any

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields import sources
from newsspider.reading.fields.loader import ArticleLoader, Stats


def load(page: ArticlePage, stats: Stats | None) -> dict[str, Any]:
    """Return the fields that a page states, by name; what it does not state is left out."""
    loader = ArticleLoader.counting(stats)
    loader.first_of("headline", sources.headline(page))
    loader.first_of("description", sources.description(page))
    loader.first_of("authors", sources.authors(page))
    loader.first_of("keywords", sources.keywords(page))
    loader.first_of("image", sources.image(page))
    loader.first_of("in_language", sources.language(page))
    loaded: dict[str, Any] = loader.load_item()
    return loaded
