"""What extraction refuses, and why."""

from typing import Final

REASONS: Final = {
    "empty": "the answer has no content",
    "too_large": "the page is larger than any article, or built to exhaust a parser",
    "not_html": "the bytes are no HTML page",
    "foreign": "the address is no article of a site that is read",
    "block_page": "a challenge or refusal stands in place of the page",
    "server_error": "the server reports an error in place of the page",
    "soft_404": "the page says that there is no such article",
    "listing": "the page lists articles and is none",
    "paywall": "an offer to subscribe or to log in stands in place of the text",
    "notice": "a notice of the site stands in place of the text",
    "not_the_article": "the text is about nothing that headline or description say",
    "no_headline": "no headline can be found",
    "no_body": "no article text can be found",
    "no_date": "neither page, listing nor address says when it was published",
}


class NotAnArticle(ValueError):
    """The page is no article. Raised by `extract`, which raises nothing else.

    `reason` is a code of `REASONS`, for counting; the message says it in words.

    >>> raise NotAnArticle("empty", "https://kabar.example/read/1")
    Traceback (most recent call last):
    newsspider.reading.not_an_article.NotAnArticle: the answer has no content: https://...
    """

    def __init__(self, reason: str, url: str = "") -> None:
        self.reason = reason
        self.url = url
        super().__init__(f"{REASONS[reason]}: {url}" if url else REASONS[reason])

    def __reduce__(self) -> tuple[type["NotAnArticle"], tuple[str, str]]:
        """Survives the way back from a process pool, which a message alone would not."""
        return NotAnArticle, (self.reason, self.url)
