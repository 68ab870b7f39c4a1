"""The stored article that a person means: by its id, its number or any of its addresses."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from newsspider.cli.base import state_path
from newsspider.errors import BadArgument
from newsspider.sites import registry
from newsspider.store.state.articles import Articles, Known
from newsspider.store.state.database import State


def site_named(text: str) -> str | None:
    """Return the name of the site that an id, an address or a name of the user means."""
    of_address = registry.of_address(text)
    name = of_address.name if of_address else text.partition(":")[0]
    return name if registry.is_named(name) else None


def names_article(text: str) -> bool:
    """Return whether a text is an id, a number or an address, and no file of that name is there."""
    is_article = text.isdecimal() or "://" in text or site_named(text) not in {None, text}
    return is_article and not Path(text).exists()


def sites_with(output: Path, sites: list[str], number: str) -> Iterator[str]:
    """Yield those of the sites that stored an article of this number in the output."""
    for site in sites:
        path = state_path(output, site)
        if path.exists():
            with closing(State.read(path)) as state:
                if Articles(state).numbered(number):
                    yield site


def stored_article(articles: Articles, name: str) -> Known:
    """Return the article of an id, a number or an address.

    Raises `BadArgument` for one that is not stored, and for a number that several have.
    """
    site = registry.of_address(name)
    identity = (site.address(name).id if site else None) or name
    if name.isdecimal():
        numbered = articles.numbered(name)
        if len(numbered) > 1:
            raise BadArgument(f"{name}: several articles have it; give one of {' '.join(numbered)}")
        identity = numbered[0] if numbered else name
    known = articles.known(identity)
    if known is None:
        raise BadArgument(f"{name}: not stored; give an id or an address of a stored article")
    return known
