"""The item loader of articles: how what a page states becomes the values of its record.

`<field>_in` cleans the values of one source, `<field>_out` makes one value of all that were
collected, as in any item loader. A source that is there but unreadable (a picture that is a
placeholder, a list of commas) falls through to the next: its values do not survive `<field>_in`.
"""

import re
from collections.abc import Iterable, MutableMapping
from typing import Any

from itemloaders.processors import Identity, Join, TakeFirst

from newsspider.reading.fields.date_claims import Claim, DateLine, claims
from newsspider.reading.fields.publication import Published, best_of
from newsspider.reading.fields.source_loader import SourceLoader
from newsspider.reading.html.time_elements import moment_of
from newsspider.reading.indonesian import bylines
from newsspider.reading.text import clean, unique

_ROLE = re.compile(r"(?:editor|penulis|reporter|pewarta)\s*:", re.IGNORECASE)


class ArticleLoader(SourceLoader):
    """Loads the fields of a record that pages state, by name.

    A field without processors of its own is a line of text: cleaned, and the first one counts. The
    context holds `now` and `language` of the page, for dates, the `hint` of its address, and the
    names of the `publisher`.
    """

    @staticmethod
    def headline_in(values: Iterable[Any]) -> list[str]:
        """Return the texts among the values, cleaned; empty ones are no candidates."""
        return [text for value in values if isinstance(value, str) and (text := clean(value))]

    @staticmethod
    def keywords_in(values: Iterable[str]) -> list[str]:
        """Return tags, whether listed one by one or parted by commas, some of them stray.

        Names that some sites file among them ("Editor:Prasetyo") are none.

        >>> ArticleLoader.keywords_in(["#beras, panen,", "Bulog", "Editor:Prasetyo"])
        ['beras', 'panen', 'Bulog']
        """
        parts = ",".join(filter(None, values)).replace(";", ",").split(",")
        words = [clean(part).strip(" #\"'") for part in parts]
        return [word for word in words if word and not _ROLE.match(word)]

    @staticmethod
    def keywords_out(values: Iterable[str]) -> list[str]:
        """Return the values in their order, each once; case does not part them."""
        return unique(values)

    @staticmethod
    def authors_in(lines: Iterable[Any], loader_context: MutableMapping[str, Any]) -> list[str]:
        """Return the names in lines of authors but those of the `publisher` of the context.

        The house's own name is none: it stands where an author is unknown.
        """
        publisher = loader_context["publisher"]
        return [name for name in bylines.names(lines) if name.casefold() not in publisher]

    @staticmethod
    def date_published_in(
        lines: Iterable[DateLine], loader_context: MutableMapping[str, Any]
    ) -> list[Claim]:
        """Return what the lines of one source say that can be read as dates."""
        return claims(lines, loader_context)

    @staticmethod
    def date_published_out(
        found: list[Claim], loader_context: MutableMapping[str, Any]
    ) -> Published | None:
        """Return when the article was published by the best of the claims."""
        return best_of(found, loader_context)

    @staticmethod
    def date_modified_in(values: Iterable[str]) -> list[str]:
        """Return the values that name a moment, in ISO 8601 with offset."""
        return list(filter(None, map(moment_of, values)))

    default_input_processor = headline_in
    default_output_processor = TakeFirst()
    authors_out = keywords_out
    article_body_out = Join("\n\n")
    article_body_in = image_in = breadcrumbs_in = breadcrumbs_out = Identity()
    read_also_in = read_also_out = related_in = related_out = Identity()
    recommended_in = recommended_out = latest_in = latest_out = Identity()
    infographics_in = infographics_out = Identity()
